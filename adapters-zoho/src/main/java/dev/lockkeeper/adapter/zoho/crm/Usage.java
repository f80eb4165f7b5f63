package dev.lockkeeper.adapter.zoho.crm;

import dev.lockkeeper.adapter.zoho.account.ZohoAccount;
import dev.lockkeeper.domain.crm.CrmUse;
import dev.lockkeeper.domain.store.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the other processes what this one uses, from its first call on, and keeps it to its share. */
final class Usage implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Usage.class);
    private static final Duration REPORTS_EVERY = Duration.ofSeconds(1);

    /** What Zoho said of the credits left is taken for true so long, since nobody asks it while all is stopped. */
    private static final Duration REMAINING_HOLDS = Duration.ofHours(1);

    /** What Zoho said of the credits left. */
    private record Remaining(long credits, Instant at) {}

    private final ZohoAccount account;
    private final CrmUse use;
    private final Turns turns;
    private final InstantSource clock;
    private final String process = UUID.randomUUID().toString();
    private final ReentrantLock reporting = new ReentrantLock();
    private final AtomicLong unreported = new AtomicLong();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong turnedAwayInAll = new AtomicLong();
    private final AtomicBoolean turnedAway = new AtomicBoolean();
    private final AtomicBoolean started = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile CrmUse.@Nullable Share share;
    private volatile Instant reportedAt = Instant.MIN;
    private @Nullable StoreUnavailable failure;
    private Instant failedAt = Instant.MIN;
    private volatile @Nullable Remaining remaining;

    Usage(ZohoAccount account, CrmUse use, Turns turns, InstantSource clock) {
        this.account = account;
        this.use = use;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * Makes sure that the others count with this process, so that what it has is its share.
     *
     * @throws StoreUnavailable its step not taken
     */
    void join() {
        if (started.compareAndSet(false, true)) {
            Thread.ofVirtual().name("zoho-usage").start(this::reportUntilStopped);
        }
        if (isStale()) {
            try {
                reportIfStale();
            } catch (StoreUnavailable e) {
                throw new StoreUnavailable(StoreUnavailable.Step.NOT_TAKEN, e);
            }
        }
    }

    void sent() {
        requests.incrementAndGet();
        unreported.incrementAndGet();
    }

    void turnedAway() {
        turnedAwayInAll.incrementAndGet();
        turnedAway.set(true);
    }

    /** What Zoho says of the credits left; it does not before half of them are used. */
    void remaining(@Nullable Long credits) {
        remaining = credits == null ? null : new Remaining(credits, clock.instant());
    }

    /** Of the organisation in the last 24 hours, as far as known. */
    long creditsUsed() {
        CrmUse.Share current = share;
        long counted = (current == null ? 0 : current.callsOfDay()) + unreported.get();
        Long left = creditsRemaining();
        return left == null ? counted : Math.max(counted, account.dailyCredits() - left);
    }

    @Nullable
    Long creditsRemaining() {
        Remaining said = remaining;
        return said == null || clock.instant().isAfter(said.at().plus(REMAINING_HOLDS)) ? null : said.credits();
    }

    boolean backgroundMayCall() {
        return creditsUsed() < account.backgroundShare() * account.dailyCredits();
    }

    long requests() {
        return requests.get();
    }

    long timesTurnedAway() {
        return turnedAwayInAll.get();
    }

    private boolean isStale() {
        return share == null || clock.instant().isAfter(reportedAt.plus(CrmUse.ABSENT_AFTER));
    }

    private void reportIfStale() {
        reporting.lock();
        try {
            // Whoever waited for an attempt that failed does not make another one each.
            StoreUnavailable latest = failure;
            if (latest != null && clock.instant().isBefore(failedAt.plus(REPORTS_EVERY))) {
                throw latest;
            }
            if (isStale()) {
                report();
            }
        } finally {
            reporting.unlock();
        }
    }

    private void reportUntilStopped() {
        try {
            while (!stopped.await(REPORTS_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                reporting.lock();
                try {
                    report();
                } catch (StoreUnavailable e) {
                    LOG.warn("What is used of Zoho could not be told: {}", e.getMessage());
                } finally {
                    reporting.unlock();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void report() {
        long calls = unreported.get();
        boolean away = turnedAway.getAndSet(false);
        Instant now = clock.instant();
        try {
            CrmUse.Share given = use.report(new CrmUse.Report(process, now, calls, away, account.concurrency()));
            unreported.addAndGet(-calls);
            share = given;
            reportedAt = now;
            failure = null;
            turns.limit(given.atOnce());
        } catch (StoreUnavailable e) {
            if (away) {
                turnedAway.set(true);
            }
            failure = e;
            failedAt = clock.instant();
            throw e;
        }
    }

    /** Leaves its share to the others. */
    @Override
    public void close() {
        stopped.countDown();
        if (started.get()) {
            reporting.lock();
            try {
                report();
                use.leave(process);
            } catch (StoreUnavailable e) {
                LOG.warn(
                        "The others learn after {} that this process is gone: {}", CrmUse.ABSENT_AFTER, e.getMessage());
            } finally {
                reporting.unlock();
            }
        }
    }
}
