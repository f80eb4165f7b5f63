package dev.lockkeeper.bootstrap.architecture.planted.adapter.persistence.lock;

import io.micronaut.http.HttpRequest;
import java.net.http.HttpClient;
import org.slf4j.Logger;

record UsesHttpAndLogs(HttpRequest<?> request, HttpClient client, Logger log) {}
