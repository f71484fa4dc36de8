-- The secret out of which codes of feedback are worked out: random, the same for all nodes, and gone with the database that it guards.
CREATE TABLE capture_codes (id INTEGER PRIMARY KEY CHECK (id = 1), secret TEXT NOT NULL);

INSERT INTO capture_codes (id, secret) VALUES (1, lower(hex(randomblob(32))));
