-- Until when a schedule was planned; what would have fallen before is not made up for.
ALTER TABLE surveys_programmes ADD COLUMN scheduled_through INTEGER NOT NULL DEFAULT 0;
UPDATE surveys_programmes SET scheduled_through = made_at;
