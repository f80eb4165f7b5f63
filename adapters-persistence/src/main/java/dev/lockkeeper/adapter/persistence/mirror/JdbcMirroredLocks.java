package dev.lockkeeper.adapter.persistence.mirror;

import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.adapter.persistence.database.Parameters;
import dev.lockkeeper.adapter.persistence.database.Transaction;
import dev.lockkeeper.adapter.persistence.database.Transaction.Query;
import dev.lockkeeper.adapter.persistence.lock.MirroredRecord;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.mirror.ClaimOutcome;
import dev.lockkeeper.domain.mirror.IntendedChange;
import dev.lockkeeper.domain.mirror.IntentId;
import dev.lockkeeper.domain.mirror.IntentResult;
import dev.lockkeeper.domain.mirror.LockIntent;
import dev.lockkeeper.domain.mirror.LockStep;
import dev.lockkeeper.domain.mirror.LockSteps;
import dev.lockkeeper.domain.mirror.MirroredLocks;
import dev.lockkeeper.domain.mirror.NewIntent;
import dev.lockkeeper.domain.mirror.Observation;
import dev.lockkeeper.domain.mirror.ObserveOutcome;
import dev.lockkeeper.domain.mirror.SettleOutcome;
import dev.lockkeeper.domain.mirror.Settlement;
import dev.lockkeeper.domain.mirror.Standing;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link MirroredLocks} on PostgreSQL; {@link MirrorStatements} says why no two of its steps can mix. */
@Singleton
final class JdbcMirroredLocks implements MirroredLocks {

    private static final long FIRST_HOLDER = 1;

    private final Database database;
    private final Waiting waiting;

    JdbcMirroredLocks(Database database) {
        this.database = database;
        this.waiting = new Waiting(database);
    }

    @Override
    public ClaimOutcome claim(NewIntent intent) {
        IntendedChange change = intent.change();
        LockId lock = LockSteps.lockOf(change);
        LockReason reason = IntentRows.reason(change);
        try {
            return take(intent, change, lock, reason);
        } finally {
            // The call of the CRM comes first; only who decides meanwhile has to know, of a claim that may have been
            // made as well.
            database.follower().owe();
        }
    }

    private ClaimOutcome take(
            NewIntent intent, IntendedChange change, @Nullable LockId lock, @Nullable LockReason reason) {
        return database.change(
                MirrorStatements.CLAIM,
                parameters -> bind(parameters, intent.key())
                        .text(IntentRows.kind(change))
                        .bigint(lock == null ? null : (Long) lock.value())
                        .text(reason == null ? null : reason.text())
                        .bigint(
                                change instanceof IntendedChange.Take take
                                        ? (Long) take.configuration().value()
                                        : null)
                        .bigint(intent.by().id().value())
                        .bool(!intent.by().may(Permission.LOCK))
                        .timestamptz(intent.at())
                        .bigint(micros(intent.lease())),
                row -> claimed(row, intent));
    }

    private static ClaimOutcome claimed(ResultSet row, NewIntent wanted) throws SQLException {
        IntentId id = new IntentId(row.getLong("intent_id"));
        String outcome = row.getString("outcome");
        return switch (outcome) {
            case "claimed" ->
                new ClaimOutcome.Claimed(new LockIntent(
                        id, wanted.key(), wanted.change(), wanted.by().ref(), wanted.at(), FIRST_HOLDER));
            case "joined" -> new ClaimOutcome.Joined(id);
            case "busy" ->
                new ClaimOutcome.Busy(
                        id,
                        IntentRows.change(
                                row.getString("open_kind"),
                                row.getLong("open_lock"),
                                row.getString("open_reason"),
                                row.getLong("open_configuration")));
            case "already_held" -> new ClaimOutcome.AlreadyHeld();
            case "no_such_lock" -> new ClaimOutcome.NoSuchLock();
            case "not_owner" -> new ClaimOutcome.NotOwner();
            case "held_by_rule" -> new ClaimOutcome.HeldByRule();
            default -> throw new IllegalStateException("No outcome of a claim: " + outcome);
        };
    }

    @Override
    public SettleOutcome settle(LockIntent intent, Settlement settlement, Instant at) {
        return database.inFollowedTransaction(transaction -> switch (settlement) {
            // Nothing but the intent changes, so its row is all that is needed.
            case Settlement.NotMade() -> settle(transaction, intent, new IntentResult.NotMade());
            case Settlement.Refused(var refusal) -> settle(transaction, intent, new IntentResult.Refused(refusal));
            case Settlement.Taken _, Settlement.Changed _, Settlement.RefusedAndFound _, Settlement.NotMadeAndFound _ ->
                settle(transaction, intent, settlement, at);
        });
    }

    private static SettleOutcome settle(Transaction transaction, LockIntent intent, IntentResult result)
            throws SQLException {
        return outcome(transaction.commit(List.of(), settling(intent, result)));
    }

    private static Query<IntentResult> settling(LockIntent intent, IntentResult result) {
        boolean made = result instanceof IntentResult.Made;
        return new Query<>(
                made ? MirrorStatements.SETTLE_MADE : MirrorStatements.SETTLE,
                parameters -> parameters
                        .text(IntentRows.write(result))
                        .bigint(intent.id().value())
                        .bigint(intent.holder()),
                row -> made ? IntentRows.read(row.getString("result")) : result);
    }

    /** @param settled empty when somebody else holds the intent, or has settled it */
    private static SettleOutcome outcome(Optional<IntentResult> settled) {
        return settled.<SettleOutcome>map(SettleOutcome.Settled::new).orElseGet(SettleOutcome.NoLongerHeld::new);
    }

