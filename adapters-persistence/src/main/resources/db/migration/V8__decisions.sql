-- What lets a process follow, without reading all of it again and again, what decisions rest on beside the locks.

-- In the order in which calls of running processes read them, or the migration and they would wait for each other.
lock table access_token, crm_user, profile, mirrored_module in access exclusive mode;

-- One row: how often users, profiles or tokens in force were changed. Every change takes it last but for the revision
-- counter, so that versions follow the order of commits.
create table identity_version (
    single  boolean primary key default true check (single),
    version bigint  not null
);
insert into identity_version (version) values (0);

alter table profile add column version bigint not null default 0;
alter table crm_user add column version bigint not null default 0;
create index profile_changed on profile (version);
create index crm_user_changed on crm_user (version);

create function next_identity_version() returns bigint language sql as $$
    update identity_version set version = version + 1 returning version
$$;

create function note_identity_version() returns trigger language plpgsql as $$
begin
    new.version := next_identity_version();
    return new;
end
$$;
create trigger changed before insert or update on profile
    for each row execute function note_identity_version();
create trigger changed before insert or update on crm_user
    for each row execute function note_identity_version();

-- A token that is new need not be noticed: nobody remembers it. One that has expired is nobody's any longer.
create function note_revocations() returns trigger language plpgsql as $$
begin
    if exists (select from gone where expires_at is null or expires_at > now()) then
        perform next_identity_version();
    end if;
    return null;
end
$$;
create trigger revoked after delete on access_token referencing old table as gone
    for each statement execute function note_revocations();

create function note_change() returns trigger language plpgsql as $$
begin
    perform next_identity_version();
    return null;
end
$$;
create trigger changed after update of user_id, token_hash, scopes, expires_at on access_token
    for each row execute function note_change();

-- Rises with each reading that is kept, so that their sum tells whether any was.
alter table mirrored_module add column version bigint not null default 0;
create function count_reading() returns trigger language plpgsql as $$
begin
    new.version := case tg_op when 'INSERT' then 1 else old.version + 1 end;
    return new;
end
$$;
create trigger kept before insert or update of configuration, read_at on mirrored_module
    for each row execute function count_reading();
