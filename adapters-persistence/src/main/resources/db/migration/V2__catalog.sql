-- What was added to the standard catalogue, which itself is code (docs/decisions/0002).

-- One row: how often the catalogue was changed. Every change takes it first, so that changes pass one at a time; who
-- remembers the catalogue of this version need read nothing else.
create table catalog_version (
    single  boolean primary key default true check (single),
    version bigint  not null
);
insert into catalog_version (version) values (0);

-- Modules never go and never change their name: locks, history and readers' memories refer to them.
create table custom_module (
    id       bigint primary key,
    number   int    not null unique check (number > 0), -- Zoho's module_name is CustomModule + number
    api_name text   not null check (api_name ~ '^[A-Za-z][A-Za-z0-9_]{0,99}$'),
    label    text   not null check (char_length(label) <= 100)
);
-- "C": other collations may fold letters in other ways, as Turkish does.
create unique index custom_module_name on custom_module (lower(api_name collate "C"));

-- All fields of custom modules, and the added ones of standard modules, which are no rows.
create table module_field (
    id        bigint  primary key,
    module_id bigint  not null,
    place     int     not null check (place >= 0),
    api_name  text    not null check (api_name ~ '^[A-Za-z][A-Za-z0-9_]{0,99}$'),
    label     text    not null check (char_length(label) <= 100),
    data_type text    not null,
    read_only boolean not null,
    added     boolean not null, -- rather than one that every custom module has
    unique (module_id, place)
);
create unique index module_field_name on module_field (module_id, lower(api_name collate "C"));