    /** What is known of an intent that is held, and of its record. */
    private record Held(
            @Nullable Instant takenAt,
            Revision latest,
            @Nullable RecordLock lock) {

        static Held read(ResultSet row) throws SQLException {
            OffsetDateTime takenAt = row.getObject("taken_time", OffsetDateTime.class);
            return new Held(
                    takenAt == null ? null : takenAt.toInstant(),
                    new Revision(row.getLong("last_revision")),
                    MirroredRecord.lock(row));
        }
    }

    private static SettleOutcome settle(Transaction transaction, LockIntent intent, Settlement settlement, Instant at)
            throws SQLException {
        Optional<MirroredRecord.Entered<Held>> entered = MirroredRecord.enter(
                transaction,
                intent.key(),
                new Query<>(
                        MirrorStatements.HELD,
                        parameters -> parameters.bigint(intent.id().value()).bigint(intent.holder()),
                        Held::read));
        if (entered.isEmpty()) {
            return new SettleOutcome.NoLongerHeld();
        }
        MirroredRecord record = entered.get().record();
        Held held = entered.get().found();
        List<LockStep> steps = LockSteps.toSettle(intent, settlement, held.lock());
        record.take(steps, held.lock(), at.truncatedTo(ChronoUnit.MICROS));
        IntentResult result = result(intent, settlement, held.latest(), held.takenAt());
        return outcome(record.commit(settling(intent, result)));
    }

    /** @param latest as it was before the steps, which {@link MirrorStatements#SETTLE_MADE} replaces */
    private static IntentResult result(
            LockIntent intent, Settlement settlement, Revision latest, @Nullable Instant takenAt) {
        return switch (settlement) {
            case Settlement.Taken(LockId lock, Instant lockedAt) -> new IntentResult.Made(lock, latest, lockedAt);
            case Settlement.Changed() ->
                new IntentResult.Made(
                        Objects.requireNonNull(LockSteps.lockOf(intent.change())),
                        latest,
                        Objects.requireNonNull(takenAt));
            case Settlement.Refused(var refusal) -> new IntentResult.Refused(refusal);
            case Settlement.RefusedAndFound(var refusal, var _) -> new IntentResult.Refused(refusal);
            case Settlement.NotMade(), Settlement.NotMadeAndFound _ -> new IntentResult.NotMade();
        };
    }

    @Override
    public void postpone(LockIntent intent, Duration wait) {
        database.inTransaction(transaction -> transaction.update(
                MirrorStatements.POSTPONE,
                parameters -> parameters
                        .bigint(micros(wait))
                        .bigint(intent.id().value())
                        .bigint(intent.holder())));
    }

    @Override
    public List<LockIntent> takeOver(int limit, Duration lease) {
        return database.inTransaction(transaction -> transaction.query(
                MirrorStatements.TAKE_OVER,
                parameters -> parameters.bigint(limit).bigint(micros(lease)),
                IntentRows::intent));
    }

    @Override
    public Optional<LockIntent> findOpen(RecordKey key) {
        return database.queryOne(MirrorStatements.FIND_OPEN, parameters -> bind(parameters, key), IntentRows::intent);
    }

    @Override
    public Optional<IntentResult> await(IntentId intent, Duration atMost) {
        return waiting.await(intent, atMost);
    }

    @Override
    public int forgetSettled(Duration age) {
        return database.inTransaction(transaction ->
                transaction.update(MirrorStatements.FORGET, parameters -> parameters.bigint(micros(age))));
    }

    @Override
    public Map<RecordId, Standing> standing(ModuleId module, Collection<RecordId> records) {
        Map<RecordId, Standing> standing = new HashMap<>();
        List<Long> ids = records.stream().map(RecordId::value).toList();
        database.query(
                        MirrorStatements.STANDING,
                        parameters -> parameters.bigint(module.value()).bigints(ids),
                        row -> KnownRecord.read(row, module))
                .forEach(known -> standing.put(known.standing().key().record(), known.standing()));
        return standing;
    }

    @Override
    public List<RecordId> lockedRecords(ModuleId module, @Nullable RecordId after, int limit) {
        return database.query(
                MirrorStatements.LOCKED_RECORDS,
                parameters -> parameters
                        .bigint(module.value())
                        .bigint(after == null ? 0 : after.value())
                        .bigint(limit),
                row -> new RecordId(row.getLong("record_id")));
    }

    @Override
    public ObserveOutcome observe(Observation observation) {
        RecordKey key = observation.before().key();
        Database.Binder binder = parameters -> parameters
                .bigint(key.module().value())
                .bigints(List.of(key.record().value()));
        Database.RowReader<KnownRecord> reader = row -> KnownRecord.read(row, key.module());
        // Most observations find nothing new: they are answered without keeping anybody waiting.
        Optional<ObserveOutcome> unchanged = database.queryOne(MirrorStatements.STANDING, binder, reader)
                .orElseThrow()
                .unchangedBy(observation);
        return unchanged.orElseGet(() -> database.inFollowedTransaction(transaction -> {
            MirroredRecord.Entered<KnownRecord> entered = MirroredRecord.enter(
                            transaction, key, new Query<>(MirrorStatements.STANDING, binder, reader))
                    .orElseThrow();
            KnownRecord known = entered.found();
            Optional<ObserveOutcome> outcome = known.unchangedBy(observation);
            return outcome.isPresent() ? outcome.get() : known.adopt(entered.record(), observation);
        }));
    }

    private static Parameters bind(Parameters parameters, RecordKey key) throws SQLException {
        return parameters.bigint(key.module().value()).bigint(key.record().value());
    }

    private static long micros(Duration duration) {
        return duration.dividedBy(ChronoUnit.MICROS.getDuration());
    }
}
