-- Who was asked by name, and whether they have answered; of an anonymous assessment neither when, nor which sheet is theirs.
CREATE TABLE maturity_invitations (
    campaign_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    unit TEXT NOT NULL,
    answer_role TEXT NOT NULL,
    batch INTEGER NOT NULL,
    has_answered INTEGER NOT NULL,
    reminded_on TEXT NULL,
    sheet_token TEXT NULL,
    PRIMARY KEY (campaign_id, person_id)
);

CREATE INDEX maturity_invitations_person ON maturity_invitations (person_id);
