-- Which version replaces which, why, and what it changes on paper.
CREATE TABLE amendment (
  seq INTEGER PRIMARY KEY,
  version_id TEXT NOT NULL UNIQUE REFERENCES handout_version (id),
  replaces_id TEXT NOT NULL UNIQUE REFERENCES handout_version (id),
  reason TEXT NOT NULL,
  changed TEXT NOT NULL CHECK (json_type(changed) = 'array'),
  user_id TEXT NOT NULL REFERENCES user (id),
  made_at TEXT NOT NULL,
  CHECK (version_id <> replaces_id)
) STRICT;
CREATE TRIGGER amendment_no_update BEFORE UPDATE ON amendment BEGIN
  SELECT raise(ABORT, 'an amendment never changes');
END;
CREATE TRIGGER amendment_no_delete BEFORE DELETE ON amendment BEGIN
  SELECT raise(ABORT, 'an amendment never changes');
END;

-- Whom reception calls. Waiting until there is a try; a newer version of the same paper takes the place of an older entry.
CREATE TABLE call_list (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  consultation_id TEXT NOT NULL REFERENCES consultation (id),
  version_id TEXT NOT NULL UNIQUE REFERENCES handout_version (id),
  why TEXT NOT NULL CHECK (why IN ('paperChanged')),
  user_id TEXT NOT NULL REFERENCES user (id),
  added_at TEXT NOT NULL
) STRICT;

-- Every try to reach her is added; the newest one is the state of the call.
CREATE TABLE call_try (
  seq INTEGER PRIMARY KEY,
  call_id TEXT NOT NULL REFERENCES call_list (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('called', 'notReached')),
  user_id TEXT NOT NULL REFERENCES user (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX call_try_of_call ON call_try (call_id, seq);
CREATE TRIGGER call_try_no_update BEFORE UPDATE ON call_try BEGIN
  SELECT raise(ABORT, 'tries to call are only added');
END;
CREATE TRIGGER call_try_no_delete BEFORE DELETE ON call_try BEGIN
  SELECT raise(ABORT, 'tries to call are only added');
END;
