-- V9 to V11 cut the history into parts, old ones of which can be dropped (docs/decisions/0017-history-in-parts.md). Three
-- migrations, since each is a transaction, and what takes long must not hold what keeps others waiting.
--
-- This one keeps everybody from lock_event for a moment, however many rows there are: neither line reads or writes them.
-- Processes of an older release go on: their rows are of part 1 as well.
alter table lock_event
    add column part int not null default 1,
    add constraint lock_event_is_part_1 check (part = 1) not valid;
