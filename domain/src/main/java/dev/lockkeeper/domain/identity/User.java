package dev.lockkeeper.domain.identity;

/**
 * Somebody who may call.
 *
 * @param portal whether this is a customer in a portal rather than a colleague
 */
public record User(UserId id, String name, Profile profile, boolean portal) {

    public boolean may(Permission permission) {
        return profile.permissions().contains(permission);
    }

    public UserRef ref() {
        return new UserRef(id, name);
    }
}
