-- What is kept here where Zoho's CRM decides about locks (docs/decisions/0013-intents.md).

-- Who decides about the locks of this store; no row until that was asked for the first time.
create table authority (
    single     boolean primary key default true check (single),
    decided_by text    not null check (decided_by in ('local', 'crm'))
);

alter table lock_event
    drop constraint lock_event_cause_check,
    add constraint lock_event_cause_check
        check (cause in ('request', 'rules', 'record_deleted', 'configuration_deleted', 'crm'));

-- Changes of locks that the CRM is asked for. Settled ones stay for a while, for those who wait.
create table lock_intent (
    id               bigint      primary key generated always as identity,
    module_id        bigint      not null,
    record_id        bigint      not null check (record_id > 0),
    kind             text        not null check (kind in ('take', 'release', 'change_reason')),
    lock_id          bigint,      -- the lock to be changed,
    locked_time      timestamptz, -- and when it was taken
    reason           text        check (char_length(reason) <= 3000),
    configuration_id bigint,
    by_user          bigint      not null references crm_user,
    at               timestamptz not null,
    holder           bigint      not null default 1, -- rises with each who takes it over
    held_until       timestamptz not null,
    settled_at       timestamptz,
    result           json, -- not jsonb: the CRM's words may hold U+0000
    check ((kind = 'take') = (lock_id is null)),
    check ((kind = 'take') = (locked_time is null)),
    check ((kind = 'take') = (configuration_id is not null)),
    check ((kind = 'release') = (reason is null)),
    check ((settled_at is null) = (result is null))
);
create unique index lock_intent_open on lock_intent (module_id, record_id) where settled_at is null;
create index lock_intent_of_record on lock_intent (module_id, record_id, id);
create index lock_intent_held on lock_intent (id) where settled_at is null;
create index lock_intent_settled on lock_intent (settled_at) where settled_at is not null;

-- Keeps apart whoever claims, settles or observes one record, to the end of the transaction. The two numbers are a key
-- space of their own, apart from the advisory locks of modules; who collides waits for another record now and then.
create function enter_record(of_module bigint, of_record bigint) returns void language sql as $$
    select pg_advisory_xact_lock(hashint8(of_module), hashint8(of_record))
$$;

-- One round trip. Each statement in here sees what was committed when it began, and so after the record was entered;
-- a single statement would see what was committed before it waited.
create function claim_intent(
    of_module bigint, of_record bigint, wanted text, wanted_lock bigint, wanted_reason text,
    wanted_configuration bigint, wanted_by bigint, own_only boolean, wanted_at timestamptz, lease interval)
returns table (outcome text, intent_id bigint, open_kind text, open_lock bigint, open_reason text,
               open_configuration bigint)
language plpgsql volatile as $$
declare
    known lock_intent;
    held record_lock;
begin
    perform enter_record(of_module, of_record);
    select * into known from lock_intent i
    where i.module_id = of_module and i.record_id = of_record and i.settled_at is null;
    if found then
        outcome := case
            when (known.by_user, known.kind, known.lock_id, known.reason, known.configuration_id)
                is not distinct from (wanted_by, wanted, wanted_lock, wanted_reason, wanted_configuration)
            then 'joined' else 'busy' end;
        intent_id := known.id;
        open_kind := known.kind;
        open_lock := known.lock_id;
        open_reason := known.reason;
        open_configuration := known.configuration_id;
        return next;
        return;
    end if;
    select * into held from record_lock l where l.module_id = of_module and l.record_id = of_record;
    outcome := case
        when wanted = 'take' and held.id is not null then 'already_held'
        when wanted = 'take' then 'claimed'
        when held.id is distinct from wanted_lock then 'no_such_lock'
        when own_only and held.locked_by is distinct from wanted_by then 'not_owner'
        when held.source = 'automatic' then 'held_by_rule'
        else 'claimed' end;
    if outcome = 'claimed' then
        insert into lock_intent (module_id, record_id, kind, lock_id, locked_time, reason, configuration_id, by_user,
                                 at, held_until)
        values (of_module, of_record, wanted, wanted_lock, held.locked_time, wanted_reason, wanted_configuration,
                wanted_by, wanted_at, clock_timestamp() + lease)
        returning id into intent_id;
    end if;
    return next;
end
$$;

create table mirrored_module (
    module_id     bigint      primary key,
    configuration json, -- {"id", "lock_type", "rules": [{"id", "name"}], "element"}, in the CRM's order and words
    read_at       timestamptz not null,
    stale_at      timestamptz, -- when there was last reason to believe that it has changed
    swept_at      timestamptz
);

-- Records to be looked at in the CRM.
create table stale_record (
    module_id   bigint      not null,
    record_id   bigint      not null check (record_id > 0),
    noted       bigint      not null generated always as identity, -- the order
    taken       bigint, -- the batch that it is in
    noted_again boolean     not null default false, -- since it was taken
    held_until  timestamptz not null default '-infinity',
    primary key (module_id, record_id)
);
create index stale_record_noted on stale_record (noted);
create sequence stale_batch as bigint;

-- Zoho's user chooses them, and may have others of other programs: they begin with the time of this migration, in ms.
do $$
begin
    execute format('create sequence crm_channel_id as bigint start with %s',
                   (extract(epoch from clock_timestamp()) * 1000)::bigint);
end
$$;
create table crm_channel (
    id         bigint      primary key,
    module_id  bigint      not null,
    token_hash bytea       not null check (octet_length(token_hash) = 32), -- SHA-256
    expires_at timestamptz not null,
    opened     boolean     not null default false
);

-- The access token for the CRM, one for each set of credentials.
create table crm_token (
    credentials  text          primary key, -- a fingerprint
    generation   bigint        not null default 0,
    sealed       text,
    expires_at   timestamptz,
    paused_until timestamptz,
    failure      text,
    letting_in   boolean       not null default true,
    asking_until timestamptz,
    attempts     timestamptz[] not null default '{}'
);

-- One row: how many calls all processes may make at once. Every report takes it first.
create table crm_use (
    single      boolean primary key default true check (single),
    concurrency int check (concurrency > 0), -- null before the first report
    sank_at     timestamptz,
    quiet_since timestamptz
);
insert into crm_use default values;

create table crm_use_process (
    process     text        primary key,
    reported_at timestamptz not null
);

create table crm_use_hour (
    hour  timestamptz primary key,
    calls bigint      not null
);

-- The table of db-scheduler once more: which process does which duty. Apart from the jobs, so that neither scheduler
-- meets tasks that it does not know.
create table scheduled_duties (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_duties_by_time on scheduled_duties (execution_time);
create index scheduled_duties_by_heartbeat on scheduled_duties (last_heartbeat);
