CREATE TABLE capture_imports (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    file_name TEXT NOT NULL,
    path TEXT NOT NULL,
    format TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    content_length INTEGER NOT NULL,
    mapping TEXT NOT NULL,
    mapping_hash TEXT NOT NULL,
    source TEXT NOT NULL,
    state TEXT NOT NULL,
    first_row INTEGER NOT NULL,
    checkpoint_row INTEGER NOT NULL,
    checkpoint_offset INTEGER NOT NULL,
    added INTEGER NOT NULL DEFAULT 0,
    known INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0,
    fraction REAL NOT NULL DEFAULT 0,
    message TEXT NULL,
    created_at INTEGER NOT NULL,
    started_at INTEGER NULL,
    seen_at INTEGER NULL,
    ended_at INTEGER NULL
);

CREATE INDEX capture_imports_content ON capture_imports (mapping_hash, content_hash);

CREATE TABLE capture_rejected_rows (
    import_id INTEGER NOT NULL,
    row_number INTEGER NOT NULL,
    reason TEXT NOT NULL,
    raw TEXT NOT NULL,
    PRIMARY KEY (import_id, row_number)
);

CREATE TABLE capture_mappings (
    name TEXT NOT NULL PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    mapping TEXT NOT NULL,
    saved_at INTEGER NOT NULL
);

CREATE INDEX capture_mappings_fingerprint ON capture_mappings (fingerprint, saved_at);
