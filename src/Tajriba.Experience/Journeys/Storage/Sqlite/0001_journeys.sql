CREATE TABLE journeys_definitions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE journeys_versions (
    definition_id INTEGER NOT NULL REFERENCES journeys_definitions (id),
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (definition_id, version)
);
