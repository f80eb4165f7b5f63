package dev.lockkeeper.adapter.persistence.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.PersistenceContext;
import dev.lockkeeper.domain.RulesSteps;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.LockingPolicy;
import dev.lockkeeper.domain.configuration.Policies;
import dev.lockkeeper.domain.decision.DecisionIndex;
import dev.lockkeeper.domain.decision.Facts;
import dev.lockkeeper.domain.decision.HeldLock;
import dev.lockkeeper.domain.decision.IndexSteps;
import dev.lockkeeper.domain.decision.LookOutcome;
import dev.lockkeeper.domain.decision.Question;
import dev.lockkeeper.domain.decision.Restrictions;
import dev.lockkeeper.domain.decision.Subject;
import dev.lockkeeper.domain.identity.AccessToken;
import dev.lockkeeper.domain.identity.AccessTokens;
import dev.lockkeeper.domain.identity.IdentitySteps;
import dev.lockkeeper.domain.identity.IssuedToken;
import dev.lockkeeper.domain.identity.RevokeOutcome;
import dev.lockkeeper.domain.identity.Scope;
import dev.lockkeeper.domain.installation.Authority;
import dev.lockkeeper.domain.lock.History;
import dev.lockkeeper.domain.lock.ManualChange;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.store.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** How the index in memory follows what others do to the store, and to its connection. */
class FollowingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final SqlDecisions HERE = SqlDecisions.decidedBy(Authority.LOCAL);
    private static final SqlDecisions THERE = new SqlDecisions(HERE.database(), PersistenceContext.on(HERE.database()));

    private final RulesSteps there = steps();

    private final DecisionIndex here = HERE.index("memory");

    /** A test before may have broken the connections of the pool, which notices one by one. */
    private static RulesSteps steps() {
        Instant latest = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                return new RulesSteps(THERE.rules());
            } catch (StoreUnavailable e) {
                if (Instant.now().isAfter(latest)) {
                    throw e;
                }
            }
        }
    }

    @AfterAll
    static void close() {
        HERE.close();
        THERE.close();
    }

    private Question question(long record) {
        return new Question(
                new Subject("somebody", false, null),
                there.module.apiName(),
                there.key(record).record());
    }

    private Facts facts(long record, Revision atLeast) {
        return new IndexSteps(here).facts(question(record), atLeast);
    }

    /** Looks again and again, as often as it takes. */
    private Facts eventually(long record, Predicate<Facts> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Facts last = facts(record, Revision.NONE);
        while (!wanted.test(last)) {
            assertThat(System.nanoTime()).as("in time, but it was %s", last).isLessThan(end);
            here.await(Revision.NONE, Duration.ofMillis(1));
            last = facts(record, Revision.NONE);
        }
        return last;
    }

    private LockingConfiguration configured() {
        return there.configured(there.rule("Won", false));
    }

    private static void setAside(String statements) {
        HERE.database().execute("set session_replication_role = replica; " + statements);
    }

    /** Ends all connections of the service, as a server does that fails over. */
    private static void cutConnections() {
        HERE.database()
                .number("select count(pg_terminate_backend(pid)) from pg_stat_activity "
                        + "where datname = current_database() and pid <> pg_backend_pid()");
    }

    @Test
    void showsWhatAnotherProcessDidToWhoeverHandsItsRevisionOver() {
        configured();
        for (long record = 1; record <= 200; record++) {
            RecordLock lock = there.lockedByHand(record);
            assertThat(facts(record, lock.revision()).lock())
                    .extracting(HeldLock::id)
                    .isEqualTo(lock.id());
        }
    }

    @Test
    void showsWhatAnotherProcessDidAfterAWhileToEverybody() {
        LockingConfiguration made = configured();
        eventually(1, facts -> facts.restrictions() != null);

        RecordLock lock = there.lockedByHand(1);
        eventually(1, facts -> facts.lock() != null);
        THERE.rules().locks().release(new ManualChange(lock.key(), lock.id(), there.user, RulesSteps.NOON));
        eventually(1, facts -> facts.lock() == null);

        LockingPolicy manual = Policies.of(LockType.MANUAL);
        THERE.rules().configurations().change(made.rulesVersion(), manual, null, there.user, RulesSteps.NOON);
        eventually(1, facts -> Restrictions.of(manual).equals(facts.restrictions()));
    }

    @Test
    void followsMoreChangesThanItReadsAtOnceAndMoreThanItFollowsOneByOne() {
        LockingConfiguration made = configured();
        long before = facts(1, Revision.NONE).revision().value();
        long last = before;
        for (int changes : new int[] {12_345, 60_000}) {
            last = lockBySql(made, last, changes);

            assertThat(facts(last, new Revision(last)).lock()).isNotNull();
        }
        for (long record = before + 1; record <= last; record += 1_001) {
            assertThat(facts(record, new Revision(last)).lock())
                    .as("record %d", record)
                    .isNotNull();
        }
        assertThat(facts(last + 1, new Revision(last)).lock()).isNull();
    }

    /** Locks as many records, each under the id of its revision, and answers the last one. */
    private long lockBySql(LockingConfiguration configuration, long revision, int changes) {
        HERE.database().execute("begin; " + locksBySql(configuration, revision, changes) + "; commit");
        return revision + changes;
    }

    private String locksBySql(LockingConfiguration configuration, long revision, int changes) {
        return """
                select value from revision_counter for update;
                insert into record_lock (module_id, record_id, configuration_id, source, rule_id, locked_time, revision)
                select %1$d, %2$d + g, %3$d, 'automatic', 1, now(), %2$d + g from generate_series(1, %4$d) g;
                insert into lock_event (revision, event, module_id, record_id, lock_id, configuration_id, source, rule_id, at)
                select revision, 'locked', module_id, record_id, id, configuration_id, source, rule_id, locked_time
                from record_lock where revision > %2$d;
                update revision_counter set value = value + %4$d
                """.formatted(
                        there.module.id().value(), revision, configuration.id().value(), changes);
    }

    @Test
    void readsEverythingAnewWhereTheHistoryLacksARevision() {
        LockingConfiguration made = configured();
        long before = facts(1, Revision.NONE).revision().value();

        setAside("begin; " + locksBySql(made, before, 5) + "; delete from lock_event where revision = " + (before + 2)
                + "; commit");

        assertThat(facts(before + 2, new Revision(before + 5)).lock()).isNotNull();
    }

    /** Reading everything anew would find the lock that stands in the table alone. */
    @Test
    void followsWhereverAPartOfTheHistoryEndsAndWhateverIsForgotten() {
        LockingConfiguration made = configured();
        History history = THERE.context().getBean(History.class);
        RecordLock first = there.lockedByHand(1);
        assertThat(facts(1, first.revision()).lock()).isNotNull();
        setAside("""
                insert into record_lock (module_id, record_id, configuration_id, source, rule_id, locked_time, revision)
                values (%d, 9, %s, 'automatic', 1, now(), 1)
                """.formatted(there.module.id().value(), made.id()));
        RecordLock last = first;
        for (int part = 0; part < 4; part++) {
            Instant day = Instant.EPOCH.plus(Duration.ofDays(400_000 + part));
            assertThat(history.beginPart(day, day)).isTrue();
            history.forgetParts(day.minusSeconds(1));
            assertThat(facts(9, last.revision()).revision()).isEqualTo(last.revision());

            last = there.lockedByHand(part + 2);
            assertThat(facts(part + 2, last.revision()).lock()).isNotNull();
            history.forgetParts(day);
        }

        assertThat(facts(1, last.revision()).lock()).isNotNull();
        assertThat(facts(9, last.revision()).lock()).isNull();
        assertThat(HERE.database().number("select min(revision) from lock_event"))
                .isEqualTo(last.revision().value());
    }

    @Test
    void believesNothingOfBeforeAFailoverToAServerThatLacksTheLatestChanges() {
        configured();
        RecordLock kept = there.lockedByHand(1);
        RecordLock lost = there.lockedByHand(2);
        assertThat(facts(2, lost.revision()).lock()).isNotNull();

        setAside("delete from record_lock where revision > %1$s; delete from lock_event where revision > %1$s; "
                        .formatted(kept.revision())
                + "update revision_counter set value = " + kept.revision());
        cutConnections();

        eventually(2, facts -> facts.lock() == null);
        assertThat(facts(1, Revision.NONE).lock()).isNotNull();
        RecordLock next = lockedOverANewConnection(3);
        assertThat(next.revision()).isEqualTo(lost.revision());
        assertThat(facts(3, next.revision()).lock()).isNotNull();
    }

    @Test
    void believesNoConfigurationAndNoTokenOfBeforeAFailover() {
        IdentitySteps steps = new IdentitySteps(HERE.identities());
        AccessTokens tokens = HERE.identities().accessTokens();
        AccessToken token = IdentitySteps.someToken();
        steps.issued(token, steps.user(), Set.of(Scope.DECISIONS), null);
        recalled(tokens, token);
        configured();
        Restrictions lost = Objects.requireNonNull(
                eventually(1, facts -> facts.restrictions() != null).restrictions());

        // The same versions as before, of other contents.
        setAside(("update locking_configuration set lock_for_portal_users = false, modified_time = now()"
                        + " where module_id = %d; delete from access_token where token_hash = sha256('%s')")
                .formatted(there.module.id().value(), token.value()));
        cutConnections();

        Facts now = eventually(1, facts -> !lost.equals(facts.restrictions()));
        assertThat(Objects.requireNonNull(now.restrictions()).lockForPortalUsers())
                .isFalse();
        assertThat(tokens.recall(token)).isEmpty();
    }

    private static void recalled(AccessTokens tokens, AccessToken token) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (tokens.recall(token).isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(end);
            assertThat(tokens.find(token)).isPresent();
        }
    }

    /** The pool finds out one after the other that its connections are gone. */
    private RecordLock lockedOverANewConnection(long record) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return there.lockedByHand(record);
            } catch (StoreUnavailable e) {
                assertThat(System.nanoTime()).as("in time: %s", e.getMessage()).isLessThan(end);
            }
        }
    }

    @Test
    void answersNothingFromThePastWhileTheStoreDoesNotAnswer() throws SQLException {
        configured();
        assertThat(facts(1, Revision.NONE).lock()).isNull();
        try (Connection connection = HERE.database().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table identity_version in access exclusive mode");

            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!(here.look(question(1), Revision.NONE) instanceof LookOutcome.NotKnown)) {
                assertThat(System.nanoTime()).isLessThan(end);
                here.await(new Revision(Long.MAX_VALUE), Duration.ofMillis(10));
            }
            assertThat(here.status().lag()).isGreaterThan(Duration.ofMillis(500));
            connection.rollback();
        }

        RecordLock lock = there.lockedByHand(1);
        assertThat(facts(1, lock.revision()).lock()).isNotNull();
    }

    @Test
    void leavesNoConnectionBehind() {
        SqlDecisions other = SqlDecisions.decidedBy(Authority.LOCAL);
        assertThat(new IndexSteps(other.index("memory"))
                        .facts("Leads", new RecordKey(new ModuleId(1), new RecordId(1)))
                        .lock())
                .isNull();
        assertThat(connections(other)).isPositive();

        other.close();

        long end = System.nanoTime() + PATIENCE.toNanos();
        while (connections(other) > 0) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    private static long connections(SqlDecisions of) {
        return of.database()
                .number("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()");
    }

    @Test
    void recallsATokenUntilItsRevocationByAnotherProcessIsAnswered() {
        IdentitySteps steps = new IdentitySteps(THERE.identities());
        AccessTokens tokens = HERE.identities().accessTokens();
        AccessToken token = IdentitySteps.someToken();
        IssuedToken issued = steps.issued(token, steps.user(), Set.of(Scope.DECISIONS), null);
        recalled(tokens, token);

        RevokeOutcome outcome = THERE.identities().accessTokens().revoke(issued.id(), IdentitySteps.NOON);

        assertThat(outcome).isEqualTo(RevokeOutcome.REVOKED);
        assertThat(tokens.recall(token)).isEmpty();
        assertThat(tokens.find(token)).isEmpty();
    }
}
