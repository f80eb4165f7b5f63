package dev.lockkeeper.domain.lock;

import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;

/** What a store needs to know before it can keep locks; whoever holds an implementation to the contracts brings it. */
public interface LocksFixture {

    /** A user whose profile has these permissions, known to the store. */
    User user(Permission... permissions);

    /** A configuration of a module that had none, and that no other test uses. */
    LockingConfiguration configuration();

    /** Deletes a configuration under which there are no locks. */
    void remove(LockingConfiguration configuration);

    /** A record of the configuration's module that nobody has locked before. */
    RecordKey record(LockingConfiguration configuration);
}
