-- Directions, perspectives, strategic objectives and their links, every version of them; rows are only added.
CREATE TABLE strategy_records (
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NULL,
    changed_at INTEGER NOT NULL,
    changed_by INTEGER NULL,
    PRIMARY KEY (kind, code, version)
);
