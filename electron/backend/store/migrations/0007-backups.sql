-- Where the second place is, and how the newest works on backups came out.
CREATE TABLE backup_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  second_place TEXT,
  -- when a backup last came to the second place
  second_at TEXT,
  trial_at TEXT,
  trial_ok INTEGER CHECK (trial_ok IN (0, 1)),
  -- a sentence; null when the last work came out well
  last_fault TEXT,
  CHECK ((trial_at IS NULL) = (trial_ok IS NULL))
) STRICT;
INSERT INTO backup_state (id) VALUES (1);
