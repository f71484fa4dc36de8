CREATE TABLE indicators_dashboards (
    role text PRIMARY KEY,
    body text NOT NULL,
    changed_at bigint NOT NULL
);
