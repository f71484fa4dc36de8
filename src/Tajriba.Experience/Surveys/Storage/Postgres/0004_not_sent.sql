-- What ended before it went out was not asked.
UPDATE surveys_invitations SET state = 'suppressed', reason = 'expired' WHERE state = 'expired' AND sent_at IS NULL AND opened_at IS NULL AND answered_at IS NULL;
