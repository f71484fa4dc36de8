-- A portion of the log is counted in many short transactions: as far as "target", and each entry says how far it is.
ALTER TABLE customers_directory ADD COLUMN through INTEGER NOT NULL DEFAULT 0;
ALTER TABLE customers_position ADD COLUMN target INTEGER NOT NULL DEFAULT 0;
