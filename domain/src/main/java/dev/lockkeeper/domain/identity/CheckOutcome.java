package dev.lockkeeper.domain.identity;

/** What OAuth credentials are worth; the first of these that holds, from unknown to accepted. */
public sealed interface CheckOutcome {

    record UnknownClient() implements CheckOutcome {}

    record WrongSecret() implements CheckOutcome {}

    record WrongRefreshToken() implements CheckOutcome {}

    record Accepted(OAuthClient client) implements CheckOutcome {}
}
