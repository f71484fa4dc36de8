-- A programme asks: which survey, whom, when, by what and in which words. It hears events after "from_position".
CREATE TABLE surveys_programmes (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    programme_key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    survey_key TEXT NOT NULL,
    settings TEXT NOT NULL,
    is_on SMALLINT NOT NULL,
    from_position INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    deleted_at INTEGER NULL
);

-- One for each person and trigger of a programme; "trigger_key" keeps the same trigger from asking twice.
CREATE TABLE surveys_invitations (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    programme_id INTEGER NOT NULL REFERENCES surveys_programmes (id),
    trigger_key TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    unit TEXT NULL,
    language TEXT NULL,
    context TEXT NULL,
    objects TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NULL,
    channel TEXT NULL,
    message_id INTEGER NULL,
    made_at INTEGER NOT NULL,
    due INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    sent_at INTEGER NULL,
    opened_at INTEGER NULL,
    answered_at INTEGER NULL,
    reminders INT NOT NULL DEFAULT 0,
    remind_at INTEGER NULL,
    UNIQUE (programme_id, trigger_key)
);

CREATE INDEX surveys_invitations_due ON surveys_invitations (due) WHERE state = 'planned';
CREATE INDEX surveys_invitations_remind ON surveys_invitations (remind_at) WHERE remind_at IS NOT NULL;
CREATE INDEX surveys_invitations_list ON surveys_invitations (programme_id, state, id);
CREATE INDEX surveys_invitations_message ON surveys_invitations (message_id) WHERE message_id IS NOT NULL;

-- How far the log was heard. It only ever grows: a rebuild of read models must not ask anybody twice.
CREATE TABLE surveys_invite_position (
    id INTEGER NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL
);

INSERT INTO surveys_invite_position (id, position) VALUES (1, 0);
