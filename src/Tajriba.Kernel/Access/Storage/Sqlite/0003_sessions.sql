-- Sessions that are signed in. The cookie holds a secret of which only the hash is kept; without the row it is worth nothing.
CREATE TABLE access_sessions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    secret_hash TEXT NOT NULL UNIQUE,
    person_id BIGINT NOT NULL REFERENCES access_persons (id),
    browser TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
);
CREATE INDEX access_sessions_person ON access_sessions (person_id);
CREATE INDEX access_sessions_age ON access_sessions (seen_at);
