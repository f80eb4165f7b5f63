package dev.lockkeeper.domain.crm;

import dev.lockkeeper.domain.lock.RecordId;

/**
 * Where the CRM finds a record. Ids of modules differ between here and there; api names do not.
 *
 * @param module the module's api name
 */
public record RecordAddress(String module, RecordId record) {}
