package dev.lockkeeper.bootstrap.architecture.planted.domain.catalog;

import dev.lockkeeper.bootstrap.architecture.planted.domain.configuration.CircleOfConfiguration;

public record CircleOfCatalog(CircleOfConfiguration configuration) {}
