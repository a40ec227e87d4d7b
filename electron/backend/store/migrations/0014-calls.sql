-- More reasons to call her, and the days of her tests.

DROP INDEX call_list_of_consultation;
DROP INDEX call_try_of_call;
DROP TRIGGER call_list_no_delete;
DROP TRIGGER call_try_no_update;
DROP TRIGGER call_try_no_delete;
ALTER TABLE call_list RENAME TO old_call_list;
ALTER TABLE call_try RENAME TO old_call_try;

-- Whom reception calls. Waiting until there is a try; a newer version of the same paper takes the place of an older entry.
-- That results are due follows from what is stored: it has an entry from the first try on. `spoke`: she called, and
-- somebody spoke with her; it has its try from the beginning.
CREATE TABLE call_list (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  patient_id TEXT NOT NULL REFERENCES patient (id),
  why TEXT NOT NULL CHECK (why IN ('paperChanged', 'resultsDue', 'asked', 'spoke')),
  consultation_id TEXT REFERENCES consultation (id),
  version_id TEXT UNIQUE REFERENCES handout_version (id),
  user_id TEXT NOT NULL REFERENCES user (id),
  added_at TEXT NOT NULL,
  CHECK ((consultation_id IS NOT NULL) = (why IN ('paperChanged', 'resultsDue'))),
  CHECK ((version_id IS NOT NULL) = (why = 'paperChanged'))
) STRICT;
INSERT INTO call_list (seq, id, patient_id, why, consultation_id, version_id, user_id, added_at)
  SELECT l.seq, l.id, c.patient_id, l.why, l.consultation_id, l.version_id, l.user_id, l.added_at
  FROM old_call_list l JOIN consultation c ON c.id = l.consultation_id;
CREATE INDEX call_list_of_patient ON call_list (patient_id);
CREATE INDEX call_list_of_consultation ON call_list (consultation_id) WHERE consultation_id IS NOT NULL;

-- Every try to reach her is added; the newest one is the state of the call.
CREATE TABLE call_try (
  seq INTEGER PRIMARY KEY,
  call_id TEXT NOT NULL REFERENCES call_list (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('called', 'notReached')),
  user_id TEXT NOT NULL REFERENCES user (id),
  at TEXT NOT NULL
) STRICT;
INSERT INTO call_try (seq, call_id, outcome, user_id, at) SELECT seq, call_id, outcome, user_id, at FROM old_call_try;
CREATE INDEX call_try_of_call ON call_try (call_id, seq);
DROP TABLE old_call_try;
DROP TABLE old_call_list;

CREATE TRIGGER call_list_no_update BEFORE UPDATE ON call_list BEGIN
  SELECT raise(ABORT, 'why she is called never changes');
END;
CREATE TRIGGER call_list_no_delete BEFORE DELETE ON call_list
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE patient_id = old.patient_id) BEGIN
  SELECT raise(ABORT, 'a call is kept');
END;
CREATE TRIGGER call_try_no_update BEFORE UPDATE ON call_try BEGIN
  SELECT raise(ABORT, 'tries to call are only added');
END;
CREATE TRIGGER call_try_no_delete BEFORE DELETE ON call_try
WHEN NOT EXISTS (
  SELECT 1 FROM erasing e JOIN call_list l ON l.patient_id = e.patient_id WHERE l.id = old.call_id
) BEGIN
  SELECT raise(ABORT, 'tries to call are only added');
END;

-- The days of the tests that an answer plans: an index over it, kept by the trigger alone. The latest answer counts.
CREATE TABLE test_day (
  answer_seq INTEGER NOT NULL REFERENCES answer (seq),
  day TEXT NOT NULL,
  PRIMARY KEY (answer_seq, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX test_day_by_day ON test_day (day);
INSERT INTO test_day (answer_seq, day)
  SELECT DISTINCT a.seq, json_extract(t.value, '$.date') FROM answer a JOIN json_each(coalesce(a.value, '[]')) t
  WHERE a.key = 'program.tests' AND CASE t.type WHEN 'object' THEN json_extract(t.value, '$.date') END IS NOT NULL;
CREATE TRIGGER test_day_of_answer AFTER INSERT ON answer WHEN new.key = 'program.tests' BEGIN
  INSERT INTO test_day (answer_seq, day)
    SELECT DISTINCT new.seq, json_extract(value, '$.date') FROM json_each(coalesce(new.value, '[]'))
    WHERE CASE type WHEN 'object' THEN json_extract(value, '$.date') END IS NOT NULL;
END;
CREATE TRIGGER test_day_no_delete BEFORE DELETE ON test_day
WHEN NOT EXISTS (
  SELECT 1 FROM erasing e JOIN consultation c ON c.patient_id = e.patient_id
    JOIN answer a ON a.consultation_id = c.id WHERE a.seq = old.answer_seq
) BEGIN
  SELECT raise(ABORT, 'the days of an answer go with it');
END;
