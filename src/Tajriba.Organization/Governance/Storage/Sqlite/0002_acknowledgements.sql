-- Who has read which edition of a policy.
CREATE TABLE governance_acknowledgements (
    policy TEXT NOT NULL,
    edition INTEGER NOT NULL,
    person INTEGER NOT NULL,
    acknowledged_at INTEGER NOT NULL,
    PRIMARY KEY (policy, edition, person)
);
