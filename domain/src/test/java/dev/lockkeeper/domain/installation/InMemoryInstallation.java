package dev.lockkeeper.domain.installation;

import dev.lockkeeper.domain.configuration.InMemoryConfigurations;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.identity.Grant;
import dev.lockkeeper.domain.identity.InMemoryAccessTokens;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.lock.InMemoryLocks;
import org.jspecify.annotations.Nullable;

/** {@link Installation} in memory. */
public final class InMemoryInstallation implements Installation {

    private final InMemoryAccessTokens accessTokens;
    private final InMemoryConfigurations configurations;
    private final InMemoryLocks locks;
    private @Nullable Authority authority;

    /** Of a store without locks. */
    public InMemoryInstallation(InMemoryAccessTokens accessTokens, InMemoryConfigurations configurations) {
        this(accessTokens, configurations, new InMemoryLocks(configurations));
    }

    public InMemoryInstallation(
            InMemoryAccessTokens accessTokens, InMemoryConfigurations configurations, InMemoryLocks locks) {
        this.accessTokens = accessTokens;
        this.configurations = configurations;
        this.locks = locks;
    }

    @Override
    public synchronized boolean initialize(FirstRun firstRun) {
        if (!accessTokens.isEmpty()) {
            return false;
        }
        Profile profile = new Profile(new ProfileId(1), firstRun.userName(), firstRun.permissions());
        User user = new User(new UserId(2), firstRun.userName(), profile, false);
        accessTokens.add(firstRun.token(), new Grant(user, firstRun.scopes(), null, null));
        firstRun.manuallyLocked().forEach(module -> configurations.add(module, LockType.MANUAL));
        return true;
    }

    @Override
    public synchronized Authority decidedBy(Authority asked) {
        Authority decided = authority;
        if (decided == null) {
            decided = configurations.isEmpty() && locks.isUntouched() ? asked : Authority.LOCAL;
            authority = decided;
        }
        return decided;
    }
}
