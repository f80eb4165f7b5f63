package dev.lockkeeper.bootstrap.architecture.planted.domain.bell;

/** A port that promises nothing. */
public interface Whistles {

    int whistle();
}
