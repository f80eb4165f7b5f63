package dev.lockkeeper.bootstrap.architecture.planted.bootstrap;

public record PlantedStart() {}
