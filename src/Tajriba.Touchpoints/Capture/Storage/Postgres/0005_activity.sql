-- What each source sent by minute (since 1970) of receipt, over all nodes; for pages, not for accounts: the log is what counts.
CREATE TABLE capture_activity (
    minute BIGINT NOT NULL,
    source_id BIGINT NOT NULL,
    taken BIGINT NOT NULL,
    refused BIGINT NOT NULL,
    requests BIGINT NOT NULL,
    milliseconds DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (minute, source_id)
);

ALTER TABLE capture_sources ADD COLUMN last_seen BIGINT NULL;
