-- Ids of live events. The latest are in memory; sorted runs hold those before, up to position "identified", so that no
-- index is written in random order. A run is rows ("buckets") of hashes with their positions; runs outside the window
-- are dropped.
create table log_live_source (
  source integer primary key
);
create table log_id_run (
  run integer primary key,
  count integer not null,
  newest integer not null
);
create table log_id (
  run integer not null,
  bucket integer not null,
  entries blob not null,
  primary key (run, bucket)
) without rowid;
alter table log_merge add column identified integer not null default 0;

-- Write keys were told singly before: their ids move over with the next merge.
insert into log_live_source (source) select code from log_name where kind = 5 and name like 'source:%';
delete from log_known where source in (select source from log_live_source);
delete from log_timeline;
update log_merge set merged = 0, target = 0;
