-- Read model of the log: everything that customers said, as it was understood. Its id is 32 × the event's position + the place of the text in it.
CREATE TABLE feedback_items (
    id BIGINT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    language TEXT NOT NULL,
    negative DOUBLE PRECISION NOT NULL,
    neutral DOUBLE PRECISION NOT NULL,
    positive DOUBLE PRECISION NOT NULL,
    topics TEXT NOT NULL,
    urgency SMALLINT NOT NULL,
    reason TEXT NOT NULL,
    subject_type TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    unit TEXT NULL,
    channel TEXT NULL,
    step TEXT NULL,
    rating SMALLINT NULL,
    survey TEXT NULL,
    state TEXT NOT NULL,
    case_code TEXT NULL,
    words TSVECTOR NOT NULL
);

CREATE INDEX feedback_items_words ON feedback_items USING gin (words);
CREATE INDEX feedback_items_state ON feedback_items (state, id);
CREATE INDEX feedback_items_urgency ON feedback_items (urgency, state, id);
CREATE INDEX feedback_items_unit ON feedback_items (unit, id);
CREATE INDEX feedback_items_code ON feedback_items (code);
CREATE INDEX feedback_items_subject ON feedback_items (subject_type, subject_id, id);


-- What people did with items; survives a rebuild of the read model.
CREATE TABLE feedback_marks (
    item_id BIGINT NOT NULL PRIMARY KEY,
    state TEXT NOT NULL,
    case_code TEXT NULL,
    changed_at BIGINT NOT NULL
);

CREATE TABLE feedback_items_position (
    id BIGINT NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL
);

INSERT INTO feedback_items_position (id, position) VALUES (1, 0);
