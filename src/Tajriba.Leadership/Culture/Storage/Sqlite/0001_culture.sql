-- Questions, rounds, paths and rituals, every version of them; rows are only added.
CREATE TABLE culture_records (
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NULL,
    changed_at INTEGER NOT NULL,
    changed_by INTEGER NULL,
    PRIMARY KEY (kind, code, version)
);

-- Who has answered a round, so that nobody answers twice: not what, and not when. Without row numbers, which would keep the order.
CREATE TABLE culture_answered (
    round_code TEXT NOT NULL,
    person INTEGER NOT NULL,
    unit TEXT NOT NULL,
    PRIMARY KEY (round_code, person)
) WITHOUT ROWID;

-- How often each score was given. There is no row of one person's answers.
CREATE TABLE culture_tallies (
    round_code TEXT NOT NULL,
    unit TEXT NOT NULL,
    question TEXT NOT NULL,
    score INTEGER NOT NULL,
    answers INTEGER NOT NULL,
    PRIMARY KEY (round_code, unit, question, score)
) WITHOUT ROWID;

-- A round that is over: which units are shown, fixed for good.
CREATE TABLE culture_seals (
    round_code TEXT NOT NULL PRIMARY KEY,
    cells TEXT NOT NULL,
    sealed_at INTEGER NOT NULL
);

-- Thanks and achievements on the wall.
CREATE TABLE culture_notes (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    from_person INTEGER NULL,
    to_person INTEGER NULL,
    to_unit TEXT NULL,
    quality TEXT NOT NULL,
    body TEXT NOT NULL,
    path TEXT NULL,
    told_key TEXT NULL,
    posted_at INTEGER NOT NULL,
    is_withdrawn INTEGER NOT NULL
);

CREATE UNIQUE INDEX culture_notes_told ON culture_notes (told_key);
CREATE INDEX culture_notes_posted ON culture_notes (posted_at);

-- Who joined in.
CREATE TABLE culture_cheers (
    note_id INTEGER NOT NULL,
    person INTEGER NOT NULL,
    PRIMARY KEY (note_id, person)
);
