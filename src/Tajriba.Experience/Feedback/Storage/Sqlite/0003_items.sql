-- Read model of the log: everything that customers said, as it was understood. Its id is 32 × the event's position + the place of the text in it.
CREATE TABLE feedback_items (
    id INTEGER NOT NULL PRIMARY KEY,
    code TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    language TEXT NOT NULL,
    negative REAL NOT NULL,
    neutral REAL NOT NULL,
    positive REAL NOT NULL,
    topics TEXT NOT NULL,
    urgency INTEGER NOT NULL,
    reason TEXT NOT NULL,
    subject_type TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    unit TEXT NULL,
    channel TEXT NULL,
    step TEXT NULL,
    rating INTEGER NULL,
    survey TEXT NULL,
    state TEXT NOT NULL,
    case_code TEXT NULL
);

CREATE INDEX feedback_items_state ON feedback_items (state, id);
CREATE INDEX feedback_items_urgency ON feedback_items (urgency, state, id);
CREATE INDEX feedback_items_unit ON feedback_items (unit, id);
CREATE INDEX feedback_items_code ON feedback_items (code);
CREATE INDEX feedback_items_subject ON feedback_items (subject_type, subject_id, id);

-- Their words, folded; found by rowid.
CREATE VIRTUAL TABLE feedback_search USING fts5 (words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0");

-- What people did with items; survives a rebuild of the read model.
CREATE TABLE feedback_marks (
    item_id INTEGER NOT NULL PRIMARY KEY,
    state TEXT NOT NULL,
    case_code TEXT NULL,
    changed_at INTEGER NOT NULL
);

CREATE TABLE feedback_items_position (
    id INTEGER NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL
);

INSERT INTO feedback_items_position (id, position) VALUES (1, 0);
