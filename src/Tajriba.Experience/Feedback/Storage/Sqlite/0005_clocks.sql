-- What is told of a case, when it is next told to somebody that time runs out, and when its dates were worked out.
ALTER TABLE feedback_cases ADD COLUMN feedback TEXT NULL;
ALTER TABLE feedback_cases ADD COLUMN escalate_at INTEGER NOT NULL DEFAULT 9223372036854775807;
ALTER TABLE feedback_cases ADD COLUMN promised_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feedback_cases ADD COLUMN resolved_at INTEGER NULL;

CREATE INDEX feedback_cases_escalate ON feedback_cases (escalate_at) WHERE is_open = 1;
CREATE INDEX feedback_cases_promised ON feedback_cases (promised_at) WHERE is_open = 1;
CREATE INDEX feedback_cases_resolved ON feedback_cases (resolved_at) WHERE state = 'Resolved';

-- What waits for somebody in a case until they do something about it.
CREATE TABLE feedback_case_notices (
    person INTEGER NOT NULL,
    case_id INTEGER NOT NULL,
    reason TEXT NOT NULL,
    told_at INTEGER NOT NULL,
    PRIMARY KEY (person, case_id, reason)
);

CREATE INDEX feedback_case_notices_case ON feedback_case_notices (case_id);
