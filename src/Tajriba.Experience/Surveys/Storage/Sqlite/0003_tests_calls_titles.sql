-- A link may be for trying out; its answer is told as a test and counted nowhere.
ALTER TABLE surveys_links ADD COLUMN is_test SMALLINT NOT NULL DEFAULT 0;

-- The links of one invitation stand for one answer.
CREATE INDEX surveys_links_invitation ON surveys_links (invitation_id) WHERE invitation_id IS NOT NULL;

-- Thanks that repeat what was answered, ready to be shown for some minutes after the end.
ALTER TABLE surveys_drafts ADD COLUMN thanks TEXT NULL;

-- What a survey is called in each language, and the shares of the population that its results are weighted to; JSON.
ALTER TABLE surveys_surveys ADD COLUMN titles TEXT NOT NULL DEFAULT '{}';
ALTER TABLE surveys_surveys ADD COLUMN margins TEXT NOT NULL DEFAULT '[]';

-- Telephone calls that were told, so that a call which is told again is known.
CREATE TABLE surveys_calls (
    survey_id INTEGER NOT NULL REFERENCES surveys_surveys (id),
    call_id TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    told_at INTEGER NOT NULL,
    PRIMARY KEY (survey_id, call_id)
);
