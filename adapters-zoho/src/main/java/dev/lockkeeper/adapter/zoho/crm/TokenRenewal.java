package dev.lockkeeper.adapter.zoho.crm;

import dev.lockkeeper.adapter.zoho.account.ZohoAccount;
import dev.lockkeeper.adapter.zoho.crm.TokenEndpoint.Answer;
import dev.lockkeeper.domain.crm.SharedTokens;
import dev.lockkeeper.domain.store.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Zoho for a token, when this process is the one who may, and puts it where all find it. */
final class TokenRenewal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TokenRenewal.class);

    /** Zoho's "Access Denied" says that there were too many requests, whose window is ten minutes. */
    private static final Duration THROTTLED_PAUSE = Duration.ofMinutes(1);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int LONGEST_PAUSE_DOUBLINGS = 5;

    /** The lease outlives the call that is made under it. */
    private static final Duration LEASE_GRACE = Duration.ofSeconds(5);

    private final SharedTokens shared;
    private final TokenSeal seal;
    private final TokenEndpoint endpoint;
    private final InstantSource clock;
    private final Duration lease;
    private final AtomicInteger failuresInARow = new AtomicInteger();
    private final LongAdder renewals = new LongAdder();
    private final LongAdder failures = new LongAdder();

    TokenRenewal(ZohoAccount account, SharedTokens shared, TokenSeal seal, InstantSource clock) {
        this.shared = shared;
        this.seal = seal;
        this.clock = clock;
        this.endpoint = new TokenEndpoint(account);
        this.lease = account.callTimeout().multipliedBy(2).plus(LEASE_GRACE);
    }

    /** The token after this generation, or null when this process may not ask, or was not given one. */
    Access.@Nullable Granted renew(long generation) {
        if (!shared.claim(seal.fingerprint(), generation, clock.instant(), lease)) {
            return null;
        }
        Answer answer = endpoint.ask();
        Instant now = clock.instant();
        return switch (answer) {
            case Answer.Given(String token, Duration lifetime) -> given(generation, token, now, lifetime);
            case Answer.NotLetIn(String reason) -> failed(generation, reason, now.plus(THROTTLED_PAUSE), false);
            case Answer.Throttled(String reason) -> failed(generation, reason, now.plus(THROTTLED_PAUSE), true);
            case Answer.Failed(String reason) ->
                failed(generation, reason, now.plus(growingPause(failuresInARow.getAndIncrement())), true);
        };
    }

    private Access.Granted given(long generation, String token, Instant now, Duration lifetime) {
        failuresInARow.set(0);
        renewals.increment();
        Instant expiresAt = now.plus(lifetime);
        Access.Granted granted = Access.Granted.until(generation + 1, token, now, expiresAt);
        try {
            shared.renewed(seal.fingerprint(), generation, seal.seal(token), expiresAt);
            LOG.info("Zoho gave token {} for {}", granted.generation(), lifetime);
        } catch (StoreUnavailable e) {
            // Zoho gave it, and gives few: this process uses it, and the others ask when the lease is over.
            LOG.warn("Token {} of Zoho could not be shared: {}", granted.generation(), e.getMessage());
        }
        return granted;
    }

    private Access.@Nullable Granted failed(long generation, String reason, Instant pausedUntil, boolean lettingIn) {
        failures.increment();
        LOG.warn("No token for Zoho: {}", reason);
        shared.failed(seal.fingerprint(), generation, reason, pausedUntil, lettingIn);
        return null;
    }

    private static Duration growingPause(int before) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(before, LONGEST_PAUSE_DOUBLINGS));
    }

    long renewals() {
        return renewals.sum();
    }

    long failures() {
        return failures.sum();
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
