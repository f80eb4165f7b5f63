package dev.lockkeeper.bootstrap.architecture.planted.application.lock;

import dev.lockkeeper.bootstrap.architecture.planted.adapter.persistence.lock.PlantedTable;

record KnowsAnAdapter(PlantedTable table) {}
