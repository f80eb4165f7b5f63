-- What lets a process follow, without reading all of it again and again, what decisions rest on beside the locks.

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
create function note_revocation() returns trigger language plpgsql as $$
begin
    perform next_identity_version();
    return null;
end
$$;
create trigger revoked after delete or update of user_id, token_hash, scopes, expires_at on access_token
    for each row when (old.expires_at is null or old.expires_at > now())
    execute function note_revocation();

-- Rises with each reading that is kept, so that their sum tells whether any was.
alter table mirrored_module add column version bigint not null default 0;
