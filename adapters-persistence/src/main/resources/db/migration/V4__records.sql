-- The CRM's records as they were last reported.
create table crm_record (
    module_id   bigint      not null,
    record_id   bigint      not null check (record_id > 0),
    version     bigint      not null default 1, -- rises with each report
    name        text,
    owner_id    bigint,
    fields      jsonb       not null,
    reported_by bigint      not null,
    reported_at timestamptz not null,
    primary key (module_id, record_id)
);
