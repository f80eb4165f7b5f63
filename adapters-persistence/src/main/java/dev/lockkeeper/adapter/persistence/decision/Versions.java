package dev.lockkeeper.adapter.persistence.decision;

import dev.lockkeeper.domain.installation.Authority;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/**
 * How far the store has come, in everything that decisions rest on. Each number rises with every change that is
 * committed.
 */
record Versions(
        long revision,
        long catalog,
        long identity,
        long configurations,
        long mirrored,
        Authority decidedBy,
        String wanted) {

    /** Before anything has been read. */
    static final Versions NONE = new Versions(-1, -1, -1, -1, -1, Authority.LOCAL, "");

    /** One snapshot, so that a lock that is wanted and one that was taken are not both missed. */
    static final String READ = """
            select r.value as revision, c.version as catalog, i.version as identity,
                (select coalesce(sum(version), 0)::bigint from locking_configuration) as configurations,
                (select coalesce(sum(version), 0)::bigint from mirrored_module) as mirrored,
                coalesce((select decided_by from authority), 'local') as decided_by,
                (select coalesce(json_agg(json_build_object(
                        'module', w.module_id, 'record', w.record_id, 'by', w.by_user, 'reason', w.reason,
                        'at', (extract(epoch from w.at) * 1000000)::bigint) order by w.id), '[]')::text
                    from lock_intent w where w.settled_at is null and w.kind = 'take') as wanted
            from revision_counter r, catalog_version c, identity_version i
            """;

    static Versions read(ResultSet row) throws SQLException {
        return new Versions(
                row.getLong("revision"),
                row.getLong("catalog"),
                row.getLong("identity"),
                row.getLong("configurations"),
                row.getLong("mirrored"),
                Authority.valueOf(row.getString("decided_by").toUpperCase(Locale.ROOT)),
                row.getString("wanted"));
    }

    Versions withRevision(long other) {
        return new Versions(other, catalog, identity, configurations, mirrored, decidedBy, wanted);
    }

    /** Whether modules or what is configured for them may have changed since others were read. */
    boolean haveOtherRestrictions(Versions before) {
        return catalog != before.catalog
                || configurations != before.configurations
                || mirrored != before.mirrored
                || decidedBy != before.decidedBy;
    }
}
