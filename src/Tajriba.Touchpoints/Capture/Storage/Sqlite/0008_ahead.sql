-- Events that said they happened well after they arrived: a clock is wrong, or a time was meant otherwise.
ALTER TABLE capture_activity ADD COLUMN ahead INTEGER NOT NULL DEFAULT 0;

CREATE INDEX capture_activity_ahead ON capture_activity (source_id) WHERE ahead > 0;
