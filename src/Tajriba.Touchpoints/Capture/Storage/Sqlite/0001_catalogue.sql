CREATE TABLE capture_event_names (
    name TEXT NOT NULL PRIMARY KEY,
    english TEXT NULL,
    persian TEXT NULL,
    arabic TEXT NULL,
    touchpoint TEXT NULL,
    channel TEXT NULL,
    object_rules TEXT NULL,
    hidden INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE capture_event_counts (
    name TEXT NOT NULL PRIMARY KEY,
    count INTEGER NOT NULL,
    first_seen INTEGER NOT NULL,
    last_seen INTEGER NOT NULL
);

CREATE TABLE capture_catalogue_position (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    position INTEGER NOT NULL
);
