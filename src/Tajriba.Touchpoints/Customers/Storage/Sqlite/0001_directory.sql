CREATE TABLE customers_directory (
    number INTEGER NOT NULL PRIMARY KEY,
    type TEXT NOT NULL,
    folded TEXT NOT NULL,
    events INTEGER NOT NULL,
    first_seen INTEGER NOT NULL,
    last_seen INTEGER NOT NULL
);

CREATE INDEX customers_directory_last ON customers_directory (type, last_seen);

CREATE TABLE customers_units (
    number INTEGER NOT NULL,
    unit TEXT NOT NULL,
    PRIMARY KEY (number, unit)
);

CREATE TABLE customers_position (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    position INTEGER NOT NULL
);
