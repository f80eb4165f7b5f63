package dev.lockkeeper.bootstrap.architecture.planted.adapter.zoho.crm;

import dev.lockkeeper.bootstrap.architecture.planted.application.lock.PlantedUseCase;

record CallsAUseCase(PlantedUseCase useCase) {}
