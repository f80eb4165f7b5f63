package dev.lockkeeper.adapter.persistence.lock;

import dev.lockkeeper.adapter.persistence.database.CommittedLocks;
import dev.lockkeeper.adapter.persistence.database.CommittedLocks.Held;
import dev.lockkeeper.adapter.persistence.database.CommittedLocks.Standing;
import dev.lockkeeper.adapter.persistence.database.Parameters;
import dev.lockkeeper.adapter.persistence.database.Transaction.Query;
import dev.lockkeeper.adapter.persistence.lock.LockChange.Acquire;
import dev.lockkeeper.adapter.persistence.lock.LockChange.Alter;
import dev.lockkeeper.adapter.persistence.lock.LockChange.Done;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.lock.AcquireOutcome;
import dev.lockkeeper.domain.lock.ChangeOutcome;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin.ManualHold;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.LockSource;
import dev.lockkeeper.domain.lock.NewLock;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** One change of the lock of each of many records, in one transaction and one round trip. For one use. */
final class LockBatch {

    /** Stands for no number in what is sent; no id is 0. */
    private static final long NONE = 0;

    private final List<Acquire> acquires = new ArrayList<>();
    private final List<Alter> releases = new ArrayList<>();
    private final List<Alter> reasons = new ArrayList<>();

    private final List<Answer<?>> answers = new ArrayList<>();
    private final List<Made> made = new ArrayList<>();
    private long before;

    private record Answer<O>(LockChange<O> change, O outcome) {

        void give(CompletableFuture<Void> followed) {
            change.answer(new Done<>(outcome, followed));
        }
    }

    /** A change that was made, under its revision. */
    private record Made(long revision, Standing standing) {}

    /** @param changes of different records */
    LockBatch(List<LockChange<?>> changes) {
        for (LockChange<?> change : changes) {
            switch (change) {
                case Acquire acquire -> acquires.add(acquire);
                case Alter alter -> (alter.reason() == null ? releases : reasons).add(alter);
            }
        }
    }

    /** What makes the changes; when it has been committed, they can be {@linkplain #answer answered}. */
    List<Query<?>> queries() {
        List<Query<?>> queries = new ArrayList<>();
        queries.add(new Query<>(BatchStatements.TAKE_COUNTER, _ -> {}, row -> before = row.getLong(1)));
        if (!acquires.isEmpty()) {
            queries.add(new Query<>(BatchStatements.ACQUIRE, this::bindAcquires, this::readAcquired));
        }
        if (!releases.isEmpty()) {
            queries.add(new Query<>(
                    BatchStatements.RELEASE,
                    parameters -> bind(parameters, releases),
                    row -> readAltered(row, at(row, releases))));
        }
        if (!reasons.isEmpty()) {
            queries.add(new Query<>(
                    BatchStatements.CHANGE_REASON,
                    parameters -> bind(parameters, reasons).texts(map(reasons, LockBatch::reason)),
                    row -> readAltered(row, at(row, reasons))));
        }
        return queries;
    }

    private void bindAcquires(Parameters parameters) throws SQLException {
        parameters
                .bigints(longs(acquires, acquire -> acquire.key().module().value()))
                .bigints(longs(acquires, acquire -> acquire.key().record().value()))
                .bigints(longs(
                        acquires,
                        acquire -> acquire.lock().under().configuration().value()))
                .bigints(longs(acquires, acquire -> acquire.lock().under().version()))
                .texts(map(
                        acquires,
                        acquire -> LockRows.word(acquire.lock().origin().source())))
                .texts(map(acquires, acquire -> reason(acquire.lock())))
                .bigints(longs(acquires, acquire -> orNone(owner(acquire.lock()))))
                .bigints(longs(acquires, acquire -> orNone(rule(acquire.lock()))))
                .bigints(longs(acquires, acquire -> micros(acquire.lock().at())));
    }

    private static Parameters bind(Parameters parameters, List<Alter> alters) throws SQLException {
        boolean[] ownOnly = new boolean[alters.size()];
        for (int i = 0; i < ownOnly.length; i++) {
            ownOnly[i] = alters.get(i).change().ownOnly();
        }
        return parameters
                .bigints(longs(alters, alter -> alter.key().module().value()))
                .bigints(longs(alters, alter -> alter.key().record().value()))
                .bigints(longs(alters, alter -> alter.change().lock().value()))
                .bigints(longs(alters, alter -> alter.change().by().id().value()))
                .bools(ownOnly)
                .bigints(longs(alters, alter -> micros(alter.change().at())));
    }

