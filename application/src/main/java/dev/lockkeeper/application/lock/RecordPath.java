package dev.lockkeeper.application.lock;

/**
 * A record's lock as a caller wrote it: nothing of it is checked yet.
 *
 * @param module the module's api name, in any case
 * @param recordId the record's id
 * @param relation the related list, in any case; only {@code Locking_Information__s} exists
 */
public record RecordPath(String module, String recordId, String relation) {}
