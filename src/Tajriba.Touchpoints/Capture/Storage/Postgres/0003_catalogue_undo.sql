ALTER TABLE capture_event_names ADD COLUMN previous TEXT NULL;
