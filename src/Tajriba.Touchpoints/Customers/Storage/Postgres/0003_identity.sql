-- Who is who: a read model of the log. Numbers of objects are the log's; addresses and numbers have negative ones.
CREATE TABLE customers_identity (
    node BIGINT NOT NULL PRIMARY KEY,
    kind INTEGER NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    person BIGINT NOT NULL,
    met BIGINT NOT NULL,
    state INTEGER NOT NULL,
    guarded INTEGER NOT NULL
);

CREATE INDEX customers_identity_id ON customers_identity (kind, id);

CREATE INDEX customers_identity_person ON customers_identity (person);

-- Who is never joined with somebody, which makes grouping dearer.
CREATE INDEX customers_identity_guarded ON customers_identity (person) WHERE guarded = 1;

-- Why two identifiers are one, or might be: the first event that says so, and how many do.
CREATE TABLE customers_links (
    a BIGINT NOT NULL,
    b BIGINT NOT NULL,
    reason INTEGER NOT NULL,
    position BIGINT NOT NULL,
    time BIGINT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (a, b, reason)
);

CREATE INDEX customers_links_b ON customers_links (b);

-- What persons decided, all of it; the latest holds.
CREATE TABLE customers_decisions (
    a BIGINT NOT NULL,
    b BIGINT NOT NULL,
    position BIGINT NOT NULL,
    time BIGINT NOT NULL,
    decision INTEGER NOT NULL,
    PRIMARY KEY (a, b, position)
);

CREATE INDEX customers_decisions_b ON customers_decisions (b);

CREATE TABLE customers_identity_position (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    position BIGINT NOT NULL,
    settings TEXT NOT NULL
);
