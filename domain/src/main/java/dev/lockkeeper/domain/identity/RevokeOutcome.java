package dev.lockkeeper.domain.identity;

/** What became of an attempt to revoke an access token. */
public enum RevokeOutcome {
    REVOKED,
    /** There is no such token. */
    UNKNOWN,
    /** Nobody could administer any more, so it is still in force. */
    LAST_ADMINISTRATOR
}
