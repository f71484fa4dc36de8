-- On which day a person was last reminded by e-mail (days since 0001-01-01).
CREATE TABLE objectives_reminders (
    person_id INTEGER PRIMARY KEY,
    reminded_on INTEGER NOT NULL
);
