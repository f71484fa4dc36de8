-- Who may do what. Times are microseconds since 1970-01-01T00:00Z.

CREATE TABLE access_version (
    version BIGINT NOT NULL
);
INSERT INTO access_version (version) VALUES (1);

CREATE TABLE access_units (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE,
    kind INTEGER NOT NULL,
    parent_id BIGINT REFERENCES access_units (id),
    name_en TEXT NOT NULL,
    name_fa TEXT,
    name_ar TEXT
);

CREATE TABLE access_roles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE,
    built_in INTEGER NOT NULL,
    name_en TEXT NOT NULL,
    name_fa TEXT,
    name_ar TEXT
);

-- A permission is an id (journeys.view) or a pattern over the four layers (*.view, journeys.*, *.*); "*" alone is everything.
CREATE TABLE access_role_permissions (
    role_id BIGINT NOT NULL REFERENCES access_roles (id),
    permission TEXT NOT NULL,
    PRIMARY KEY (role_id, permission)
);

CREATE TABLE access_persons (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_name TEXT NOT NULL,
    normalized_user_name TEXT NOT NULL UNIQUE,
    display_name TEXT NOT NULL,
    password_hash TEXT,
    security_stamp TEXT NOT NULL,
    is_active INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    preferences TEXT
);

CREATE TABLE access_memberships (
    person_id BIGINT NOT NULL REFERENCES access_persons (id),
    unit_id BIGINT NOT NULL REFERENCES access_units (id),
    PRIMARY KEY (person_id, unit_id)
);
CREATE INDEX access_memberships_unit ON access_memberships (unit_id);

-- A role over a unit and everything below it; without a unit, over everything.
CREATE TABLE access_grants (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id BIGINT NOT NULL REFERENCES access_persons (id),
    role_id BIGINT NOT NULL REFERENCES access_roles (id),
    unit_id BIGINT REFERENCES access_units (id)
);
CREATE UNIQUE INDEX access_grants_once ON access_grants (person_id, role_id, COALESCE(unit_id, 0));

CREATE TABLE access_links (
    token_hash TEXT PRIMARY KEY,
    person_id BIGINT NOT NULL REFERENCES access_persons (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);

-- Failed tries by hashed key (account, address, device), so that a restart forgives nobody.
CREATE TABLE access_attempts (
    key_hash TEXT PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_failure_at BIGINT NOT NULL,
    blocked_until BIGINT NOT NULL
);
CREATE INDEX access_attempts_age ON access_attempts (last_failure_at);

-- Keys that protect cookies and form tokens, shared by every node.
CREATE TABLE access_keys (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    xml TEXT NOT NULL
);

CREATE TABLE access_audit_entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at BIGINT NOT NULL,
    person_id BIGINT,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    details TEXT
);
CREATE INDEX access_audit_entries_person ON access_audit_entries (person_id, id);
CREATE INDEX access_audit_entries_at ON access_audit_entries (at);

CREATE TRIGGER access_audit_entries_keep BEFORE UPDATE ON access_audit_entries
BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END;
CREATE TRIGGER access_audit_entries_stay BEFORE DELETE ON access_audit_entries
BEGIN SELECT RAISE(ABORT, 'audit entries are never deleted'); END;

INSERT INTO access_roles (code, built_in, name_en, name_fa, name_ar) VALUES
    ('administrator', 1, 'Administrator', 'مدیر سامانه', 'مدير النظام'),
    ('executive', 1, 'Executive', 'مدیر ارشد', 'مدير تنفيذي'),
    ('analyst', 1, 'Analyst', 'تحلیلگر', 'محلل'),
    ('manager', 1, 'Unit manager', 'مدیر واحد', 'مدير وحدة'),
    ('agent', 1, 'Agent', 'کارشناس', 'موظف خدمة');

INSERT INTO access_role_permissions (role_id, permission)
SELECT id, '*' FROM access_roles WHERE code = 'administrator'
UNION ALL SELECT id, '*.view' FROM access_roles WHERE code IN ('executive', 'manager')
UNION ALL SELECT id, '*.*' FROM access_roles WHERE code = 'analyst'
UNION ALL SELECT id, 'units.view' FROM access_roles WHERE code IN ('executive', 'analyst', 'manager')
UNION ALL SELECT id, 'people.view' FROM access_roles WHERE code IN ('executive', 'manager')
UNION ALL SELECT id, 'people.manage' FROM access_roles WHERE code = 'manager'
UNION ALL SELECT id, 'customers.view' FROM access_roles WHERE code = 'agent'
UNION ALL SELECT id, 'journeys.view' FROM access_roles WHERE code = 'agent';
