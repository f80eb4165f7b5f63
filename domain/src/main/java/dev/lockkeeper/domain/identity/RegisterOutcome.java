package dev.lockkeeper.domain.identity;

/** What became of an attempt to register an OAuth client; only {@link Registered} changed anything. */
public sealed interface RegisterOutcome {

    record Registered(OAuthClient client) implements RegisterOutcome {}

    /** There is no such user. */
    record NoSuchUser() implements RegisterOutcome {}
}
