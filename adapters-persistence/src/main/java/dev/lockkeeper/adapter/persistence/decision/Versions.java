package dev.lockkeeper.adapter.persistence.decision;

import dev.lockkeeper.adapter.persistence.database.Transaction.Query;
import dev.lockkeeper.domain.installation.Authority;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far the store has come, in everything that decisions rest on. Each number rises with every change that is
 * committed.
 *
 * @param revision up to which locks were read
 * @param mark by which the history is recognised when it is met again
 * @param met what the mark that was asked for looks like now; null when it is not there
 * @param wanted the locks that a CRM is being asked for, as JSON
 */
record Versions(
        long revision,
        Mark mark,
        @Nullable String met,
        long catalog,
        long identity,
        long configurations,
        long mirrored,
        Authority decidedBy,
        String wanted) {

    /**
     * One change of the history.
     *
     * @param part of the history that has it
     * @param event what it was; null when there is none
     */
    record Mark(long revision, int part, @Nullable String event) {}

    /** Before anything has been read. */
    static final Versions NONE = new Versions(-1, new Mark(0, 0, null), null, -1, -1, -1, -1, Authority.LOCAL, "");

    /**
     * One snapshot, so that a lock that is wanted and one that was taken are not both missed. The first part of the history
     * to look into stands in the text, so that a plan that is kept has no other in it.
     */
    private static final String READ = """
            select r.value as revision, c.version as catalog, i.version as identity, latest.part, latest.event,
                (select e.lock_id || ' ' || e.at from lock_event e where e.revision = ? and e.part >= :part) as met,
                (select coalesce(sum(version), 0)::bigint from locking_configuration) as configurations,
                (select coalesce(sum(version), 0)::bigint from mirrored_module) as mirrored,
                coalesce((select decided_by from authority), 'local') as decided_by,
                (select coalesce(json_agg(json_build_object(
                        'module', w.module_id, 'record', w.record_id, 'by', w.by_user, 'reason', w.reason,
                        'at', (extract(epoch from w.at) * 1000000)::bigint) order by w.id), '[]')::text
                    from lock_intent w where w.settled_at is null and w.kind = 'take') as wanted
            from catalog_version c, identity_version i, revision_counter r
                left join lateral (
                    select e.part, e.lock_id || ' ' || e.at as event from lock_event e
                    where e.revision = r.value and e.part >= :part offset 0
                ) latest on true
            """;

    /** Asks how far the store has come since. */
    Query<Versions> next() {
        return new Query<>(
                READ.replace(":part", Integer.toString(firstPart())),
                parameters -> parameters.bigint(mark.revision()),
                row -> read(row, mark.part()));
    }

    /**
     * Revisions from the mark on are in this part of the history or later ones. The one before the mark's is among them: a
     * server that lacks the latest changes may lack the beginning of a part.
     */
    int firstPart() {
        return Math.max(0, mark.part() - 1);
    }

    private static Versions read(ResultSet row, int partBefore) throws SQLException {
        long revision = row.getLong("revision");
        String event = row.getString("event");
        return new Versions(
                revision,
                new Mark(revision, event == null ? partBefore : row.getInt("part"), event),
                row.getString("met"),
                row.getLong("catalog"),
                row.getLong("identity"),
                row.getLong("configurations"),
                row.getLong("mirrored"),
                Authority.valueOf(row.getString("decided_by").toUpperCase(Locale.ROOT)),
                row.getString("wanted"));
    }

    Versions withRevision(long other) {
        return new Versions(other, mark, met, catalog, identity, configurations, mirrored, decidedBy, wanted);
    }

    /** The same where nothing but the locks was read yet. */
    Versions ofLocksAlone() {
        return new Versions(
                revision,
                mark,
                met,
                NONE.catalog,
                NONE.identity,
                NONE.configurations,
                NONE.mirrored,
                NONE.decidedBy,
                NONE.wanted);
    }

    /**
     * Whether these are of a store that is not the one of before: a server to which a pooler went over may lack the latest
     * changes, and give their revisions again.
     */
    boolean areOfAnotherStoreThan(Versions before) {
        return revision < before.revision
                || identity < before.identity
                || (met != null && before.mark.event() != null && !Objects.equals(met, before.mark.event()));
    }

    /** Whether modules or what is configured for them may have changed since others were read. */
    boolean haveOtherRestrictionsThan(Versions before) {
        return catalog != before.catalog
                || configurations != before.configurations
                || mirrored != before.mirrored
                || decidedBy != before.decidedBy;
    }
}
