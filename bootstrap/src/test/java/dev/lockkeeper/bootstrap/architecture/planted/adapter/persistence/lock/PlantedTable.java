package dev.lockkeeper.bootstrap.architecture.planted.adapter.persistence.lock;

public record PlantedTable() {}
