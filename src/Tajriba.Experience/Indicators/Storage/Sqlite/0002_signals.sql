CREATE TABLE indicators_signals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    definition_id INTEGER NOT NULL REFERENCES indicators_definitions (id),
    rule TEXT NOT NULL,
    from_day INTEGER NOT NULL,
    value REAL NOT NULL,
    lower REAL NOT NULL,
    upper REAL NOT NULL,
    found_at INTEGER NOT NULL,
    settled_at INTEGER,
    UNIQUE (definition_id, rule, from_day)
);
