-- A second computer for reception: where it is served, the clinic's own authority, and the computers that were paired.

-- The authority's key stands here, where all is encrypted, and nowhere else.
CREATE TABLE second_computer (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  is_on INTEGER NOT NULL DEFAULT 0 CHECK (is_on IN (0, 1)),
  address TEXT,
  port INTEGER CHECK (port BETWEEN 1024 AND 65535),
  authority_certificate TEXT,
  authority_key TEXT,
  CHECK ((authority_certificate IS NULL) = (authority_key IS NULL)),
  CHECK (is_on = 0 OR (address IS NOT NULL AND port IS NOT NULL AND authority_key IS NOT NULL))
) STRICT;
INSERT INTO second_computer (id) VALUES (1);

-- A computer that was paired. Its token is kept as a hash, and its row stays when it is revoked: the log names it.
CREATE TABLE device (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  name TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE CHECK (length(token_hash) = 64),
  paired_at TEXT NOT NULL,
  paired_by TEXT NOT NULL REFERENCES user (id),
  last_seen_at TEXT,
  revoked_at TEXT,
  -- a person, or `system`
  revoked_by TEXT,
  CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
) STRICT;
