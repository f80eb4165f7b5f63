package dev.lockkeeper.domain.crm;

/**
 * How this process stands with the CRM.
 *
 * @param reason for the operator, without secrets
 */
public record CrmStatus(State state, String reason) {

    /** Whether the CRM can be asked. */
    public enum State {
        /** It has not answered this process yet. */
        NOT_REACHED,
        REACHABLE,
        /** It has answered before, and does not now; this is tried again by itself. */
        AWAY,
        /** It does not accept this service's credentials, which somebody has to renew. */
        NOT_LET_IN
    }
}
