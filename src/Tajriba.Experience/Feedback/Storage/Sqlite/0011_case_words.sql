-- Words of cases, folded: what customers said and replied, what colleagues noted and answered; found by rowid.
CREATE VIRTUAL TABLE feedback_case_search USING fts5 (words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0");

-- Cases from before there was a search; a job reads them.
CREATE TABLE feedback_case_words_left (case_id INTEGER NOT NULL PRIMARY KEY);
INSERT INTO feedback_case_words_left (case_id) SELECT id FROM feedback_cases;
