-- Ids of live events. The latest are in memory; sorted runs hold those before, up to position "identified", so that no
-- index is written in random order. A run is rows ("buckets") of hashes with their positions; runs outside the window
-- are dropped.
create table log_live_source (
  source integer primary key
);
create table log_id_run (
  run bigint primary key,
  count integer not null,
  newest bigint not null
);
create table log_id (
  run bigint not null,
  bucket integer not null,
  entries bytea not null,
  primary key (run, bucket)
);
alter table log_merge add column identified bigint not null default 0;

-- Write keys were told singly before: their ids move over with the next merge.
insert into log_live_source (source) select code from log_name where kind = 5 and name like 'source:%';
delete from log_known where source in (select source from log_live_source);
delete from log_timeline;
update log_merge set merged = 0, target = 0;

-- The key's index was written in random order for every event. Positions are unique by the lock on the head; the subject
-- stays as a column to distribute by.
alter table log_event drop constraint log_event_pkey;
