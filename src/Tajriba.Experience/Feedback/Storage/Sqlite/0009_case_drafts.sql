-- What somebody wrote about a case and could not send off, because another was first or something was missing.
CREATE TABLE feedback_case_drafts (
    person INTEGER NOT NULL,
    code TEXT NOT NULL,
    deed TEXT NOT NULL,
    text TEXT NOT NULL,
    kept_at INTEGER NOT NULL,
    PRIMARY KEY (person, code)
);
