package dev.lockkeeper.adapter.persistence.decision;

import dev.lockkeeper.adapter.persistence.database.CommittedLocks;
import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.adapter.persistence.database.Follower;
import dev.lockkeeper.adapter.persistence.database.OwnConnections;
import dev.lockkeeper.domain.decision.DecisionIndex;
import dev.lockkeeper.domain.decision.IndexStatus;
import dev.lockkeeper.domain.decision.LookOutcome;
import dev.lockkeeper.domain.decision.Question;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.store.StoreUnavailable;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link DecisionIndex} in memory. One thread follows the store: it reads what has changed every few moments, at once
 * when this process has changed something or somebody is waiting, and when another process says that it has. While the
 * store is away it tries again, and everything is read anew behind a new connection.
 */
@Singleton
@Named("memory")
final class FollowingDecisionIndex implements DecisionIndex, Follower, ApplicationEventListener<StartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(FollowingDecisionIndex.class);

    /** After a failure the store is left alone for so long. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Of PostgreSQL's manual, appendix A: a statement that took too long. */
    private static final String QUERY_CANCELED = "57014";

    private final Database database;
    private final DecisionMemory memory;
    private final StoreReader reader;
    private final ChangeSignals signals;
    private final Duration maxLag;
    private final Duration maxWait;
    private final Duration pollInterval;
    private final Turns turns = new Turns();
    private boolean isAway;

    /**
     * An index that is empty until the service has started.
     *
     * @param maxLag what may be older than this is not answered
     * @param maxWait so long the answer to a change waits at most until it is in here
     * @param pollInterval how often the store is asked at least
     * @param listens whether other processes are listened for in between, which a pooler may not know
     */
    FollowingDecisionIndex(
            Database database,
            OwnConnections connections,
            KnownRestrictions restrictions,
            @Value("${lockkeeper.decisions.max-lag:500ms}") Duration maxLag,
            @Value("${lockkeeper.decisions.max-wait:200ms}") Duration maxWait,
            @Value("${lockkeeper.decisions.poll-interval:50ms}") Duration pollInterval,
            @Value("${lockkeeper.decisions.listen:true}") boolean listens) {
        this.database = database;
        this.memory = new DecisionMemory(maxLag);
        this.reader = new StoreReader(connections, restrictions, memory);
        this.signals = new ChangeSignals(connections, database, listens, turns::ask);
        this.maxLag = maxLag;
        this.maxWait = maxWait;
        this.pollInterval = pollInterval;
    }

    /** Begins to follow; nobody waits for that. */
    @Override
    public void onApplicationEvent(StartupEvent event) {
        database.followedBy(this);
        Thread.ofPlatform().daemon().name("decisions").start(this::follow);
        signals.start();
    }

    private void follow() {
        while (!turns.areOver()) {
            turns.begin();
            if (read()) {
                turns.end(pollInterval);
            } else {
                // Whoever asks meanwhile, it would be in vain.
                turns.pause(PAUSE);
            }
        }
        reader.close();
    }

    private boolean read() {
        try {
            reader.read();
            if (isAway) {
                LOG.info("The store can be followed again");
            }
            isAway = false;
            return true;
        } catch (StoreUnavailable e) {
            // What was read over the callers' connections, which may be busy: this one is as good as before.
            warn(e);
        } catch (SQLException e) {
            warn(e);
            // A database that is slow is not to be asked for everything on top of that.
            if (!QUERY_CANCELED.equals(e.getSQLState())) {
                reader.close();
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            // A row that cannot be read, say: whoever asks learns that nothing is known, and somebody has to look.
            LOG.error("The store cannot be followed", e);
            reader.close();
        }
        isAway = true;
        return false;
    }

    private void warn(Exception e) {
        if (!isAway && !turns.areOver()) {
            LOG.warn("The store cannot be followed, so that decisions may not be made: {}", e.getMessage());
        }
    }

    @Override
    public LookOutcome look(Question question, Revision atLeast) {
        return memory.look(question, atLeast);
    }

    @Override
    public void await(Revision revision, Duration atMost) {
        long owed = memory.owed();
        turns.await(() -> memory.hasReached(owed, revision.value()), atMost);
    }

    @Override
    public IndexStatus status() {
        return memory.status();
    }

    @Override
    public boolean take(CommittedLocks locks) {
        if (!locks.changed().isEmpty()) {
            signals.send();
        }
        return memory.take(locks);
    }

    @Override
    public void await() {
        long moment = System.nanoTime();
        signals.send();
        if (!memory.isCurrent() || !turns.await(() -> memory.hasReached(moment, 0), maxWait)) {
            memory.owe(moment);
            turns.ask();
        }
    }

    @Override
    public void owe() {
        memory.owe(System.nanoTime());
        signals.send();
        turns.ask();
    }

    /** What other processes remember is of no use once it is older than the largest lag. */
    @Override
    public void awaitEverywhere() {
        long moment = System.nanoTime();
        await();
        turns.await(() -> System.nanoTime() - moment > maxLag.toNanos(), maxLag.multipliedBy(2));
    }

    @Override
    public Optional<State> identities() {
        return memory.identities();
    }

    @Override
    public Optional<State> configurations() {
        return memory.configurations();
    }

    @Override
    public boolean hasLostTheStore() {
        return memory.isTooOld();
    }

    /** Ends following; what is remembered is soon too old. */
    @PreDestroy
    void close() {
        database.followedBy(Follower.NONE);
        turns.stop();
        signals.close();
    }
}
