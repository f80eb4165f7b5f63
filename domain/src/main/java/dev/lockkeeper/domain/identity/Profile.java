package dev.lockkeeper.domain.identity;

import java.util.Set;

/** A set of permissions with a name, shared by many users, as in Zoho CRM. */
public record Profile(ProfileId id, String name, Set<Permission> permissions) {

    public Profile {
        permissions = Set.copyOf(permissions);
    }
}
