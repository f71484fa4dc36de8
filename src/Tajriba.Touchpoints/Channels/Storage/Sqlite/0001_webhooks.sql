-- "secret" is sealed; of two secrets after a rotation the old one signs too, until old_until.
CREATE TABLE channels_webhooks (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    url TEXT NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    event_names TEXT NOT NULL,
    object_types TEXT NOT NULL,
    source_id INTEGER NULL,
    state TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    deleted_at INTEGER NULL,
    from_position INTEGER NOT NULL,
    secret TEXT NOT NULL,
    secret_shown INTEGER NOT NULL DEFAULT 0,
    old_secret TEXT NULL,
    old_until INTEGER NULL,
    held_until INTEGER NOT NULL DEFAULT 0,
    last_success INTEGER NULL,
    failing_since INTEGER NULL
);

-- One row for each event that a webhook tells; what is sent is made from the log when it is sent. Only tests carry their own text.
CREATE TABLE channels_webhook_deliveries (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    webhook_id INTEGER NOT NULL,
    position INTEGER NULL,
    message_id TEXT NOT NULL,
    event TEXT NOT NULL,
    payload TEXT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    due INTEGER NOT NULL,
    leased_until INTEGER NOT NULL DEFAULT 0,
    lease TEXT NULL,
    created_at INTEGER NOT NULL,
    finished_at INTEGER NULL,
    last_at INTEGER NULL,
    last_status INTEGER NULL,
    last_fault TEXT NULL,
    last_milliseconds INTEGER NULL,
    last_answer TEXT NULL,
    UNIQUE (webhook_id, position)
);

CREATE INDEX channels_webhook_deliveries_due ON channels_webhook_deliveries (webhook_id, due) WHERE state = 'waiting';
CREATE INDEX channels_webhook_deliveries_list ON channels_webhook_deliveries (webhook_id, id);
CREATE INDEX channels_webhook_deliveries_finished ON channels_webhook_deliveries (finished_at) WHERE finished_at IS NOT NULL;

-- How far the log was told. It only ever grows: a rebuild of read models must not tell anything twice.
CREATE TABLE channels_webhook_position (
    id INTEGER NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL
);

INSERT INTO channels_webhook_position (id, position) VALUES (1, 0);
