package dev.lockkeeper.bootstrap.architecture.planted.domain.bell;

/** A port whose contract tests nothing. */
public interface Drums {

    int beat();
}
