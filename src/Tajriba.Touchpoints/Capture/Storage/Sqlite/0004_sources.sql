CREATE TABLE capture_sources (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    channel TEXT NULL,
    unit TEXT NULL,
    created_at INTEGER NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0
);

-- Only the hash of a key is kept; "hint" is its beginning, by which a person tells keys apart.
CREATE TABLE capture_keys (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    hint TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER NULL
);

CREATE INDEX capture_keys_source ON capture_keys (source_id);

-- What was sent with a good key and not taken, byte for byte.
CREATE TABLE capture_refused (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER NOT NULL,
    call TEXT NOT NULL,
    reason TEXT NOT NULL,
    raw BLOB NOT NULL,
    received_at INTEGER NOT NULL,
    replayed_at INTEGER NULL
);

CREATE INDEX capture_refused_source ON capture_refused (source_id, id);
