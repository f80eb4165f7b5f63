package dev.lockkeeper.bootstrap.architecture.planted.adapter.rest.lock;

import io.micronaut.data.annotation.MappedEntity;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.Connection;

record UsesSqlAndHttpClients(Connection database, MappedEntity entity, HttpClient client, Socket socket, Path file) {}
