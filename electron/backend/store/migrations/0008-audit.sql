-- The log by what it is asked for; rows of one key stand in the order of seq, so the newest are found without sorting.
CREATE INDEX audit_by_action ON audit (action);
CREATE INDEX audit_by_person ON audit (user_id, action);
CREATE INDEX audit_by_subject ON audit (subject) WHERE subject IS NOT NULL;
-- A day as its row says, UTC: rows of a wrong clock stand with their wrong day.
CREATE INDEX audit_by_day ON audit (substr(at, 1, 10));
