-- Whoever locks is a known user already (docs/decisions/0018-group-commit.md). Looking the user up again for each row took a
-- fifth of PostgreSQL's time for a lock, and wrote to the user's row. What foreign keys saw to besides is kept: no user goes.

-- Takes the tables as fast as can be without waiting for one while holding another: calls of processes of an older release
-- take them in several orders.
do $$
begin
    for attempt in 1..1000 loop
        begin
            set local lock_timeout = '50ms';
            lock table crm_user, record_lock, lock_event in access exclusive mode;
            set local lock_timeout to default;
            return;
        exception when lock_not_available then
            perform pg_sleep(0.05 * random());
        end;
    end loop;
    raise exception 'crm_user, record_lock and lock_event are in use all the time';
end
$$;

do $$
declare
    key record;
begin
    for key in
        select conrelid::regclass as referencing, conname from pg_constraint
        where contype = 'f' and confrelid = 'crm_user'::regclass and conparentid = 0
            and conrelid in ('record_lock'::regclass, 'lock_event'::regclass)
    loop
        execute format('alter table %s drop constraint %I', key.referencing, key.conname);
    end loop;
end
$$;

create function refuse_to_forget_users() returns trigger language plpgsql as $$
begin
    raise exception 'a row of crm_user stays: locks and their history name it';
end
$$;
create trigger users_stay before delete or truncate on crm_user
    for each statement execute function refuse_to_forget_users();

-- As before, without the key. Nobody waits for that any more.
create or replace function add_history_part(next int) returns void language plpgsql as $$
declare
    name text := 'lock_event_' || next;
begin
    execute format('create table %I (like lock_event including constraints including defaults, primary key (revision))', name);
    execute format('create index %I on %I (module_id, record_id, revision)', name || '_of_record', name);
    execute format('create trigger append_only before update or delete or truncate on %I '
        'for each statement execute function refuse_to_rewrite_history()', name);
    execute format('alter table lock_event attach partition %I for values in (%L)', name, next);
    insert into history_part (number) values (next);
end
$$;
