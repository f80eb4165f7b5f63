package dev.lockkeeper.bootstrap.architecture.planted.elsewhere;

record OutsideEveryRing() {}
