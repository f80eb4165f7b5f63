package dev.lockkeeper.bootstrap.architecture.planted.domain.bell;

/** No port: its kinds are known. */
public sealed interface KnownKinds {

    record One() implements KnownKinds {}
}
