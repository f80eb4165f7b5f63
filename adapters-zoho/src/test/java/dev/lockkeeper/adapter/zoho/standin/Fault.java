package dev.lockkeeper.adapter.zoho.standin;

/** What befalls a call. After those that say so, what was asked is done. */
public enum Fault {
    /** 429, not done. */
    TOO_MANY_REQUESTS,
    /** 500, not done. */
    SERVER_ERROR_BEFORE,
    /** Done, and 500. */
    SERVER_ERROR_AFTER,
    /** Done and answered, after {@link ZohoStandIn#slowness}. */
    SLOW,
    /** 200 with a page for people, not done. */
    HTML_BEFORE,
    /** Done, and 200 with a page for people. */
    HTML_AFTER,
    /** The connection is reset, not done. */
    RESET_BEFORE,
    /** Done, and the connection is reset. */
    RESET_AFTER,
    /** Never done; the connection is held until the client leaves. */
    HANG_BEFORE,
    /** Done; the connection is held until the client leaves. */
    HANG_AFTER,
    /** Done after {@link ZohoStandIn#lateness}, even though the client may have gone; then answered. */
    LATE,
    /** Done, and half of the answer. */
    TRUNCATED_AFTER
}
