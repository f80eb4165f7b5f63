package dev.lockkeeper.adapter.persistence.lock;

import dev.lockkeeper.adapter.persistence.database.BatchObserver;
import dev.lockkeeper.adapter.persistence.database.Batcher;
import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.adapter.persistence.database.Follower;
import dev.lockkeeper.adapter.persistence.lock.LockChange.Acquire;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.store.StoreUnavailable;
import dev.lockkeeper.domain.store.StoreUnavailable.Step;
import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Group commit: makes the changes that many callers want at the same time in one transaction, so that they share its way to
 * the disk. Each caller gets an outcome of its own, as if the changes had come one after another.
 *
 * <p>Of several changes of one record the first is made; the others are put off to the next batch, unless they try to take
 * the same lock and so are decided by the first. A change that PostgreSQL refuses is found by halving its batch, and fails
 * alone. A batch is repeated only when it is known that nothing of it happened.
 */
@Singleton
final class LockCommitter {

    /** So often a batch is tried that PostgreSQL rolled back because of what others did. */
    private static final int ATTEMPTS = 3;

    /** Of PostgreSQL's manual, appendix A: rolled back because of other transactions. */
    private static final String TRANSACTION_ROLLBACK = "40";

    private final Database database;
    private final Batcher<LockChange<?>> batcher;

    /**
     * A committer at work.
     *
     * @param callers so many wait for a commit at most
     * @param batch so many changes are committed at once at most
     * @param longestWait so long a change waits at most for a batch to take it
     */
    LockCommitter(
            Database database,
            @Nullable BatchObserver observer,
            @Value("${lockkeeper.commits.callers:10000}") int callers,
            @Value("${lockkeeper.commits.batch:500}") int batch,
            @Value("${lockkeeper.commits.longest-wait:5s}") Duration longestWait) {
        this.database = database;
        this.batcher = Batcher.start(
                "lock-commits",
                new Batcher.Limits(callers, batch, longestWait),
                observer == null ? BatchObserver.NONE : observer,
                this::commit);
    }

    /**
     * Makes a change, or has it refused; returns when it is durable and this process decides by it.
     *
     * @throws StoreUnavailable when the store is away, or too many wait
     */
    <O> O settle(LockChange<O> change) {
        batcher.ask(change);
        LockChange.Done<O> done = change.given();
        done.followed().join();
        return done.outcome();
    }

    /**
     * As {@link #settle}, for a thread that cannot wait.
     *
     * @throws StoreUnavailable when too many wait
     */
    <O> CompletionStage<O> begin(LockChange<O> change) {
        batcher.put(change);
        return change.stage().thenCompose(done -> done.followed().thenApply(_ -> done.outcome()));
    }

    private List<LockChange<?>> commit(List<LockChange<?>> batch) {
        Map<RecordKey, LockChange<?>> firsts = new LinkedHashMap<>();
        batch.forEach(change -> firsts.putIfAbsent(change.key(), change));
        commitTogether(List.copyOf(firsts.values()));
        List<LockChange<?>> putOff = new ArrayList<>();
        for (LockChange<?> change : batch) {
            LockChange<?> first = Objects.requireNonNull(firsts.get(change.key()));
            if (change != first && !isDecided(change, first)) {
                putOff.add(change);
                // Whoever comes after it comes after what it will have brought about.
                firsts.put(change.key(), change);
            }
        }
        return putOff;
    }

    /** Answers a change that the one before it decides. */
    private static boolean isDecided(LockChange<?> change, LockChange<?> before) {
        if (change instanceof Acquire next && before instanceof Acquire made && made.decides(next)) {
            made.decide(next);
            return true;
        }
        return false;
    }

    private void commitTogether(List<LockChange<?>> changes) {
        LockBatch batch;
        try {
            batch = tried(changes);
        } catch (StoreUnavailable e) {
            if (e.step() == Step.UNKNOWN) {
                database.follower().owe();
            }
            changes.forEach(change -> change.fail(e));
            return;
        } catch (IllegalStateException refused) {
            if (changes.size() == 1) {
                changes.getFirst().fail(refused);
            } else {
                int half = changes.size() / 2;
                commitTogether(changes.subList(0, half));
                commitTogether(changes.subList(half, changes.size()));
            }
            return;
        }
        // From here on it has happened, and whatever fails is no reason to repeat it.
        Follower follower = database.follower();
        batch.answer(
                follower.take(batch.committed())
                        ? CompletableFuture.completedFuture(null)
                        : CompletableFuture.runAsync(follower::await, Thread::startVirtualThread));
    }

    private LockBatch tried(List<LockChange<?>> changes) {
        for (int attempt = 1; ; attempt++) {
            LockBatch batch = new LockBatch(changes);
            try {
                database.commit(batch.queries());
                return batch;
            } catch (StoreUnavailable e) {
                if (attempt == ATTEMPTS || !wasRolledBackForOthers(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean wasRolledBackForOthers(StoreUnavailable failure) {
        return failure.getCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && cause.getSQLState().startsWith(TRANSACTION_ROLLBACK);
    }

    /** Refuses changes from here on. */
    @PreDestroy
    void close() {
        batcher.close();
    }
}
