-- An insight is what its moments make of it; the columns are for lists, and version is how many moments it has.
CREATE TABLE insights_insights (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    unit TEXT NULL,
    changed_at INTEGER NOT NULL,
    moments TEXT NOT NULL,
    version INTEGER NOT NULL
);

-- Who wants to hear what becomes of an insight.
CREATE TABLE insights_follows (
    person INTEGER NOT NULL,
    insight INTEGER NOT NULL,
    PRIMARY KEY (person, insight)
);

CREATE INDEX insights_follows_insight ON insights_follows (insight);
