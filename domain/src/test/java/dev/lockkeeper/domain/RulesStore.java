package dev.lockkeeper.domain;

import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Profiles;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.job.Jobs;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.record.ExistingRecords;
import dev.lockkeeper.domain.record.Records;

/**
 * The ports that rules need, on one store: changes of a configuration make jobs, reports make locks, and so they cannot
 * be tested apart. Whoever holds an implementation to the contracts brings it.
 */
public interface RulesStore {

    Configurations configurations();

    Records records();

    ExistingRecords existingRecords();

    Jobs jobs();

    Locks locks();

    Profiles profiles();

    /** A user, known to the store, of a profile of its own with these permissions. */
    User user(Permission... permissions);

    /**
     * A module that takes a configuration and has none, known to the store, that no other test uses. It has an added
     * text field {@code Stage} and an added integer field {@code Amount}.
     */
    CrmModule module();
}
