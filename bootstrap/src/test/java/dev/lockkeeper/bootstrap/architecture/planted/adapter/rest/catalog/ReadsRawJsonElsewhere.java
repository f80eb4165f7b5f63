package dev.lockkeeper.bootstrap.architecture.planted.adapter.rest.catalog;

import com.fasterxml.jackson.core.JsonParser;

record ReadsRawJsonElsewhere(JsonParser json) {}
