package dev.lockkeeper.bootstrap.architecture.planted.adapter.rest.lock;

import com.fasterxml.jackson.core.JsonParser;

record ReadsRawJson(JsonParser json) {}
