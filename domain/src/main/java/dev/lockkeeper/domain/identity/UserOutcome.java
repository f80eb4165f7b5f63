package dev.lockkeeper.domain.identity;

/** What became of an attempt to store a user; only {@link Stored} changed anything. */
public sealed interface UserOutcome {

    record Stored(User user) implements UserOutcome {}

    /** There is no profile of this name. */
    record NoSuchProfile() implements UserOutcome {}

    /** Another user has this external id. */
    record ExternalIdTaken() implements UserOutcome {}
}
