-- Reads all rows once, some seconds for ten million. Calls go on meanwhile: only other changes of the table would wait.
alter table lock_event validate constraint lock_event_is_part_1;
