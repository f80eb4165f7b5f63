package dev.lockkeeper.adapter.zoho.crm;

import dev.lockkeeper.domain.crm.CrmStatus;
import dev.lockkeeper.domain.crm.CrmStatus.State;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How this process stands with Zoho, as its last calls say. */
final class Standing {

    private static final Logger LOG = LoggerFactory.getLogger(Standing.class);

    /** So many failures in a row say more than that one connection broke. */
    private static final int FAILURES_OF_AWAY = 3;

    private final Set<CallKind> withoutScope = ConcurrentHashMap.newKeySet();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean answered;
    private volatile @Nullable String notLetIn;
    private volatile String failure = "";

    void understood(CallKind kind) {
        withoutScope.remove(kind);
        failures.set(0);
        answered = true;
        notLetIn = null;
    }

    void failed(String reason) {
        failure = reason;
        failures.incrementAndGet();
    }

    void notLetIn(String reason) {
        if (!reason.equals(notLetIn)) {
            LOG.error("Zoho does not let this service in: {}", reason);
        }
        notLetIn = reason;
    }

    void withoutScope(CallKind kind) {
        if (withoutScope.add(kind)) {
            LOG.error("The refresh token for Zoho lacks a scope: {}", kind);
        }
    }

    CrmStatus status(boolean leftAlone) {
        String shutOut = notLetIn;
        if (shutOut != null) {
            return new CrmStatus(State.NOT_LET_IN, shutOut);
        }
        if (!withoutScope.isEmpty()) {
            return new CrmStatus(State.NOT_LET_IN, "The refresh token lacks a scope for " + withoutScope);
        }
        if (!answered) {
            return new CrmStatus(State.NOT_REACHED, failures.get() == 0 ? "Not asked yet" : failure);
        }
        return leftAlone || failures.get() >= FAILURES_OF_AWAY
                ? new CrmStatus(State.AWAY, failure)
                : new CrmStatus(State.REACHABLE, "Zoho answers");
    }
}
