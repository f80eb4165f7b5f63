package dev.lockkeeper.bootstrap.architecture.planted.domain.bell;

/** A port whose contract asks for something else. */
public interface Gongs {

    int strike();
}
