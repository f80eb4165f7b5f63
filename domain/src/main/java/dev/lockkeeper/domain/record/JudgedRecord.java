package dev.lockkeeper.domain.record;

import dev.lockkeeper.domain.lock.RuleVerdict;

/** A record, and what the rules say of it. */
public record JudgedRecord(CrmRecord record, RuleVerdict verdict) {}
