package dev.lockkeeper.domain.mirror;

import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.RecordKey;
import java.time.Instant;

/**
 * A change of a record's lock that the CRM is asked for: durable before the CRM hears of it, open until it is known what
 * came of it. A record has at most one open intent.
 *
 * @param by who wants the change
 * @param at when it was claimed, by the clock of the process that claimed it
 * @param holder rises whenever somebody else takes the intent over, so that whoever held it before cannot settle it
 */
public record LockIntent(IntentId id, RecordKey key, IntendedChange change, UserRef by, Instant at, long holder) {}
