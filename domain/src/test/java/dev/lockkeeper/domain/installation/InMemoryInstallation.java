package dev.lockkeeper.domain.installation;

import dev.lockkeeper.domain.configuration.InMemoryConfigurations;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.identity.Grant;
import dev.lockkeeper.domain.identity.InMemoryAccessTokens;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;

/** {@link Installation} in memory. */
public final class InMemoryInstallation implements Installation {

    private final InMemoryAccessTokens accessTokens;
    private final InMemoryConfigurations configurations;

    public InMemoryInstallation(InMemoryAccessTokens accessTokens, InMemoryConfigurations configurations) {
        this.accessTokens = accessTokens;
        this.configurations = configurations;
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
}
