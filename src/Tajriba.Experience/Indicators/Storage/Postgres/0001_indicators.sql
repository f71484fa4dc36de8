CREATE TABLE indicators_definitions (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key text NOT NULL UNIQUE,
    version integer NOT NULL,
    archived integer NOT NULL DEFAULT 0
);

CREATE TABLE indicators_versions (
    definition_id bigint NOT NULL REFERENCES indicators_definitions (id),
    version integer NOT NULL,
    body text NOT NULL,
    made_at bigint NOT NULL,
    PRIMARY KEY (definition_id, version)
);
