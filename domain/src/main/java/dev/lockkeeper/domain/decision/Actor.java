package dev.lockkeeper.domain.decision;

import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.User;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to do something, as far as the rules ask.
 *
 * @param user null when the actor is not known here
 * @param portal whether it is a customer in a portal rather than a colleague
 * @param profileId of its profile; null when it has none
 * @param profileName of its profile; null when it has none
 * @param mayLock whether its profile has {@link Permission#LOCK}
 */
public record Actor(
        @Nullable User user,
        boolean portal,
        @Nullable String profileId,
        @Nullable String profileName,
        boolean mayLock) {

    /** Somebody who is known: what is stored counts, whatever was said. */
    public static Actor of(User user) {
        Profile profile = user.profile();
        return new Actor(user, user.portal(), profile.id().toString(), profile.name(), user.may(Permission.LOCK));
    }

    /** Somebody who is not known, of a profile that is. */
    public static Actor of(boolean portal, Profile profile) {
        return new Actor(
                null,
                portal,
                profile.id().toString(),
                profile.name(),
                profile.permissions().contains(Permission.LOCK));
    }

    /**
     * Somebody of whom nothing is known, nor of the profile.
     *
     * @param profile what it is called, or its id in the CRM that decides; null when none was named
     */
    public static Actor unknown(boolean portal, @Nullable String profile) {
        return new Actor(null, portal, profile, profile, false);
    }
}
