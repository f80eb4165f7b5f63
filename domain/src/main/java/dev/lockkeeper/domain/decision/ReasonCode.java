package dev.lockkeeper.domain.decision;

import java.util.Locale;

/** Why something is permitted or not: the {@code reason_code} of a decision. Each names one branch of {@link AccessRules}. */
public enum ReasonCode {
    NOT_LOCKED,
    ACTION_NOT_RESTRICTED,
    FIELDS_EXCLUDED,
    PROFILE_EXCLUDED,
    PORTAL_USERS_NOT_RESTRICTED,
    LOCKED,
    NO_LOCK_PERMISSION,
    AUTOMATIC_LOCK,
    MANUAL_LOCK,
    AUTOMATIC_ONLY,
    ALREADY_LOCKED,
    UNKNOWN_MODULE;

    /** Made once: each decision says it. */
    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The value on the wire. */
    public String wireName() {
        return wireName;
    }
}
