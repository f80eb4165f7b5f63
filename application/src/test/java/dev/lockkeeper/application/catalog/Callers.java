package dev.lockkeeper.application.catalog;

import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import java.util.Set;

/** Who calls in tests of the catalogue. */
final class Callers {

    static final User ADMINISTRATOR = user(1, Permission.ADMINISTER);
    /** May do anything but administer. */
    static final User OTHER = user(2, Permission.LOCK, Permission.CUSTOMIZE);

    private Callers() {}

    private static User user(long id, Permission... permissions) {
        Profile profile = new Profile(new ProfileId(id), "Profile " + id, Set.of(permissions));
        return new User(new UserId(id), "User " + id, profile, false);
    }
}
