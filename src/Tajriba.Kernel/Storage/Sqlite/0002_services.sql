-- How far each subscriber of the log has come. "resetting" survives a crash in the middle of a rebuild.
create table kernel_subscriber (
  name text not null primary key,
  position integer not null,
  resetting integer not null default 0
);

-- Settings as JSON.
create table kernel_setting (
  name text not null primary key,
  value text not null
);

-- Messages to the world, written with the facts they follow from; deleted once delivered, "dead" after too many tries.
create table kernel_outbox (
  id integer primary key autoincrement,
  kind text not null,
  payload text not null,
  created integer not null,
  due integer not null,
  tries integer not null default 0,
  dead integer not null default 0,
  error text
);
create index kernel_outbox_due on kernel_outbox (dead, due);

-- The last time each job was started, so that of several nodes one runs it.
create table kernel_job (
  name text not null primary key,
  fired integer not null,
  ended integer,
  error text
);

-- Long-running work, resumed after a restart.
create table kernel_task (
  id integer primary key autoincrement,
  kind text not null,
  argument text not null,
  state text not null,
  done integer not null default 0,
  total integer,
  rate double precision not null default 0,
  message text,
  created integer not null,
  started integer,
  ended integer,
  error text,
  cancelling integer not null default 0
);
create index kernel_task_state on kernel_task (state);
