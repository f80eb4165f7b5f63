package dev.lockkeeper.adapter.persistence.configuration;

/**
 * The SQL of {@link JdbcConfigurations}.
 *
 * <p>Whatever changes a configuration first takes its module's {@linkplain
 * dev.lockkeeper.adapter.persistence.lock.ModuleGate gate} alone, and so waits until no record of the module is being
 * judged. Only then it takes the configuration's row and, to end locks, the revision counter: in this order, as all do.
 */
final class ConfigurationStatements {

    private ConfigurationStatements() {}

    static final String FIND_VERSION =
            "select id, version, modified_time from locking_configuration where module_id = ? and deleted_time is null";

    static final String FIND = """
            select c.id, c.module_id, c.version, c.lock_type, c.locked_for, c.excluded_fields, c.restricted_actions,
                   c.restricted_communications, c.restricted_custom_buttons, c.lock_for_portal_users, c.system_defined,
                   c.created_by, creator.name as created_by_name, c.created_time,
                   c.modified_by, modifier.name as modified_by_name, c.modified_time,
                   (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by e.place), '[]')
                    from unnest(c.excluded_profile_ids) with ordinality as e (id, place) join profile p using (id)
                   ) as excluded_profiles,
                   (select coalesce(jsonb_agg(to_jsonb(r) order by r.position), '[]')
                    from locking_rule r where r.configuration_id = c.id
                   ) as rules
            from locking_configuration c
                join crm_user creator on creator.id = c.created_by
                join crm_user modifier on modifier.id = c.modified_by
            where c.id = ? and c.version = ?
            """;

    static final String NEW_RULE_ID = "select nextval('crm_id') as id";

    static final String LOCKS_STILL_ENDING = """
            select exists (
                select from job where module_id = ? and kind = 'end_locks' and state in ('queued', 'running')
            ) as still_ending
            """;

    /** Standard fields are no rows, and never go. */
    static final String FIELDS_GONE = """
            select exists (
                select from unnest(?) as used (id)
                where used.id > ? and not exists (select from module_field f where f.id = used.id)
            ) as gone
            """;

    static final String CREATE = """
            insert into locking_configuration (
                lock_type, locked_for, excluded_profile_ids, excluded_fields, restricted_actions,
                restricted_communications, restricted_custom_buttons, lock_for_portal_users, used_field_ids,
                modified_by, modified_time, module_id, created_by, created_time)
            values (?, ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)
            on conflict (module_id) where deleted_time is null do nothing
            returning id
            """;

    static final String MODULE_OF = "select module_id from locking_configuration where id = ? and deleted_time is null";

    static final String CHANGE = """
            update locking_configuration set
                lock_type = ?, locked_for = ?, excluded_profile_ids = ?, excluded_fields = ?::jsonb,
                restricted_actions = ?, restricted_communications = ?, restricted_custom_buttons = ?::jsonb,
                lock_for_portal_users = ?, used_field_ids = ?, modified_by = ?, modified_time = ?, version = version + 1
            where id = ? and version = ? and deleted_time is null
            """;

    static final String REMOVE_RULES = "delete from locking_rule where configuration_id = ?";

    static final String ADD_RULE = """
            insert into locking_rule (id, configuration_id, position, name, lock_existing_records, criteria)
            values (?, ?, ?, ?, ?, ?::jsonb)
            """;

    static final String ADD_JOB = "insert into job (kind, module_id) values (?, ?) returning id";

    /** For update: one at a time ends it. Whoever is about to take a lock waits for the counter, and then finds it gone. */
    static final String TAKE = "select id from locking_configuration where id = ? and deleted_time is null for update";

    static final String DELETE = """
            update locking_configuration
            set deleted_time = ?, modified_by = ?, modified_time = ?, version = version + 1
            where id = ?
            """;
}
