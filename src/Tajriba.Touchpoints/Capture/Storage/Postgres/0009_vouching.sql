-- Whether a source verified the e-mail addresses and the telephone numbers in the traits that it tells.
ALTER TABLE capture_sources ADD COLUMN verifies_emails INTEGER NOT NULL DEFAULT 0;

ALTER TABLE capture_sources ADD COLUMN verifies_phones INTEGER NOT NULL DEFAULT 0;
