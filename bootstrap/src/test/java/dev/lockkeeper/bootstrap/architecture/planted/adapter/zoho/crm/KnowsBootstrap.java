package dev.lockkeeper.bootstrap.architecture.planted.adapter.zoho.crm;

import dev.lockkeeper.bootstrap.architecture.planted.bootstrap.PlantedStart;

record KnowsBootstrap(PlantedStart start) {}
