CREATE TABLE indicators_dashboards (
    role TEXT PRIMARY KEY,
    body TEXT NOT NULL,
    changed_at INTEGER NOT NULL
);
