-- Names that each source has used: the log keeps every name for ever, so a source may bring only so many.
CREATE TABLE capture_source_names (
    source_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (source_id, name)
) WITHOUT ROWID;