    /** Of which change a row tells. */
    private static <T> T at(ResultSet row, List<T> changes) throws SQLException {
        return changes.get(row.getInt("place") - 1);
    }

    private boolean readAcquired(ResultSet row) throws SQLException {
        Acquire acquire = at(row, acquires);
        return answers.add(new Answer<>(acquire, outcome(row, acquire.lock())));
    }

    private AcquireOutcome outcome(ResultSet row, NewLock lock) throws SQLException {
        if (!row.getBoolean("in_force")) {
            return new AcquireOutcome.ConfigurationChanged();
        }
        long id = row.getLong("id");
        if (row.wasNull()) {
            return new AcquireOutcome.AlreadyHeld();
        }
        long revision = row.getLong("revision");
        Held held = new Held(id, lock.origin().source(), micros(lock.at()), owner(lock), reason(lock), rule(lock));
        made.add(new Made(revision, standing(lock.key(), held)));
        return new AcquireOutcome.Acquired(new RecordLock(
                new LockId(id),
                lock.key(),
                lock.origin(),
                lock.under().configuration(),
                lock.at(),
                new Revision(revision)));
    }

    private boolean readAltered(ResultSet row, Alter alter) throws SQLException {
        return answers.add(new Answer<>(alter, outcome(row, alter)));
    }

    private ChangeOutcome outcome(ResultSet row, Alter alter) throws SQLException {
        long revision = row.getLong("revision");
        if (!row.wasNull()) {
            made.add(new Made(revision, standing(alter.key(), left(row, alter))));
            return new ChangeOutcome.Changed(new Revision(revision));
        }
        if (!row.getBoolean("found")) {
            return new ChangeOutcome.NoSuchLock();
        }
        return alter.change().ownOnly() && !row.getBoolean("own")
                ? new ChangeOutcome.NotOwner()
                : new ChangeOutcome.HeldByRule();
    }

    /** The lock as the change left it; null when it has ended. */
    private static @Nullable Held left(ResultSet row, Alter alter) throws SQLException {
        Long rule = row.getObject("rule_id", Long.class);
        LockReason reason = alter.reason();
        long id = alter.change().lock().value();
        if (reason != null) {
            LockSource source = rule == null ? LockSource.MANUAL : LockSource.BOTH;
            Long owner = row.getObject("locked_by", Long.class);
            return new Held(id, source, row.getLong("locked_at"), owner, reason.text(), rule);
        }
        return rule == null ? null : new Held(id, LockSource.AUTOMATIC, row.getLong("locked_at"), null, null, rule);
    }

    /** What has changed, once it is committed. */
    CommittedLocks committed() {
        List<Standing> changed = made.stream()
                .sorted(Comparator.comparingLong(Made::revision))
                .map(Made::standing)
                .toList();
        return new CommittedLocks(before, before + made.size(), changed);
    }

    /** @param followed ends when this process decides by these changes */
    void answer(CompletableFuture<Void> followed) {
        int changes = acquires.size() + releases.size() + reasons.size();
        if (answers.size() != changes) {
            throw new IllegalStateException("Of %d changes %d are answered".formatted(changes, answers.size()));
        }
        answers.forEach(answer -> answer.give(followed));
    }

    private static Standing standing(RecordKey key, @Nullable Held held) {
        return new Standing(key.module().value(), key.record().value(), held);
    }

    private static @Nullable Long owner(NewLock lock) {
        return lock.origin().manual().map(hold -> hold.owner().id().value()).orElse(null);
    }

    private static @Nullable String reason(NewLock lock) {
        return lock.origin()
                .manual()
                .map(ManualHold::reason)
                .map(LockReason::text)
                .orElse(null);
    }

    private static String reason(Alter alter) {
        return Objects.requireNonNull(alter.reason()).text();
    }

    private static @Nullable Long rule(NewLock lock) {
        return lock.origin().heldByRule().map(RuleId::value).orElse(null);
    }

    private static long orNone(@Nullable Long id) {
        return id == null ? NONE : id;
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private static <T> long[] longs(List<T> all, ToLongFunction<T> value) {
        return all.stream().mapToLong(value).toArray();
    }

    private static <T> List<@Nullable String> map(List<T> all, Function<T, @Nullable String> text) {
        List<@Nullable String> texts = new ArrayList<>(all.size());
        all.forEach(one -> texts.add(text.apply(one)));
        return texts;
    }
}
