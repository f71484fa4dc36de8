-- Words of cases, folded: what customers said and replied, what colleagues noted and answered.
CREATE TABLE feedback_case_search (
    case_id BIGINT NOT NULL PRIMARY KEY,
    words TSVECTOR NOT NULL
);

CREATE INDEX feedback_case_search_words ON feedback_case_search USING gin (words);

-- Cases from before there was a search; a job reads them.
CREATE TABLE feedback_case_words_left (case_id BIGINT NOT NULL PRIMARY KEY);
INSERT INTO feedback_case_words_left (case_id) SELECT id FROM feedback_cases;
