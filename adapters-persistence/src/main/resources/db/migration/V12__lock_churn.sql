-- Locks come and go: a table with few of them has many dead rows, and is all dead rows now and then. Its pages are kept
-- when vacuum empties them. They are needed again at once, giving them back keeps everybody from the table for a moment, and
-- PostgreSQL would plan for the small table that it sees then, and keep reading the large one from end to end.
-- With many locks, dead rows are not to become a fifth of the table until they are cleared away, which then takes long.
-- Neither reading nor changing rows waits for this.
alter table record_lock set (
    vacuum_truncate = off,
    autovacuum_vacuum_scale_factor = 0.02,
    autovacuum_vacuum_threshold = 1000,
    autovacuum_vacuum_cost_limit = 2000
);
