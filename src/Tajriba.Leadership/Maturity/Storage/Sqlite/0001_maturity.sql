-- Frames and mappings that were loaded; a version without a body takes the key back.
CREATE TABLE maturity_frames (
    frame_key TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NULL,
    is_mapping INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (frame_key, version)
);

-- An assessment: whom it asks and when stands in its body; whoever knows the token of a door may answer for its unit and role.
CREATE TABLE maturity_campaigns (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    frame_key TEXT NOT NULL,
    frame_version INTEGER NOT NULL,
    body TEXT NOT NULL,
    opens_on TEXT NOT NULL,
    closes_on TEXT NOT NULL,
    is_deleted INTEGER NOT NULL,
    version INTEGER NOT NULL
);

CREATE TABLE maturity_doors (
    token TEXT NOT NULL PRIMARY KEY,
    campaign_id INTEGER NOT NULL,
    unit TEXT NOT NULL,
    answer_role TEXT NOT NULL
);

CREATE INDEX maturity_doors_campaign ON maturity_doors (campaign_id);

-- What one person answered. An anonymous one has no name, and its day is not kept.
CREATE TABLE maturity_sheets (
    token_hash TEXT NOT NULL PRIMARY KEY,
    campaign_id INTEGER NOT NULL,
    unit TEXT NOT NULL,
    answer_role TEXT NOT NULL,
    person_name TEXT NULL,
    answers TEXT NOT NULL,
    is_done INTEGER NOT NULL,
    done_on TEXT NULL
);

CREATE INDEX maturity_sheets_campaign ON maturity_sheets (campaign_id);
