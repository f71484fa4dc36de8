-- A message to somebody who works here, not to a customer.
ALTER TABLE channels_messages ADD COLUMN person_id BIGINT NULL;
