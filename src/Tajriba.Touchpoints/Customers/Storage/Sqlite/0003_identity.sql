-- Who is who: a read model of the log. Numbers of objects are the log's; addresses and numbers have negative ones.
CREATE TABLE customers_identity (
    node INTEGER NOT NULL PRIMARY KEY,
    kind INTEGER NOT NULL,
    id TEXT NOT NULL,
    person INTEGER NOT NULL,
    met INTEGER NOT NULL,
    state INTEGER NOT NULL,
    guarded INTEGER NOT NULL
);

CREATE INDEX customers_identity_id ON customers_identity (kind, id);

CREATE INDEX customers_identity_person ON customers_identity (person);

-- Who is never joined with somebody, which makes grouping dearer.
CREATE INDEX customers_identity_guarded ON customers_identity (person) WHERE guarded = 1;

-- Why two identifiers are one, or might be: the first event that says so, and how many do.
CREATE TABLE customers_links (
    a INTEGER NOT NULL,
    b INTEGER NOT NULL,
    reason INTEGER NOT NULL,
    position INTEGER NOT NULL,
    time INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (a, b, reason)
) WITHOUT ROWID;

CREATE INDEX customers_links_b ON customers_links (b);

-- What persons decided, all of it; the latest holds.
CREATE TABLE customers_decisions (
    a INTEGER NOT NULL,
    b INTEGER NOT NULL,
    position INTEGER NOT NULL,
    time INTEGER NOT NULL,
    decision INTEGER NOT NULL,
    PRIMARY KEY (a, b, position)
) WITHOUT ROWID;

CREATE INDEX customers_decisions_b ON customers_decisions (b);

CREATE TABLE customers_identity_position (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    position INTEGER NOT NULL,
    settings TEXT NOT NULL
);
