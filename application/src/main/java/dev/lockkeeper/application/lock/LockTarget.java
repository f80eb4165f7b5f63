package dev.lockkeeper.application.lock;

import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.lock.RecordKey;

/** A record of a module that is configured, whose lock is to be dealt with. */
public record LockTarget(CrmModule module, RecordKey key, LockAuthority.Configured configuration) {}
