-- The experience log. Positions are dense: log_head gives the next one inside the appending transaction.
create table log_head (
  id integer primary key check (id = 1),
  position integer not null,
  object integer not null
);
insert into log_head (id, position, object) values (1, 0, 0);

-- How far the timelines reach; a row of its own, so that merging and appending do not wait for each other.
create table log_merge (
  id integer primary key check (id = 1),
  merged integer not null
);
insert into log_merge (id, merged) values (1, 0);

-- Names that repeat: kind 1 event name, 2 channel, 3 unit, 4 object type, 5 source, 6 qualifier.
create table log_name (
  kind integer not null,
  code integer not null,
  name text not null,
  primary key (kind, code),
  unique (kind, name)
) without rowid;

create table log_object (
  number integer primary key,
  type integer not null,
  id text not null,
  unique (type, id)
);

-- Times are microseconds since 1970 in UTC. "id" is text, or an integer where a bulk append wrote it.
create table log_event (
  position integer primary key,
  time integer not null,
  name integer not null,
  channel integer not null,
  unit integer not null,
  objects blob not null,
  received integer not null,
  source integer not null,
  id not null,
  attributes text
);

-- Ids already met, for sources whose ids come in any order.
create table log_known (
  source integer not null,
  id text not null,
  primary key (source, id)
) without rowid;

-- Sources whose ids ascend: the highest one met stands for all below it.
create table log_bulk_source (
  source integer primary key,
  high_water integer not null
);

-- Events of each object by time, filled in sorted merges. Rows above log_merge.merged belong to an unfinished merge.
create table log_timeline (
  object integer not null,
  time integer not null,
  position integer not null,
  primary key (object, time, position)
) without rowid;
