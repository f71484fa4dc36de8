-- What the house sets for feedback: calendars by unit ('' is the organization), goals, ready answers, causes. Rows are only added: the newest
-- version of a key holds, and one without a body says that nothing is set.
CREATE TABLE feedback_settings (
    kind TEXT NOT NULL,
    setting_key TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NULL,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (kind, setting_key, version)
);
