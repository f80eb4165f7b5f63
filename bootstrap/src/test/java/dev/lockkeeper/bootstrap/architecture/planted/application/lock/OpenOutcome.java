package dev.lockkeeper.bootstrap.architecture.planted.application.lock;

interface OpenOutcome {}
