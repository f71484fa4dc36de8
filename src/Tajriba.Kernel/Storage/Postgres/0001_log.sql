-- The experience log. Positions are dense: log_head gives the next one inside the appending transaction, which holds
-- its row until it ends, so that positions ascend in the order of commits.
create table log_head (
  id integer primary key check (id = 1),
  position bigint not null,
  object bigint not null
);
insert into log_head (id, position, object) values (1, 0, 0);

-- How far the timelines reach; a row of its own, so that merging and appending do not wait for each other.
create table log_merge (
  id integer primary key check (id = 1),
  merged bigint not null
);
insert into log_merge (id, merged) values (1, 0);

-- Names that repeat: kind 1 event name, 2 channel, 3 unit, 4 object type, 5 source, 6 qualifier.
create table log_name (
  kind integer not null,
  code integer not null,
  name text collate "C" not null,
  primary key (kind, code),
  unique (kind, name)
);

create table log_object (
  number bigint not null,
  type integer not null,
  id text collate "C" not null,
  primary key (type, id)
);
create unique index log_object_number on log_object (number);

-- Times are microseconds since 1970 in UTC. The key holds the subject, so that the table can be distributed by it.
create table log_event (
  subject bigint not null,
  position bigint not null,
  time bigint not null,
  received bigint not null,
  source integer not null,
  name integer not null,
  channel integer not null,
  unit integer not null,
  id text not null,
  objects bytea not null,
  attributes text,
  primary key (subject, position)
);
create index log_event_position on log_event (position);

-- Ids already met, for sources whose ids come in any order.
create table log_known (
  source integer not null,
  id text collate "C" not null,
  primary key (source, id)
);

-- Sources whose ids ascend: the highest one met stands for all below it.
create table log_bulk_source (
  source integer primary key,
  high_water bigint not null
);

-- Events of each object by time, filled in sorted merges.
create table log_timeline (
  object bigint not null,
  time bigint not null,
  position bigint not null,
  primary key (object, time, position)
);
