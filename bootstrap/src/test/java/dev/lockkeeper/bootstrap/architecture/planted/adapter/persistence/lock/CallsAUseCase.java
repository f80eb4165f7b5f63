package dev.lockkeeper.bootstrap.architecture.planted.adapter.persistence.lock;

import dev.lockkeeper.bootstrap.architecture.planted.application.lock.PlantedUseCase;

record CallsAUseCase(PlantedUseCase useCase) {}
