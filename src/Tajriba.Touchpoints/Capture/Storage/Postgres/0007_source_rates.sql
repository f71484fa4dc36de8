-- Events a second that a source may send to one node: null as configured, 0 without limit.
ALTER TABLE capture_sources ADD COLUMN events_per_second INTEGER NULL;
