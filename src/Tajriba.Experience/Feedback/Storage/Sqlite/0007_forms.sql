-- What was sent by the form once: a page that is sent twice tells one thing. Kept until what it told is read.
CREATE TABLE feedback_form_entries (
    once TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    told_at INTEGER NOT NULL
);

CREATE INDEX feedback_form_entries_told ON feedback_form_entries (told_at);
