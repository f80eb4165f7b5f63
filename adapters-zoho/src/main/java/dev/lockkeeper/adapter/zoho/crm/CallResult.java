package dev.lockkeeper.adapter.zoho.crm;

import dev.lockkeeper.domain.crm.CrmReply;

/** How a call of {@link dev.lockkeeper.domain.crm.Crm} ended, for metrics. */
public enum CallResult {
    ANSWERED,
    REFUSED,
    UNAVAILABLE,
    UNKNOWN;

    static CallResult of(CrmReply<?> reply) {
        return switch (reply) {
            case CrmReply.Answered<?> _ -> ANSWERED;
            case CrmReply.Refused<?> _ -> REFUSED;
            case CrmReply.Unavailable<?> _ -> UNAVAILABLE;
            case CrmReply.Unknown<?> _ -> UNKNOWN;
        };
    }
}
