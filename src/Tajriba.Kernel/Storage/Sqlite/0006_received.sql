-- When the last event was received: receipts ascend with positions over restarts and nodes, whatever their clocks say.
alter table log_head add column received integer not null default 0;
