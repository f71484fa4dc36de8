-- By what messages leave. "secret" is sealed: a password, or headers with keys in them. "report_hash" is of the secret by which deliveries are reported.
CREATE TABLE channels_gateways (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    channel TEXT NOT NULL,
    kind TEXT NOT NULL,
    settings TEXT NOT NULL,
    secret TEXT NULL,
    report_hash TEXT NULL,
    is_on SMALLINT NOT NULL,
    made_at INTEGER NOT NULL,
    deleted_at INTEGER NULL
);

-- Every message that a room asked for, also those that do not go out, with the reason. "customer" is the log's number.
CREATE TABLE channels_messages (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    idempotency_key TEXT NOT NULL UNIQUE,
    customer INTEGER NULL,
    customer_id TEXT NOT NULL,
    purpose TEXT NOT NULL,
    topic TEXT NOT NULL,
    programme TEXT NULL,
    channel TEXT NULL,
    gateway_id INTEGER NULL,
    language TEXT NULL,
    time_zone TEXT NULL,
    address TEXT NULL,
    content TEXT NULL,
    link TEXT NULL,
    token_hash TEXT NULL UNIQUE,
    counts SMALLINT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NULL,
    made_at INTEGER NOT NULL,
    due INTEGER NOT NULL,
    not_after INTEGER NULL,
    sent_at INTEGER NULL,
    tries INT NOT NULL DEFAULT 0,
    error TEXT NULL,
    remote_id TEXT NULL,
    delivered TEXT NULL
);

CREATE INDEX channels_messages_customer ON channels_messages (customer, due);
CREATE INDEX channels_messages_state ON channels_messages (state, id);
CREATE INDEX channels_messages_programme ON channels_messages (programme, id) WHERE programme IS NOT NULL;
CREATE INDEX channels_messages_remote ON channels_messages (gateway_id, remote_id) WHERE remote_id IS NOT NULL;

-- Rows that transactions take, so that one at a time judges a person.
CREATE TABLE channels_attention (
    customer INTEGER NOT NULL PRIMARY KEY,
    touched INTEGER NOT NULL
);

-- What a customer said of a topic; '*' is every topic.
CREATE TABLE channels_consents (
    customer INTEGER NOT NULL,
    topic TEXT NOT NULL,
    allowed SMALLINT NOT NULL,
    said_at INTEGER NOT NULL,
    how TEXT NOT NULL,
    PRIMARY KEY (customer, topic)
);
