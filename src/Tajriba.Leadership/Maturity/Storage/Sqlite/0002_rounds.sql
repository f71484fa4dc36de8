-- Rounds of experts, every version of them; rows are only added.
CREATE TABLE maturity_records (
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NULL,
    changed_at INTEGER NOT NULL,
    changed_by INTEGER NULL,
    PRIMARY KEY (kind, code, version)
);

-- What an expert judged in a round, also what is only saved on the way.
CREATE TABLE maturity_judgements (
    round_code TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    levels TEXT NOT NULL,
    is_done INTEGER NOT NULL,
    PRIMARY KEY (round_code, person_id)
);
