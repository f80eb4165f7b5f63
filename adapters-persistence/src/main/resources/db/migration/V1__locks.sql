-- Elsewhere PostgreSQL would count and compare bytes instead of characters.
do $$
begin
    if current_setting('server_encoding') <> 'UTF8' then
        raise exception 'its encoding is %, Lockkeeper needs UTF8', current_setting('server_encoding');
    end if;
end
$$;

-- Ids look like Zoho's: a seven-digit organisation prefix x 10^12 + a number. The prefix is the domain's
-- Catalog.ORGANIZATION; numbers up to a million belong to the standard catalogue.
create sequence crm_id as bigint start with 1777000000001000001;

create table profile (
    id          bigint primary key default nextval('crm_id'),
    name        text   not null unique,
    permissions text[] not null check (permissions <@ array['lock', 'customize', 'administer'])
);

create table crm_user (
    id         bigint  primary key default nextval('crm_id'),
    name       text    not null,
    profile_id bigint  not null references profile,
    portal     boolean not null
);

create table access_token (
    id         bigint      primary key default nextval('crm_id'),
    user_id    bigint      not null references crm_user,
    token_hash bytea       not null unique check (octet_length(token_hash) = 32), -- SHA-256
    scopes     text[]      not null,
    created_at timestamptz not null,
    expires_at timestamptz
);

create table locking_configuration (
    id           bigint      primary key default nextval('crm_id'),
    module_id    bigint      not null unique,
    lock_type    text        not null check (lock_type in ('manual', 'automatic', 'both')),
    created_by   bigint      not null references crm_user,
    created_time timestamptz not null
);

-- One row, updated by every change of a lock inside its transaction: revisions have no gaps, and follow the order of
-- commits. Few tuples a page leave room to update in place.
create table revision_counter (
    single boolean primary key default true check (single),
    value  bigint  not null
) with (fillfactor = 10);
insert into revision_counter (value) values (0);

-- Active locks only. The unique constraint is what makes a record have at most one.
create table record_lock (
    id               bigint      primary key default nextval('crm_id'),
    module_id        bigint      not null,
    record_id        bigint      not null check (record_id > 0),
    configuration_id bigint      not null constraint locked_under references locking_configuration,
    source           text        not null check (source in ('manual', 'automatic', 'both')),
    reason           text        check (char_length(reason) <= 3000),
    locked_by        bigint      references crm_user,
    rule_id          bigint,
    locked_time      timestamptz not null,
    revision         bigint      not null,
    unique (module_id, record_id),
    check ((source = 'automatic') = (reason is null)),
    check ((source = 'automatic') = (locked_by is null)),
    check ((source = 'manual') = (rule_id is null))
);
create index record_lock_newest on record_lock (locked_time, id);

-- What happened to every lock, for ever: a lock's row goes when it ends, its story stays.
create table lock_event (
    revision         bigint      primary key,
    event            text        not null check (event in ('locked', 'reason_changed', 'source_changed', 'unlocked')),
    module_id        bigint      not null,
    record_id        bigint      not null,
    lock_id          bigint      not null,
    configuration_id bigint      not null,
    source           text        not null,
    reason           text,
    rule_id          bigint,
    actor_id         bigint      references crm_user,
    at               timestamptz not null
);
create index lock_event_of_record on lock_event (module_id, record_id, revision);

create function refuse_to_rewrite_history() returns trigger language plpgsql as $$
begin
    raise exception 'lock_event is append-only';
end
$$;
create trigger append_only before update or delete or truncate on lock_event
    for each statement execute function refuse_to_rewrite_history();
