-- Cycles, objectives, check-ins, reviews and what is to be done, every version of them; rows are only added.
CREATE TABLE objectives_records (
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NULL,
    changed_at BIGINT NOT NULL,
    changed_by BIGINT NULL,
    PRIMARY KEY (kind, code, version)
);
CREATE INDEX objectives_records_changed ON objectives_records (changed_at);
-- Key results that were reached, and when that was first seen.
CREATE TABLE objectives_reached (
    objective TEXT NOT NULL,
    key_result TEXT NOT NULL,
    reached_at BIGINT NOT NULL,
    PRIMARY KEY (objective, key_result)
);
