-- A case is what its moments make of it; the columns are for lists, and version is how many moments it has.
CREATE TABLE feedback_cases (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE,
    item INTEGER NULL UNIQUE,
    subject_type TEXT NULL,
    subject_id TEXT NULL,
    channel TEXT NULL,
    language TEXT NULL,
    said TEXT NOT NULL,
    unit TEXT NULL,
    state TEXT NOT NULL,
    priority INTEGER NOT NULL,
    handler INTEGER NULL,
    is_open INTEGER NOT NULL,
    opened_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    version INTEGER NOT NULL
);

CREATE INDEX feedback_cases_due ON feedback_cases (is_open, due_at, id);
CREATE INDEX feedback_cases_handler ON feedback_cases (handler, is_open, due_at, id);
CREATE INDEX feedback_cases_unit ON feedback_cases (unit, is_open, due_at, id);
CREATE INDEX feedback_cases_subject ON feedback_cases (subject_type, subject_id);

CREATE TABLE feedback_case_moments (
    case_id INTEGER NOT NULL,
    place INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (case_id, place)
);
