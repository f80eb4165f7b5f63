package dev.lockkeeper.adapter.persistence.decision;

import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.adapter.persistence.identity.KnownIdentities;
import dev.lockkeeper.adapter.persistence.lock.MirroredRecord;
import dev.lockkeeper.domain.catalog.CrmId;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.decision.Actor;
import dev.lockkeeper.domain.decision.DecisionIndex;
import dev.lockkeeper.domain.decision.Facts;
import dev.lockkeeper.domain.decision.HeldLock;
import dev.lockkeeper.domain.decision.IndexStatus;
import dev.lockkeeper.domain.decision.LookOutcome;
import dev.lockkeeper.domain.decision.Question;
import dev.lockkeeper.domain.decision.Subject;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.installation.Authority;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** {@link DecisionIndex} that is none: it asks PostgreSQL each time, and so is never behind. */
@Singleton
@Named("store")
final class JdbcDecisionIndex implements DecisionIndex {

    /** One snapshot: a lock that was wanted and is settled is among the others. */
    private static final String STANDING = "select " + MirroredRecord.LOCK_COLUMNS + """
            , c.value as reached, coalesce((select decided_by from authority), 'local') as decided_by,
            w.by_user as wanted_by, wu.name as wanted_by_name, w.reason as wanted_reason, w.at as wanted_at
            from revision_counter c
                left join record_lock l on l.module_id = ? and l.record_id = ?
                left join crm_user u on u.id = l.locked_by
                left join lock_intent w on w.module_id = ? and w.record_id = ? and w.settled_at is null
                    and w.kind = 'take'
                left join crm_user wu on wu.id = w.by_user
            """;

    private static final String COUNT = "select count(*) as locks from record_lock";
    private static final String REACHED = "select value from revision_counter";

    private final Database database;
    private final KnownRestrictions restrictions;

    JdbcDecisionIndex(Database database, KnownRestrictions restrictions) {
        this.database = database;
        this.restrictions = restrictions;
    }

    /** How a record stands, and who decides about it. */
    private record Standing(
            Revision reached, Authority decidedBy, @Nullable HeldLock lock) {}

    @Override
    public LookOutcome look(Question question, Revision atLeast) {
        CrmModule module = restrictions.module(question.module()).orElse(null);
        Standing standing = standing(module == null ? 0 : module.id().value(), question);
        if (standing.reached().compareTo(atLeast) < 0) {
            return new LookOutcome.Behind(standing.reached());
        }
        return new LookOutcome.Known(new Facts(
                standing.reached(),
                module,
                module == null ? null : restrictions.find(module, standing.decidedBy()),
                standing.lock(),
                actor(question.subject())));
    }

    private Standing standing(long module, Question question) {
        long record = question.record().value();
        return database.queryOne(
                        STANDING,
                        parameters -> parameters
                                .bigint(module)
                                .bigint(record)
                                .bigint(module)
                                .bigint(record),
                        row -> new Standing(
                                new Revision(row.getLong("reached")),
                                Authority.valueOf(row.getString("decided_by").toUpperCase(Locale.ROOT)),
                                lock(row)))
                .orElseThrow();
    }

    private static @Nullable HeldLock lock(ResultSet row) throws SQLException {
        RecordLock held = MirroredRecord.lock(row);
        if (held != null) {
            return new HeldLock(held.id(), held.origin(), held.lockedAt());
        }
        if (row.getObject("wanted_by") == null) {
            return null;
        }
        UserRef by = new UserRef(new UserId(row.getLong("wanted_by")), row.getString("wanted_by_name"));
        return new HeldLock(
                null,
                new LockOrigin.Manual(by, new LockReason(row.getString("wanted_reason"))),
                row.getObject("wanted_at", OffsetDateTime.class).toInstant());
    }

    private Actor actor(Subject subject) {
        OptionalLong id = CrmId.parse(subject.id());
        Optional<Actor> known =
                id.isPresent() ? KnownIdentities.user(database, id.getAsLong()).map(Actor::of) : Optional.empty();
        String word = subject.profile();
        return known.or(() -> word == null
                        ? Optional.empty()
                        : KnownIdentities.profile(database, word).map(profile -> Actor.of(subject.portal(), profile)))
                .orElseGet(() -> Actor.unknown(subject.portal(), word));
    }

    @Override
    public void await(Revision revision, Duration atMost) {
        // Nothing is remembered that could be behind.
    }

    @Override
    public IndexStatus status() {
        long locks =
                database.queryOne(COUNT, _ -> {}, row -> row.getLong("locks")).orElseThrow();
        long reached =
                database.queryOne(REACHED, _ -> {}, row -> row.getLong("value")).orElseThrow();
        return new IndexStatus(locks, new Revision(reached), Duration.ZERO);
    }
}
