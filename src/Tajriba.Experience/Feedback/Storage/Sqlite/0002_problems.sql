-- A cause that came again and again: what was done about it follows from its moments; the columns are for lists.
CREATE TABLE feedback_problems (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    cause TEXT NOT NULL,
    unit TEXT NULL,
    state TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    moments TEXT NOT NULL,
    version INTEGER NOT NULL
);

-- Read model of the log: resolved cases with their cause, whoever told of them.
CREATE TABLE feedback_problem_cases (
    case_code TEXT NOT NULL PRIMARY KEY,
    unit TEXT NULL,
    cause TEXT NULL,
    opened_at INTEGER NULL,
    resolved_at INTEGER NULL
);

CREATE INDEX feedback_problem_cases_cause ON feedback_problem_cases (cause, resolved_at);

CREATE TABLE feedback_problem_position (
    id INTEGER NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL
);

INSERT INTO feedback_problem_position (id, position) VALUES (1, 0);
