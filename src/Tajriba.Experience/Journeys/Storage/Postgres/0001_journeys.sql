CREATE TABLE journeys_definitions (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version integer NOT NULL,
    archived boolean NOT NULL DEFAULT false
);

CREATE TABLE journeys_versions (
    definition_id bigint NOT NULL REFERENCES journeys_definitions (id),
    version integer NOT NULL,
    body text NOT NULL,
    made_at bigint NOT NULL,
    PRIMARY KEY (definition_id, version)
);
