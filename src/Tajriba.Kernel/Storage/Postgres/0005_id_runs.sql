-- Runs of ids are written and deleted in many short transactions: state 0 is being written, 1 counts, 2 is replaced by another.
alter table log_id_run add column state integer not null default 1;
