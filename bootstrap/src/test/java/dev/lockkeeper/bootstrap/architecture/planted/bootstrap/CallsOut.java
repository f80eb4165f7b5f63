package dev.lockkeeper.bootstrap.architecture.planted.bootstrap;

import java.net.http.HttpClient;

record CallsOut(HttpClient client) {}
