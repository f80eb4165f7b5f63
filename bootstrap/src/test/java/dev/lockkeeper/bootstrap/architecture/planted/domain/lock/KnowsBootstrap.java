package dev.lockkeeper.bootstrap.architecture.planted.domain.lock;

import dev.lockkeeper.bootstrap.architecture.planted.bootstrap.PlantedStart;

record KnowsBootstrap(PlantedStart start) {}
