-- Whoever locks is a known user already (docs/decisions/0018-group-commit.md). Looking the user up again for each row took a
-- fifth of PostgreSQL's time for a lock, and wrote to the user's row. The other half of a foreign key is kept: no user goes.

-- No call waits for this. It ends an autovacuum of these tables and keeps others away: those would not give way below.
lock table crm_user, record_lock, lock_event in share update exclusive mode;

-- Calls of processes of an older release take these tables in several orders, so nobody is waited for longer than a moment:
-- what was taken is given back then, and calls get most of the time between.
do $$
declare
    key record;
begin
    for attempt in 1..300 loop
        begin
            set local lock_timeout = '50ms';
            lock table crm_user, record_lock, lock_event in access exclusive mode;
            for key in
                select conrelid::regclass as referencing, conname from pg_constraint
                where contype = 'f' and confrelid = 'crm_user'::regclass and conparentid = 0
                    and conrelid in ('record_lock'::regclass, 'lock_event'::regclass)
            loop
                execute format('alter table %s drop constraint %I', key.referencing, key.conname);
            end loop;
            set local lock_timeout to default;
            return;
        exception when lock_not_available then
            perform pg_sleep(0.2 + 0.2 * random());
        end;
    end loop;
    raise exception 'crm_user, record_lock or lock_event is in use all the time, by a dump for example; start again afterwards';
end
$$;

create function refuse_to_forget_users() returns trigger language plpgsql as $$
begin
    raise exception 'a row of crm_user stays as long as the store, with its id: locks and their history name it';
end
$$;
create trigger users_stay before delete or truncate or update of id on crm_user
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
