package dev.lockkeeper.bootstrap.architecture.planted.adapter.rest.lock;

public final class PlantedController {}
