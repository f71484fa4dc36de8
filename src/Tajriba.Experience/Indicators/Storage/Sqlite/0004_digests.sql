-- Of one person, or of everybody who holds a role.
CREATE TABLE indicators_digests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NULL,
    role TEXT NULL,
    body TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    ended_at INTEGER NULL
);

-- Who does not want the digest of a role.
CREATE TABLE indicators_digests_left (
    digest_id INTEGER NOT NULL REFERENCES indicators_digests (id),
    person_id INTEGER NOT NULL,
    PRIMARY KEY (digest_id, person_id)
);

-- What was asked to be sent, once for each day.
CREATE TABLE indicators_digests_sent (
    digest_id INTEGER NOT NULL REFERENCES indicators_digests (id),
    person_id INTEGER NOT NULL,
    day INTEGER NOT NULL,
    PRIMARY KEY (digest_id, person_id, day)
);
