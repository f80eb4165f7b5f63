package dev.lockkeeper.adapter.persistence.record;

import dev.lockkeeper.domain.job.JobKind;

/**
 * Which records a job looks at, and how to find those that come next. Each query is given the module and the last record
 * looked at.
 *
 * <p>The next ones are cut off before anything is joined to them, at a number that PostgreSQL knows when it plans: as a
 * parameter it would be guessed at a tenth of the table, and every page would read all locks.
 */
enum ExistingRecordsQuery {
    /** Every record that was reported. */
    REPORTED("crm_record page where module_id = ? and record_id > ?", "r", "l", "record_lock"),
    /** Those that a rule holds. */
    HELD_BY_RULE(
            "record_lock page where module_id = ? and record_id > ? and rule_id is not null", "l", "r", "crm_record"),
    /** Those locked under a configuration that was deleted, whether reported or not. */
    LEFT_BEHIND(
            "record_lock page where module_id = ? and record_id > ? and exists ("
                    + "select from locking_configuration c"
                    + " where c.id = page.configuration_id and c.deleted_time is not null)",
            "l",
            "r",
            "crm_record");

    private static final String COLUMNS = """
            select record_id, r.name, r.owner_id, r.fields, coalesce(r.version, 0) as version, r.reported_by,
                   l.id as lock_id, l.source, l.reason, l.locked_by, l.rule_id, u.name as locked_by_name
            """;

    private final String page;
    private final String alias;
    private final String joinedAlias;
    private final String joined;

    ExistingRecordsQuery(String page, String alias, String joinedAlias, String joined) {
        this.page = page;
        this.alias = alias;
        this.joinedAlias = joinedAlias;
        this.joined = joined;
    }

    static ExistingRecordsQuery of(JobKind kind) {
        return switch (kind) {
            case LOCK_EXISTING_RECORDS -> REPORTED;
            case REVIEW_LOCKS -> HELD_BY_RULE;
            case END_LOCKS -> LEFT_BEHIND;
        };
    }

    String count() {
        return "select count(*) from " + page;
    }

    String next(int limit) {
        return COLUMNS + """
                from (select * from %s order by record_id limit %d) %s
                    left join %s %s using (module_id, record_id)
                    left join crm_user u on u.id = l.locked_by
                order by record_id
                """.formatted(page, limit, alias, joined, joinedAlias);
    }
}
