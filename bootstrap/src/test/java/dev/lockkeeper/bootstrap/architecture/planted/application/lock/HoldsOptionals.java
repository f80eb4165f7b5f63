package dev.lockkeeper.bootstrap.architecture.planted.application.lock;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

record HoldsOptionals(Optional<String> reason, OptionalLong revision, List<Optional<String>> reasons) {}
