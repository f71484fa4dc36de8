-- On which days rituals were kept or missed.
CREATE TABLE culture_ritual_days (
    ritual_code TEXT NOT NULL,
    held_on TEXT NOT NULL,
    is_kept INTEGER NOT NULL,
    PRIMARY KEY (ritual_code, held_on)
);
