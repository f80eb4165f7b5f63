package dev.lockkeeper.bootstrap.architecture.planted.application.lock;

import io.micronaut.http.HttpRequest;
import java.sql.Connection;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;

record UsesMoreThanPlainJava(Logger log, Publisher<String> reactive, Connection database, HttpRequest<?> request) {}
