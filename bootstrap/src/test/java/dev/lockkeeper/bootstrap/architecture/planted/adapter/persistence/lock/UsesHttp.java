package dev.lockkeeper.bootstrap.architecture.planted.adapter.persistence.lock;

import io.micronaut.http.HttpRequest;
import java.net.http.HttpClient;

record UsesHttp(HttpRequest<?> request, HttpClient client) {}
