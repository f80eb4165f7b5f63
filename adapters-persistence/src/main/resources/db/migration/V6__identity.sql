-- By what the company's identity provider knows a user.
alter table crm_user add external_id text unique;

-- Programs that get access tokens by themselves. A client's id is the client_id of OAuth.
create table oauth_client (
    id                 bigint      primary key default nextval('crm_id'),
    name               text        not null,
    user_id            bigint      not null references crm_user,
    scopes             text[]      not null,
    secret_hash        bytea       not null check (octet_length(secret_hash) = 32), -- SHA-256
    refresh_token_hash bytea       not null check (octet_length(refresh_token_hash) = 32),
    created_at         timestamptz not null
);

-- A client's tokens end with it.
alter table access_token
    add client_id    bigint references oauth_client on delete cascade,
    add last_used_at timestamptz;
create index access_token_of_client on access_token (client_id, expires_at) where client_id is not null;

-- Whoever removes the last one in force from here locks everybody out. Tokens that a client got do not count: they end
-- by themselves within the hour.
create view administrator_token as
    select t.id, t.expires_at, p.id as profile_id
    from access_token t
        join crm_user u on u.id = t.user_id
        join profile p on p.id = u.profile_id
    where t.client_id is null
        and 'administer' = any (p.permissions)
        and exists (select from unnest(t.scopes) as scope where lower(scope) = 'lockkeeper.admin');
