package dev.lockkeeper.bootstrap.architecture.planted.domain;

record OutsideEveryFeature() {}
