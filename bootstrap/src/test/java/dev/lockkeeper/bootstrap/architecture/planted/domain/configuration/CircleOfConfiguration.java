package dev.lockkeeper.bootstrap.architecture.planted.domain.configuration;

import dev.lockkeeper.bootstrap.architecture.planted.domain.catalog.CircleOfCatalog;

public record CircleOfConfiguration(CircleOfCatalog catalog) {}
