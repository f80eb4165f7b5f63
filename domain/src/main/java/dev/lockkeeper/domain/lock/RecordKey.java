package dev.lockkeeper.domain.lock;

import dev.lockkeeper.domain.catalog.ModuleId;

/** Which record: record ids are looked up within their module. A key has at most one lock. */
public record RecordKey(ModuleId module, RecordId record) {}
