-- Who gets the month by e-mail, and the first day of the month that they got last.
CREATE TABLE culture_digest_readers (
    person_id INTEGER PRIMARY KEY,
    month TEXT NULL
);
