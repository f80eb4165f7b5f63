package dev.lockkeeper.bootstrap.architecture.planted.bootstrap;

import java.sql.SQLException;

record KnowsAFailureOfSql(SQLException failure) {}
