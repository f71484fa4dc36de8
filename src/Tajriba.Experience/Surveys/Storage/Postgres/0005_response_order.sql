-- What came since a position, and how many there are, is read from indexes alone.
CREATE INDEX surveys_response_order ON surveys_response (survey_key, position);
CREATE INDEX surveys_response_count ON surveys_response (survey_key, is_test, subject_type, unit, answered_at);
