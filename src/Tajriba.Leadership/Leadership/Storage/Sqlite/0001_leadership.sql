-- Leaders, commitments, time with customers and the like, every version of them; rows are only added.
CREATE TABLE leadership_records (
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NULL,
    changed_at INTEGER NOT NULL,
    changed_by INTEGER NULL,
    PRIMARY KEY (kind, code, version)
);
