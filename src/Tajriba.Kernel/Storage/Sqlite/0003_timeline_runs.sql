-- Timelines as runs: one row holds many events of one object, newest first, as TimelineRun writes them. A merge then
-- writes one row per object instead of one per event. "target" is where the merge under way ends, so that one that was
-- cut off makes the same rows again.
drop table log_timeline;
create table log_timeline (
  object integer not null,
  last_time integer not null,
  last_position integer not null,
  first_time integer not null,
  entries blob not null,
  primary key (object, last_time, last_position)
) without rowid;
alter table log_merge add column target integer not null default 0;
update log_merge set merged = 0;
