package dev.lockkeeper.adapter.zoho.crm;

import dev.lockkeeper.adapter.zoho.account.ZohoAccount;
import dev.lockkeeper.domain.crm.SharedToken;
import dev.lockkeeper.domain.crm.SharedTokens;
import dev.lockkeeper.domain.store.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The access token, in memory while it lasts, and one with all other processes. One thread of each process looks for
 * another one at a time, and {@link SharedTokens} lets one process ask Zoho.
 */
final class Tokens implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

    /** After an early renewal that did not succeed, so long until this process looks again. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration SHORTEST_RETRY = Duration.ofSeconds(1);
    private static final Duration NOT_LET_IN_RETRY = Duration.ofMinutes(1);

    private final SharedTokens shared;
    private final TokenSeal seal;
    private final TokenRenewal renewal;
    private final InstantSource clock;
    private final ReentrantLock searching = new ReentrantLock();
    private final AtomicBoolean renewingEarly = new AtomicBoolean();
    private final AtomicReference<Access.@Nullable Granted> held = new AtomicReference<>();
    private volatile Instant lookAgainAt = Instant.MIN;

    /** Set while the last token that replaced a refused one has not been accepted yet: another would not be, either. */
    private volatile @Nullable Instant replacedAt;

    Tokens(ZohoAccount account, SharedTokens shared, InstantSource clock) {
        this.shared = shared;
        this.clock = clock;
        this.seal = new TokenSeal(account);
        this.renewal = new TokenRenewal(account, shared, seal, clock);
    }

    /**
     * A token that can be used.
     *
     * @param refused the generation of one that Zoho does not accept any more, or -1
     * @throws StoreUnavailable its step not taken
     */
    Access access(long refused, Patience patience) {
        Access.Granted current = usable(refused);
        if (current == null) {
            return search(refused, patience);
        }
        Instant now = clock.instant();
        if (now.isAfter(current.renewAt()) && now.isAfter(lookAgainAt) && renewingEarly.compareAndSet(false, true)) {
            Thread.ofVirtual().name("zoho-token").start(() -> renewEarly(current));
        }
        return current;
    }

    /** Zoho has taken a call with the current token. */
    void accepted() {
        replacedAt = null;
    }

    private Access.@Nullable Granted usable(long refused) {
        Access.Granted current = held.get();
        return current != null
                        && current.generation() > refused
                        && clock.instant().isBefore(current.expiresAt())
                ? current
                : null;
    }

    private Access search(long refused, Patience patience) {
        Instant replaced = replacedAt;
        if (refused >= 0 && replaced != null && clock.instant().isBefore(replaced.plus(NOT_LET_IN_RETRY))) {
            return new Access.Denied(NOT_LET_IN_RETRY, "Zoho does not accept the tokens that it gives", false);
        }
        try {
            if (!searching.tryLock(patience.left().toNanos(), TimeUnit.NANOSECONDS)) {
                return late();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return late();
        }
        try {
            return searchAlone(refused, patience);
        } catch (StoreUnavailable e) {
            throw new StoreUnavailable(StoreUnavailable.Step.NOT_TAKEN, e);
        } finally {
            searching.unlock();
        }
    }

    private Access searchAlone(long refused, Patience patience) {
        while (true) {
            Access.Granted current = usable(refused);
            if (current != null) {
                return current;
            }
            SharedToken found = shared.find(seal.fingerprint());
            Access.Granted stored = opened(found);
            if (stored != null && stored.generation() > refused) {
                return keep(stored, refused);
            }
            Access.Denied denied = denied(found);
            if (denied != null) {
                return denied;
            }
            Access.Granted renewed = renewal.renew(found.generation());
            if (renewed != null) {
                return keep(renewed, refused);
            }
            // Another process is asking, or this one has just failed, which the next look says.
            if (!patience.pause(POLL)) {
                return late();
            }
        }
    }

    private Access.Granted keep(Access.Granted found, long refused) {
        held.set(found);
        replacedAt = refused >= 0 ? clock.instant() : null;
        return found;
    }

    private void renewEarly(Access.Granted current) {
        try {
            SharedToken found = shared.find(seal.fingerprint());
            Access.Granted stored = opened(found);
            Access.Granted next = stored != null && stored.generation() > current.generation()
                    ? stored
                    : denied(found) == null ? renewal.renew(found.generation()) : null;
            // Unless another has been found meanwhile, because this one was refused.
            if (next == null || !held.compareAndSet(current, next)) {
                lookAgainAt = clock.instant().plus(LOOK_AGAIN);
            }
        } catch (StoreUnavailable e) {
            lookAgainAt = clock.instant().plus(LOOK_AGAIN);
            LOG.warn("The token for Zoho could not be renewed early: {}", e.getMessage());
        } finally {
            renewingEarly.set(false);
        }
    }

    private Access.@Nullable Granted opened(SharedToken found) {
        Instant expiresAt = found.expiresAt();
        if (found.sealed() == null || expiresAt == null) {
            return null;
        }
        Instant now = clock.instant();
        String token = expiresAt.isAfter(now) ? seal.open(found.sealed()) : null;
        return token == null ? null : Access.Granted.until(found.generation(), token, now, expiresAt);
    }

    private Access.@Nullable Denied denied(SharedToken found) {
        String reason = found.failure() == null ? "Zoho gives no token" : found.failure();
        if (!found.lettingIn()) {
            return new Access.Denied(NOT_LET_IN_RETRY, reason, false);
        }
        Instant pausedUntil = found.pausedUntil();
        if (pausedUntil == null) {
            return null;
        }
        Duration pause = Duration.between(clock.instant(), pausedUntil);
        return pause.isPositive() ? new Access.Denied(pause, reason, true) : null;
    }

    private static Access.Denied late() {
        return new Access.Denied(SHORTEST_RETRY, "No token for Zoho came in time", true);
    }

    long renewals() {
        return renewal.renewals();
    }

    long failures() {
        return renewal.failures();
    }

    @Override
    public void close() {
        renewal.close();
    }
}
