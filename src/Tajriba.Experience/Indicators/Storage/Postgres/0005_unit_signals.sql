-- A signal may be of one unit; empty for the whole organization.
CREATE TABLE indicators_signals_of_units (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    definition_id bigint NOT NULL REFERENCES indicators_definitions (id),
    unit TEXT NOT NULL,
    rule TEXT NOT NULL,
    from_day bigint NOT NULL,
    value double precision NOT NULL,
    lower double precision NOT NULL,
    upper double precision NOT NULL,
    found_at bigint NOT NULL,
    settled_at bigint,
    UNIQUE (definition_id, unit, rule, from_day)
);

INSERT INTO indicators_signals_of_units (definition_id, unit, rule, from_day, value, lower, upper, found_at, settled_at)
SELECT definition_id, '', rule, from_day, value, lower, upper, found_at, settled_at FROM indicators_signals ORDER BY id;

DROP TABLE indicators_signals;

ALTER TABLE indicators_signals_of_units RENAME TO indicators_signals;
