-- Papers on their way to a printer, and who took them.

-- A paper in reception's queue. `state`, `state_at` and `printer` are what its events have made of it, kept for the queue
-- to be found by; they are written together with the event.
CREATE TABLE print_job (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  version_id TEXT NOT NULL REFERENCES handout_version (id),
  why TEXT NOT NULL CHECK (why IN ('final', 'reprint')),
  -- of the pages; kept here, so that the queue is read without them
  size TEXT NOT NULL CHECK (size IN ('A4', 'Letter')),
  large_print INTEGER NOT NULL CHECK (large_print IN (0, 1)),
  user_id TEXT NOT NULL REFERENCES user (id),
  added_at TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'printing', 'done', 'failed', 'unknown', 'removed')),
  state_at TEXT NOT NULL,
  printer TEXT
) STRICT;
CREATE INDEX print_job_of_version ON print_job (version_id, seq);
CREATE INDEX print_job_open ON print_job (seq) WHERE state NOT IN ('done', 'removed');
CREATE INDEX print_job_in_line ON print_job (seq) WHERE printer IS NOT NULL AND state NOT IN ('done', 'failed', 'removed');
CREATE INDEX print_job_done ON print_job (state_at) WHERE state = 'done';
CREATE TRIGGER print_job_no_update BEFORE UPDATE OF seq, id, version_id, why, size, large_print, user_id, added_at ON print_job BEGIN
  SELECT raise(ABORT, 'what a print job is of never changes');
END;
CREATE TRIGGER print_job_no_delete BEFORE DELETE ON print_job
WHEN NOT EXISTS (
  SELECT 1 FROM erasing e JOIN consultation c ON c.patient_id = e.patient_id
    JOIN handout_version h ON h.consultation_id = c.id WHERE h.id = old.version_id
) BEGIN
  SELECT raise(ABORT, 'a print job is kept');
END;

-- What happened to it; rows are only added. `user_id` is null for what the printer told.
CREATE TABLE print_event (
  seq INTEGER PRIMARY KEY,
  job_id TEXT NOT NULL REFERENCES print_job (id),
  event TEXT NOT NULL CHECK (json_extract(event, '$.kind') IS NOT NULL),
  user_id TEXT REFERENCES user (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX print_event_of_job ON print_event (job_id, seq);
CREATE TRIGGER print_event_no_update BEFORE UPDATE ON print_event BEGIN
  SELECT raise(ABORT, 'what happened to a paper is only added');
END;
CREATE TRIGGER print_event_no_delete BEFORE DELETE ON print_event
WHEN NOT EXISTS (
  SELECT 1 FROM erasing e JOIN consultation c ON c.patient_id = e.patient_id
    JOIN handout_version h ON h.consultation_id = c.id JOIN print_job j ON j.version_id = h.id WHERE j.id = old.job_id
) BEGIN
  SELECT raise(ABORT, 'what happened to a paper is only added');
END;

-- How the clinic prints.
CREATE TABLE print_settings (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  rev INTEGER NOT NULL CHECK (rev > 0),
  settings TEXT NOT NULL CHECK (json_valid(settings))
) STRICT;
INSERT INTO print_settings (id, rev, settings) VALUES (1, 1, '{"usualPrinter":null,"usualParts":["paper","clinicCopy"],"printers":[]}');
