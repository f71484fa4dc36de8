-- Of one person, or of everybody who holds a role.
CREATE TABLE indicators_digests (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NULL,
    role TEXT NULL,
    body TEXT NOT NULL,
    made_at bigint NOT NULL,
    ended_at bigint NULL
);

-- Who does not want the digest of a role.
CREATE TABLE indicators_digests_left (
    digest_id bigint NOT NULL REFERENCES indicators_digests (id),
    person_id bigint NOT NULL,
    PRIMARY KEY (digest_id, person_id)
);

-- What was asked to be sent, once for each day.
CREATE TABLE indicators_digests_sent (
    digest_id bigint NOT NULL REFERENCES indicators_digests (id),
    person_id bigint NOT NULL,
    day bigint NOT NULL,
    PRIMARY KEY (digest_id, person_id, day)
);
