package dev.lockkeeper.bootstrap.architecture.planted.domain.bell;

/** A port with one contract. */
public interface Horns {

    int blow();
}
