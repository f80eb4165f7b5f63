-- Keeps everybody from lock_event for some milliseconds, however many rows there are: the table becomes part 1 of a new one
-- as it is, with its indexes; the check that was validated before spares PostgreSQL reading it. Statements of processes of
-- an older release find the new one by its name.

-- In the order in which a transaction takes them that makes a user and then changes a lock, or they would wait for each other.
lock table crm_user in share row exclusive mode;
lock table lock_event in access exclusive mode;

-- The part to which rows are added. Whoever moves it on has the row of revision_counter, and so has whoever adds rows:
-- parts follow each other as revisions do. A sequence, since it is read for each row.
create sequence history_part_now as int;

create table history_part (
    number      int primary key,
    begun_at    timestamptz, -- null: not begun yet; it ended when the next one began
    begun_after bigint       -- the last revision then
);

alter table lock_event rename to lock_event_1;
alter table lock_event_1 rename constraint lock_event_pkey to lock_event_1_pkey;
alter index lock_event_of_record rename to lock_event_1_of_record;

-- No unique constraint could be without the part. Each part has a primary key of its own, and revision_counter sees to it
-- that no two parts have the same revision.
create table lock_event (like lock_event_1 including constraints, foreign key (actor_id) references crm_user)
    partition by list (part);
alter table lock_event
    drop constraint lock_event_is_part_1,
    alter column cause set default 'request',
    alter column part set default pg_sequence_last_value('history_part_now')::int;
create trigger append_only before update or delete or truncate on lock_event
    for each statement execute function refuse_to_rewrite_history();

alter table lock_event attach partition lock_event_1 for values in (1);
alter table lock_event_1
    drop constraint lock_event_is_part_1,
    alter column part drop default;

-- The next part, empty, before anybody adds to it. Whoever reads or changes locks need not wait for that; whoever changes
-- users does.
create function add_history_part(next int) returns void language plpgsql as $$
declare
    name text := 'lock_event_' || next;
begin
    execute format('create table %I (like lock_event including constraints including defaults, primary key (revision), '
        'foreign key (actor_id) references crm_user)', name);
    execute format('create index %I on %I (module_id, record_id, revision)', name || '_of_record', name);
    execute format('create trigger append_only before update or delete or truncate on %I '
        'for each statement execute function refuse_to_rewrite_history()', name);
    execute format('alter table lock_event attach partition %I for values in (%L)', name, next);
    insert into history_part (number) values (next);
end
$$;

-- A history that there is already is a part by itself; a new store begins with the first.
insert into history_part (number, begun_at, begun_after) values (1, now(), 0);
select add_history_part(2);
select setval('history_part_now', 1);
do $$
begin
    if exists (select from lock_event_1) then
        perform add_history_part(3);
        perform setval('history_part_now', 2);
        update history_part set begun_at = now(), begun_after = value from revision_counter where number = 2;
    end if;
end
$$;
