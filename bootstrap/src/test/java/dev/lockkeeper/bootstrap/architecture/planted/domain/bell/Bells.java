package dev.lockkeeper.bootstrap.architecture.planted.domain.bell;

/** A port with two contracts. */
public interface Bells {

    int ring();
}
