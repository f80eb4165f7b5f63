package dev.lockkeeper.bootstrap.architecture.planted.bootstrap;

import java.sql.Connection;

record SpeaksSql(Connection database) {}
