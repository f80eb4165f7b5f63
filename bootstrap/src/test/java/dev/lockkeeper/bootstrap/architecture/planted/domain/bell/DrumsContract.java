package dev.lockkeeper.bootstrap.architecture.planted.domain.bell;

public interface DrumsContract {

    Drums drums();
}
