package dev.lockkeeper.bootstrap.architecture.planted.adapter.zoho.crm;

import io.micronaut.http.server.exceptions.ExceptionHandler;
import java.sql.Connection;

record UsesSqlAndServers(Connection database, ExceptionHandler<?, ?> handler) {}
