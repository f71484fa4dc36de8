-- Lists walk along an index that holds all that their filters ask for: only the rows of a page are looked up.
CREATE INDEX feedback_cases_list_due ON feedback_cases (is_open, due_at, id, unit, priority, state, handler, channel, language);
CREATE INDEX feedback_cases_list_new ON feedback_cases (is_open, opened_at, id, unit, priority, state, handler, channel, language);
DROP INDEX feedback_cases_due;
