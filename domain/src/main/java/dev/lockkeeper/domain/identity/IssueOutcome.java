package dev.lockkeeper.domain.identity;

/** What became of an attempt to issue an access token; only {@link Issued} changed anything. */
public sealed interface IssueOutcome {

    record Issued(IssuedToken token) implements IssueOutcome {}

    /** There is no such user. */
    record NoSuchUser() implements IssueOutcome {}

    /** The OAuth client that asked was removed in the meantime. */
    record NoSuchClient() implements IssueOutcome {}
}
