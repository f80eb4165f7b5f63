package dev.lockkeeper.bootstrap.architecture.planted.adapter.rest.lock;

import dev.lockkeeper.bootstrap.architecture.planted.adapter.persistence.lock.PlantedTable;

record KnowsPersistence(PlantedTable table) {}
