package dev.lockkeeper.domain.decision;

import dev.lockkeeper.domain.lock.RecordId;

/**
 * Whose standing towards which record is asked for.
 *
 * @param module its api name, in any case
 */
public record Question(Subject subject, String module, RecordId record) {}
