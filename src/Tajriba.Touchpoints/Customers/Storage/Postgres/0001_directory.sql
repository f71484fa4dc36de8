CREATE TABLE customers_directory (
    number BIGINT NOT NULL PRIMARY KEY,
    type TEXT NOT NULL,
    folded TEXT NOT NULL,
    events BIGINT NOT NULL,
    first_seen BIGINT NOT NULL,
    last_seen BIGINT NOT NULL
);

CREATE INDEX customers_directory_last ON customers_directory (type, last_seen);

CREATE TABLE customers_units (
    number BIGINT NOT NULL,
    unit TEXT NOT NULL,
    PRIMARY KEY (number, unit)
);

CREATE TABLE customers_position (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    position BIGINT NOT NULL
);
