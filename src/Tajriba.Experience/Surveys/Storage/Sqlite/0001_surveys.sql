-- A survey: its draft may change, its versions never do.
CREATE TABLE surveys_surveys (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    survey_key TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    topic TEXT NOT NULL,
    state TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 0,
    draft TEXT NULL,
    draft_at INTEGER NULL,
    draft_by TEXT NULL,
    origins TEXT NOT NULL DEFAULT '[]',
    made_at INTEGER NOT NULL,
    deleted_at INTEGER NULL
);

CREATE TABLE surveys_versions (
    survey_id INTEGER NOT NULL REFERENCES surveys_surveys (id),
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    published_at INTEGER NOT NULL,
    published_by TEXT NOT NULL,
    PRIMARY KEY (survey_id, version)
);

-- Addresses that are no secret: on the web, on a poster of a unit, on a device that stands there. A unit of '' is none.
CREATE TABLE surveys_places (
    token TEXT NOT NULL PRIMARY KEY,
    survey_id INTEGER NOT NULL REFERENCES surveys_surveys (id),
    kind TEXT NOT NULL,
    unit TEXT NOT NULL,
    UNIQUE (survey_id, kind, unit)
);

-- Ways for one person; of a token only the hash is kept.
CREATE TABLE surveys_links (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    token_hash TEXT NOT NULL UNIQUE,
    survey_id INTEGER NOT NULL REFERENCES surveys_surveys (id),
    mode TEXT NOT NULL,
    customer_id TEXT NULL,
    context TEXT NULL,
    objects TEXT NOT NULL,
    unit TEXT NULL,
    channel TEXT NULL,
    invitation_id TEXT NULL,
    programme TEXT NULL,
    language TEXT NULL,
    single_use SMALLINT NOT NULL,
    expires_at INTEGER NULL,
    made_at INTEGER NOT NULL,
    opened_at INTEGER NULL,
    used_at INTEGER NULL
);

CREATE INDEX surveys_links_survey ON surveys_links (survey_id, made_at);

-- What somebody answered so far, of the version that they began with; "owner" is the hash of a link's token or of a device's.
-- After the end only its fingerprint stays, for a while, to know the same again.
CREATE TABLE surveys_drafts (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    owner TEXT NOT NULL,
    survey_id INTEGER NOT NULL REFERENCES surveys_surveys (id),
    version INTEGER NOT NULL,
    customer_id TEXT NULL,
    language TEXT NULL,
    answers TEXT NOT NULL,
    page INTEGER NOT NULL DEFAULT 0,
    posts INTEGER NOT NULL DEFAULT 0,
    begun_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    done_at INTEGER NULL,
    fingerprint TEXT NULL
);

CREATE UNIQUE INDEX surveys_drafts_open ON surveys_drafts (owner, survey_id) WHERE done_at IS NULL;
CREATE INDEX surveys_drafts_done ON surveys_drafts (survey_id, fingerprint) WHERE done_at IS NOT NULL;
CREATE INDEX surveys_drafts_changed ON surveys_drafts (changed_at);

-- Read model of the log's 'Survey Answered', of any source.
CREATE TABLE surveys_response (
    position INTEGER NOT NULL PRIMARY KEY,
    survey_key TEXT NOT NULL,
    version INTEGER NOT NULL,
    answered_at INTEGER NOT NULL,
    subject_type TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    unit TEXT NULL,
    channel TEXT NULL,
    language TEXT NULL,
    mode TEXT NULL,
    seconds REAL NULL,
    answers TEXT NOT NULL,
    scores TEXT NOT NULL,
    quality TEXT NOT NULL,
    context TEXT NULL,
    is_test SMALLINT NOT NULL
);

CREATE INDEX surveys_response_survey ON surveys_response (survey_key, answered_at);
CREATE INDEX surveys_response_subject ON surveys_response (subject_type, subject_id, answered_at);

-- Read model: how often a survey was asked and opened, by day and unit. A unit of '' is none.
CREATE TABLE surveys_asked (
    survey_key TEXT NOT NULL,
    day INTEGER NOT NULL,
    unit TEXT NOT NULL,
    invited INTEGER NOT NULL DEFAULT 0,
    opened INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (survey_key, day, unit)
);

CREATE TABLE surveys_position (
    id INTEGER NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL
);

INSERT INTO surveys_position (id, position) VALUES (1, 0);
