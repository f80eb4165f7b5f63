package dev.lockkeeper.bootstrap.architecture.planted.adapter.rest.json;

import com.fasterxml.jackson.core.JsonParser;

record ReadsRawJson(JsonParser json) {}
