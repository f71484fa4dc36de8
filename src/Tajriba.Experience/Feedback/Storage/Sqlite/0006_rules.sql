-- Up to where rules have looked at the log.
CREATE TABLE feedback_rules_position (
    id INTEGER NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL
);

INSERT INTO feedback_rules_position (id, position) VALUES (1, 0);
