package dev.lockkeeper.domain.installation;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.identity.AccessToken;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Scope;
import java.time.Instant;
import java.util.Set;

/**
 * What a store without any access token is given.
 *
 * @param userName of the first user, and of the user's profile
 * @param token the first access token; it does not expire
 * @param manuallyLocked the modules that get a {@code manual} locking configuration, created by the first user
 */
public record FirstRun(
        String userName,
        Set<Permission> permissions,
        AccessToken token,
        Set<Scope> scopes,
        Set<ModuleId> manuallyLocked,
        Instant at) {

    public FirstRun {
        permissions = Set.copyOf(permissions);
        scopes = Set.copyOf(scopes);
        manuallyLocked = Set.copyOf(manuallyLocked);
    }
}
