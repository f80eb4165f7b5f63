package dev.lockkeeper.adapter.persistence.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.PersistenceContext;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.adapter.persistence.lock.SqlLocksFixture;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.crm.CrmLock;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.Users;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.LockStory;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.LocksFixture;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.mirror.AwaitedIntentContract;
import dev.lockkeeper.domain.mirror.ClaimOutcome;
import dev.lockkeeper.domain.mirror.IntendedChange;
import dev.lockkeeper.domain.mirror.IntentResult;
import dev.lockkeeper.domain.mirror.LockIntent;
import dev.lockkeeper.domain.mirror.MirrorRaceContract;
import dev.lockkeeper.domain.mirror.MirroredLocks;
import dev.lockkeeper.domain.mirror.MirroredLocksContract;
import dev.lockkeeper.domain.mirror.NewIntent;
import dev.lockkeeper.domain.mirror.Observation;
import dev.lockkeeper.domain.mirror.ObservationContract;
import dev.lockkeeper.domain.mirror.ObserveOutcome;
import dev.lockkeeper.domain.mirror.SettleOutcome;
import dev.lockkeeper.domain.mirror.Settlement;
import dev.lockkeeper.domain.mirror.SettlementContract;
import dev.lockkeeper.domain.mirror.Standing;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcMirroredLocksTest
        implements MirroredLocksContract,
                SettlementContract,
                AwaitedIntentContract,
                ObservationContract,
                MirrorRaceContract {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ApplicationContext CONTEXT = PersistenceContext.on(DATABASE);

    private final LocksFixture fixture = new SqlLocksFixture(DATABASE);

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Override
    public MirroredLocks mirror() {
        return CONTEXT.getBean(MirroredLocks.class);
    }

    @Override
    public Locks locks() {
        return CONTEXT.getBean(Locks.class);
    }

    @Override
    public Users users() {
        return CONTEXT.getBean(Users.class);
    }

    @Override
    public LocksFixture given() {
        return fixture;
    }

    @AfterEach
    void revisionsHaveNoGaps() {
        assertThat(DATABASE.number("select value from revision_counter"))
                .isEqualTo(DATABASE.number("select count(*) from lock_event"))
                .isEqualTo(DATABASE.number("select coalesce(max(revision), 0) from lock_event"));
    }

    @Test
    void claimsAndFindsNothingNewWhileSomebodyChangesLocks() throws SQLException {
        LockingConfiguration configuration = fixture.configuration();
        RecordKey key = fixture.record(configuration);
        RecordKey other = fixture.record(configuration);
        User user = fixture.user();
        Standing standing =
                mirror().standing(other.module(), List.of(other.record())).get(other.record());
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select value from revision_counter for update");

            ClaimOutcome claimed = mirror().claim(new NewIntent(
                    key,
                    new IntendedChange.Take(new LockReason("a reason"), configuration.id()),
                    user,
                    Instant.EPOCH,
                    Duration.ofHours(1)));
            ObserveOutcome observed =
                    mirror().observe(new Observation(Objects.requireNonNull(standing), null, Instant.EPOCH));

            assertThat(claimed).isInstanceOf(ClaimOutcome.Claimed.class);
            assertThat(observed).isEqualTo(new ObserveOutcome.Same());
            connection.rollback();
        }
    }

    /** The observation is older than the claim, and looks at the record before the claim is committed. */
    @Test
    void letsNoObservationOvertakeAClaimThatIsUnderWay() throws Exception {
        LockingConfiguration configuration = fixture.configuration();
        RecordKey key = fixture.record(configuration);
        User user = fixture.user();
        Standing before = mirror().standing(key.module(), List.of(key.record())).get(key.record());
        CrmLock found = new CrmLock(
                new LockId(4711_000_000_001L),
                new LockOrigin.Automatic(new RuleId(1)),
                configuration.id(),
                Instant.EPOCH);
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "select * from claim_intent(%s, %s, 'take', null, 'a reason', %s, %s, true, now(), '1 hour')"
                            .formatted(key.module(), key.record(), configuration.id(), user.id()));

            Future<ObserveOutcome> observing = threads.submit(
                    () -> mirror().observe(new Observation(Objects.requireNonNull(before), found, Instant.EPOCH)));
            while (!observing.isDone() && !somebodyWaitsForARecord()) {
                Thread.onSpinWait();
            }
            connection.commit();

            assertThat(observing.get()).isEqualTo(new ObserveOutcome.Outdated());
            assertThat(locks().find(key)).isEmpty();
        }
    }

    /** As the end of a lock with its record does, which needs the counter alone. */
    @Test
    void leavesNoTraceOfAStepWhoseLockEndsMeanwhile() throws Exception {
        RecordKey key = fixture.record(fixture.configuration());
        LockIntent release = releaseOf(key, new LockId(4711_000_000_002L));
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            connection.setAutoCommit(false);
            statement.execute("select value from revision_counter for update");

            Future<SettleOutcome> settling =
                    threads.submit(() -> mirror().settle(release, new Settlement.Changed(), Instant.EPOCH));
            while (!settling.isDone() && !somebodyWaits()) {
                Thread.onSpinWait();
            }
            statement.execute("""
                    with ended as (delete from record_lock where id = 4711000000002 returning *),
                        advanced as (update revision_counter set value = value + 1 returning value)
                    insert into lock_event (revision, event, module_id, record_id, lock_id, configuration_id, source,
                                            reason, at, cause)
                    select value, 'unlocked', module_id, record_id, id, configuration_id, source, reason, now(),
                           'record_deleted'
                    from ended, advanced
                    """);
            connection.commit();

            Revision ended = new Revision(DATABASE.number("select value from revision_counter"));
            IntentResult made = new IntentResult.Made(new LockId(4711_000_000_002L), ended, Instant.EPOCH);
            assertThat(settling.get()).isEqualTo(new SettleOutcome.Settled(made));
            assertThat(mirror().await(release.id(), Duration.ZERO)).contains(made);
            assertThat(LockStory.of(locks(), key)).hasSize(2);
        }
    }

    @Test
    void keepsNobodyFromChangingLocksWhileItWaitsForAnIntent() throws Exception {
        LockIntent release = releaseOf(fixture.record(fixture.configuration()), new LockId(4711_000_000_003L));
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            connection.setAutoCommit(false);
            statement.execute("select from lock_intent where id = %s for update".formatted(release.id()));

            Future<SettleOutcome> settling =
                    threads.submit(() -> mirror().settle(release, new Settlement.Changed(), Instant.EPOCH));
            while (!settling.isDone() && !somebodyWaits()) {
                Thread.onSpinWait();
            }
            releaseOf(fixture.record(fixture.configuration()), new LockId(4711_000_000_004L));
            assertThat(settling.isDone()).isFalse();
            connection.rollback();

            assertThat(settling.get()).isInstanceOf(SettleOutcome.Settled.class);
        }
    }

    /** Has a record locked, and somebody claim to release it. */
    private LockIntent releaseOf(RecordKey key, LockId lock) {
        User user = fixture.user();
        IntendedChange take = new IntendedChange.Take(
                new LockReason("a reason"), fixture.configuration().id());
        mirror().settle(claimed(key, take, user), new Settlement.Taken(lock, Instant.EPOCH), Instant.EPOCH);
        return claimed(key, new IntendedChange.Release(lock), user);
    }

    private LockIntent claimed(RecordKey key, IntendedChange change, User user) {
        mirror().claim(new NewIntent(key, change, user, Instant.EPOCH, Duration.ofHours(1)));
        return mirror().findOpen(key).orElseThrow();
    }

    private static boolean somebodyWaits() {
        return DATABASE.number("""
                select count(*) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'
                """) > 0;
    }

    private static boolean somebodyWaitsForARecord() {
        return DATABASE.number("""
                select count(*) from pg_locks where locktype = 'advisory' and not granted
                    and database = (select oid from pg_database where datname = current_database())
                """) > 0;
    }
}
