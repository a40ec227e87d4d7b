-- A doctor's own protocols. They hold nothing of a patient; retired ones stay, for the audit names them.
CREATE TABLE saved_protocol (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  rev INTEGER NOT NULL CHECK (rev > 0),
  user_id TEXT NOT NULL REFERENCES user (id),
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  pack_id TEXT NOT NULL,
  pack_version TEXT NOT NULL,
  pack_hash TEXT NOT NULL CHECK (length(pack_hash) = 64),
  part TEXT NOT NULL CHECK (
    json_type(part) = 'object'
    AND json_type(part, '$.start.date') IS NULL
    AND json_type(part, '$.stop.date') IS NULL
  ),
  retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
  saved_at TEXT NOT NULL,
  approved_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX saved_protocol_by_name ON saved_protocol (user_id, pack_id, name_key) WHERE retired = 0;
CREATE TRIGGER saved_protocol_no_delete BEFORE DELETE ON saved_protocol BEGIN
  SELECT raise(ABORT, 'a saved protocol is retired, never deleted');
END;
