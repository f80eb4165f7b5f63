package dev.lockkeeper.bootstrap.architecture.planted.domain.lock;

import dev.lockkeeper.bootstrap.architecture.planted.application.lock.PlantedUseCase;

record KnowsAUseCase(PlantedUseCase useCase) {}
