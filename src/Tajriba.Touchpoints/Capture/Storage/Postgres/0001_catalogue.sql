CREATE TABLE capture_event_names (
    name TEXT NOT NULL PRIMARY KEY,
    english TEXT NULL,
    persian TEXT NULL,
    arabic TEXT NULL,
    touchpoint TEXT NULL,
    channel TEXT NULL,
    object_rules TEXT NULL,
    hidden BOOLEAN NOT NULL DEFAULT FALSE
);

CREATE TABLE capture_event_counts (
    name TEXT NOT NULL PRIMARY KEY,
    count BIGINT NOT NULL,
    first_seen BIGINT NOT NULL,
    last_seen BIGINT NOT NULL
);

CREATE TABLE capture_catalogue_position (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    position BIGINT NOT NULL
);
