-- A configuration that was deleted stays as a row, since the history names it; a module has one that was not.
alter table locking_configuration
    add column version                   bigint      not null default 1,
    add column locked_for                text        not null default 'all_profiles'
        check (locked_for in ('all_profiles', 'all_profiles_except_excluded_profiles')),
    add column excluded_profile_ids      bigint[]    not null default '{}',
    add column excluded_fields           jsonb       not null default '[]', -- [{"id", "api_name"}]
    add column restricted_actions        text[]      not null default '{update}',
    add column restricted_communications text[]      not null default '{}',
    add column restricted_custom_buttons jsonb       not null default '[]', -- [{"id", "name"}]
    add column lock_for_portal_users     boolean     not null default true,
    add column system_defined            boolean     not null default false,
    add column used_field_ids            bigint[]    not null default '{}', -- by its rules and excluded_fields
    add column modified_by               bigint      references crm_user,
    add column modified_time             timestamptz,
    add column deleted_time              timestamptz;
update locking_configuration set modified_by = created_by, modified_time = created_time;
alter table locking_configuration
    alter column modified_by set not null,
    alter column modified_time set not null,
    drop constraint locking_configuration_module_id_key;
create unique index locking_configuration_of_module on locking_configuration (module_id) where deleted_time is null;

create table locking_rule (
    id                    bigint  primary key default nextval('crm_id'),
    configuration_id      bigint  not null references locking_configuration,
    position              integer not null,
    name                  text    not null,
    lock_existing_records boolean not null,
    criteria              jsonb   not null,
    unique (configuration_id, position) deferrable initially deferred
);

-- Whoever takes a lock looks at the configuration's row and keeps it from being deleted meanwhile, which a foreign key
-- would do once more.
alter table record_lock drop constraint locked_under;

create table job (
    id          bigint      primary key default nextval('crm_id'),
    kind        text        not null check (kind in ('lock_existing_records', 'review_locks', 'end_locks')),
    module_id   bigint      not null,
    state       text        not null default 'queued' check (state in ('queued', 'running', 'done', 'failed')),
    total       bigint      not null default 0,
    done        bigint      not null default 0,
    locked      bigint      not null default 0,
    released    bigint      not null default 0,
    failed      bigint      not null default 0,
    reached     bigint      not null default 0, -- the last record looked at
    started_at  timestamptz,
    finished_at timestamptz
);
create index job_not_over on job (module_id, id) where state in ('queued', 'running');

alter table lock_event add column cause text not null default 'request'
    check (cause in ('request', 'rules', 'record_deleted', 'configuration_deleted'));
