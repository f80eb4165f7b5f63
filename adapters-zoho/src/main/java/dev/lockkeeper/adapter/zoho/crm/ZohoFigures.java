package dev.lockkeeper.adapter.zoho.crm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What this process has made of Zoho so far; what is counted only rises.
 *
 * @param calls of {@link dev.lockkeeper.domain.crm.Crm}, by kind and result; both are complete
 * @param requests sent to the CRM, repetitions among them, without those for tokens
 * @param turnedAway how many of them were answered that there are too many
 * @param creditsUsed of the organisation in the last 24 hours, as far as known
 * @param creditsRemaining what Zoho said last; null while it does not say
 * @param atOnce how many calls this process may make at once now
 * @param underWay how many it makes now
 * @param waiting how many wait for their turn now
 * @param tokenRenewals how many tokens this process was given
 * @param tokenFailures how often it asked for one in vain
 */
public record ZohoFigures(
        Map<CallKind, Map<CallResult, Long>> calls,
        long requests,
        long turnedAway,
        long creditsUsed,
        @Nullable Long creditsRemaining,
        int atOnce,
        int underWay,
        int waiting,
        Breaker breaker,
        long tokenRenewals,
        long tokenFailures) {

    /** Whether Zoho is called, left alone, or tried. */
    public enum Breaker {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    public ZohoFigures {
        calls = Map.copyOf(calls);
    }
}
