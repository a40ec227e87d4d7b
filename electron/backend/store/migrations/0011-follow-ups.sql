-- A visit that goes on from an earlier, final one of the same patient and topic.
CREATE TABLE follow_up (
  consultation_id TEXT PRIMARY KEY REFERENCES consultation (id),
  from_id TEXT NOT NULL REFERENCES consultation (id),
  CHECK (consultation_id <> from_id)
) STRICT;
CREATE TRIGGER follow_up_no_update BEFORE UPDATE ON follow_up BEGIN
  SELECT raise(ABORT, 'a visit goes on from the one that it was started from');
END;
CREATE TRIGGER follow_up_no_delete BEFORE DELETE ON follow_up
WHEN NOT EXISTS (
  SELECT 1 FROM erasing e JOIN consultation c ON c.patient_id = e.patient_id WHERE c.id = old.consultation_id
) BEGIN
  SELECT raise(ABORT, 'a visit goes on from the one that it was started from');
END;

-- Her calls, for her timeline.
CREATE INDEX call_list_of_consultation ON call_list (consultation_id);
