package dev.lockkeeper.adapter.persistence.record;

import dev.lockkeeper.domain.job.JobKind;

/**
 * Which records a job looks at, and how to find those that come next. Each query is given the module and the last record
 * looked at.
 */
enum ExistingRecordsQuery {
    /** Every record that was reported. */
    REPORTED("from crm_record r left join record_lock l using (module_id, record_id)", ""),
    /** Those that a rule holds. */
    HELD_BY_RULE("from record_lock l join crm_record r using (module_id, record_id)", "and l.rule_id is not null"),
    /** Those locked under a configuration that was deleted, whether reported or not. */
    LEFT_BEHIND(
            "from record_lock l left join crm_record r using (module_id, record_id)"
                    + " join locking_configuration c on c.id = l.configuration_id",
            "and c.deleted_time is not null");

    private static final String COLUMNS = """
            select record_id, r.name, r.owner_id, r.fields, coalesce(r.version, 0) as version, r.reported_by,
                   l.id as lock_id, l.source, l.reason, l.locked_by, l.rule_id, u.name as locked_by_name
            """;

    private final String from;
    private final String condition;

    ExistingRecordsQuery(String from, String condition) {
        this.from = from;
        this.condition = condition;
    }

    static ExistingRecordsQuery of(JobKind kind) {
        return switch (kind) {
            case LOCK_EXISTING_RECORDS -> REPORTED;
            case REVIEW_LOCKS -> HELD_BY_RULE;
            case END_LOCKS -> LEFT_BEHIND;
        };
    }

    String count() {
        return "select count(*) %s %s".formatted(from, where());
    }

    String next() {
        return COLUMNS
                + "%s left join crm_user u on u.id = l.locked_by %s order by record_id limit ?"
                        .formatted(from, where());
    }

    private String where() {
        String module = this == REPORTED ? "r.module_id" : "l.module_id";
        String record = this == REPORTED ? "r.record_id" : "l.record_id";
        return "where %s = ? and %s > ? %s".formatted(module, record, condition);
    }
}
