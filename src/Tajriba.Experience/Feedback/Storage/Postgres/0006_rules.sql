-- Up to where rules have looked at the log.
CREATE TABLE feedback_rules_position (
    id BIGINT NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL
);

INSERT INTO feedback_rules_position (id, position) VALUES (1, 0);
