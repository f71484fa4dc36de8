-- What each source sent by minute (since 1970) of receipt, over all nodes; for pages, not for accounts: the log is what counts.
CREATE TABLE capture_activity (
    minute INTEGER NOT NULL,
    source_id INTEGER NOT NULL,
    taken INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    requests INTEGER NOT NULL,
    milliseconds REAL NOT NULL,
    PRIMARY KEY (minute, source_id)
) WITHOUT ROWID;

ALTER TABLE capture_sources ADD COLUMN last_seen INTEGER NULL;
