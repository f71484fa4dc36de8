CREATE TABLE indicators_signals (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    definition_id bigint NOT NULL REFERENCES indicators_definitions (id),
    rule text NOT NULL,
    from_day bigint NOT NULL,
    value double precision NOT NULL,
    lower double precision NOT NULL,
    upper double precision NOT NULL,
    found_at bigint NOT NULL,
    settled_at bigint,
    UNIQUE (definition_id, rule, from_day)
);
