CREATE INDEX answer_latest ON answer (consultation_id, key, seq);

CREATE INDEX audit_by_action ON audit (action);

CREATE INDEX audit_by_day ON audit (substr(at, 1, 10));

CREATE INDEX audit_by_person ON audit (user_id, action);

CREATE INDEX audit_by_subject ON audit (subject) WHERE subject IS NOT NULL;

CREATE INDEX call_list_of_consultation ON call_list (consultation_id) WHERE consultation_id IS NOT NULL;

CREATE INDEX call_list_of_patient ON call_list (patient_id);

CREATE INDEX call_try_of_call ON call_try (call_id, seq);

CREATE INDEX consent_of_patient ON consent (patient_id, seq);

CREATE INDEX consultation_of_patient ON consultation (patient_id, seq);

CREATE INDEX name_slip_of_word ON name_slip (word_id);

CREATE INDEX name_word_by_sound ON name_word (sound);

CREATE INDEX other_language_of ON other_language (of_id);

CREATE INDEX patient_by_phone ON patient (phone_reversed) WHERE phone_reversed IS NOT NULL;

CREATE INDEX patient_by_touched ON patient (touched);

CREATE INDEX print_event_of_job ON print_event (job_id, seq);

CREATE INDEX print_job_done ON print_job (state_at) WHERE state = 'done';

CREATE INDEX print_job_in_line ON print_job (seq) WHERE printer IS NOT NULL AND state NOT IN ('done', 'failed', 'removed');

CREATE INDEX print_job_of_version ON print_job (version_id, seq);

CREATE INDEX print_job_open ON print_job (seq) WHERE state NOT IN ('done', 'removed');

CREATE UNIQUE INDEX saved_protocol_by_name ON saved_protocol (user_id, pack_id, name_key) WHERE retired = 0;

CREATE INDEX sent_copy_lying ON sent_copy (seq) WHERE until IS NOT NULL AND gone_at IS NULL;

CREATE INDEX test_day_by_day ON test_day (day);

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

CREATE TABLE answer (
  seq INTEGER PRIMARY KEY,
  consultation_id TEXT NOT NULL REFERENCES consultation (id),
  key TEXT NOT NULL,
  value TEXT CHECK (value IS NULL OR json_valid(value)),
  -- rev of the consultation that this save made
  rev INTEGER NOT NULL,
  user_id TEXT NOT NULL REFERENCES user (id),
  saved_at TEXT NOT NULL
) STRICT;

CREATE TABLE approval (
  seq INTEGER PRIMARY KEY,
  pack_id TEXT NOT NULL,
  pack_version TEXT NOT NULL,
  pack_hash TEXT NOT NULL CHECK (length(pack_hash) = 64),
  language TEXT NOT NULL,
  by_name TEXT NOT NULL,
  user_id TEXT NOT NULL,
  at TEXT NOT NULL,
  UNIQUE (pack_hash, language, user_id)
) STRICT;

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  at TEXT NOT NULL,
  user_id TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT,
  prev TEXT NOT NULL CHECK (length(prev) = 64),
  mac TEXT NOT NULL CHECK (length(mac) = 64)
) STRICT;

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

CREATE TABLE call_try (
  seq INTEGER PRIMARY KEY,
  call_id TEXT NOT NULL REFERENCES call_list (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('called', 'notReached')),
  user_id TEXT NOT NULL REFERENCES user (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE clinic (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  rev INTEGER NOT NULL CHECK (rev > 0),
  time_zone TEXT NOT NULL,
  details TEXT NOT NULL CHECK (json_valid(details))
, program TEXT NOT NULL DEFAULT '{"idleMinutes":10,"retentionYears":10}' CHECK (json_valid(program))) STRICT;

CREATE TABLE clinic_copy (
  version_id TEXT PRIMARY KEY REFERENCES handout_version (id),
  pages INTEGER NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  pdf BLOB NOT NULL
) STRICT;

CREATE TABLE consent (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  patient_id TEXT NOT NULL REFERENCES patient (id),
  state TEXT NOT NULL CHECK (state IN ('given', 'notGiven', 'withdrawn')),
  how TEXT NOT NULL CHECK (how IN ('signed', 'readAloud', 'said')),
  -- with readAloud: the language in which it was read, and by whom
  language TEXT,
  read_by TEXT,
  notice_hash TEXT NOT NULL REFERENCES notice (hash),
  user_id TEXT NOT NULL REFERENCES user (id),
  at TEXT NOT NULL,
  CHECK ((how = 'readAloud') = (language IS NOT NULL AND read_by IS NOT NULL)),
  CHECK (state <> 'given' OR how <> 'said')
) STRICT;

CREATE TABLE consultation (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  code TEXT NOT NULL UNIQUE,
  patient_id TEXT NOT NULL REFERENCES patient (id),
  pack_hash TEXT NOT NULL REFERENCES pack_content (hash),
  visit_date TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'final')),
  rev INTEGER NOT NULL CHECK (rev > 0),
  place TEXT CHECK (place IS NULL OR json_valid(place)),
  opened TEXT NOT NULL CHECK (json_type(opened) = 'array'),
  started_at TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;

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

CREATE TABLE erasing (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  patient_id TEXT NOT NULL REFERENCES tombstone (id),
  closes INTEGER NOT NULL DEFAULT 1 REFERENCES erasing_end (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE erasing_end (
  id INTEGER PRIMARY KEY CHECK (id <> id)
) STRICT;

CREATE TABLE follow_up (
  consultation_id TEXT PRIMARY KEY REFERENCES consultation (id),
  from_id TEXT NOT NULL REFERENCES consultation (id),
  CHECK (consultation_id <> from_id)
) STRICT;

CREATE TABLE handout_version (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  consultation_id TEXT NOT NULL REFERENCES consultation (id),
  version INTEGER NOT NULL CHECK (version > 0),
  language TEXT NOT NULL,
  pages INTEGER NOT NULL CHECK (pages > 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL,
  visit TEXT NOT NULL CHECK (json_valid(visit)),
  model TEXT NOT NULL CHECK (json_valid(model)),
  pdf BLOB NOT NULL,
  UNIQUE (consultation_id, version)
) STRICT;

CREATE TABLE marked_copy (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  version_id TEXT NOT NULL REFERENCES handout_version (id),
  mark TEXT NOT NULL CHECK (json_type(mark) = 'object'),
  pages INTEGER NOT NULL CHECK (pages > 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  user_id TEXT NOT NULL REFERENCES user (id),
  made_at TEXT NOT NULL,
  pdf BLOB NOT NULL,
  UNIQUE (version_id, mark)
) STRICT;

CREATE TABLE meta (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  store_id TEXT NOT NULL CHECK (length(store_id) = 36),
  sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
  created_at TEXT NOT NULL
, search_rules INTEGER NOT NULL DEFAULT 1) STRICT;

CREATE TABLE name_slip (
  slip TEXT NOT NULL,
  word_id INTEGER NOT NULL REFERENCES name_word (id) ON DELETE CASCADE,
  PRIMARY KEY (slip, word_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE name_word (
  id INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE,
  sound TEXT NOT NULL,
  uses INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE notice (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  language TEXT NOT NULL,
  words TEXT NOT NULL CHECK (json_valid(words))
) STRICT;

CREATE TABLE other_language (
  version_id TEXT PRIMARY KEY REFERENCES handout_version (id),
  of_id TEXT NOT NULL REFERENCES handout_version (id),
  user_id TEXT NOT NULL REFERENCES user (id),
  made_at TEXT NOT NULL,
  CHECK (version_id <> of_id)
) STRICT;

CREATE TABLE pack_content (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  pack_id TEXT NOT NULL,
  version TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;

CREATE TABLE paper_source (
  version_id TEXT PRIMARY KEY REFERENCES handout_version (id),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;

CREATE TABLE patient (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  rev INTEGER NOT NULL CHECK (rev > 0),
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  record_number TEXT NOT NULL,
  record_key TEXT NOT NULL UNIQUE,
  age_kind TEXT NOT NULL CHECK (age_kind IN ('told', 'born')),
  age_years INTEGER,
  age_told_on TEXT,
  born_on TEXT,
  phone TEXT,
  phone_reversed TEXT,
  relative TEXT,
  added_at TEXT NOT NULL,
  -- seq of the audit row of the last work on this patient: what "recent" goes by
  touched INTEGER NOT NULL, phone_of TEXT CHECK (phone_of IN ('hers', 'husband', 'family', 'neighbour', 'other')), phone_name TEXT, relative_is TEXT
  CHECK (relative_is IN ('husband', 'partner', 'father', 'mother', 'brother', 'sister', 'son', 'daughter', 'other')), village TEXT, named TEXT NOT NULL DEFAULT '[]' CHECK (json_type(named) = 'array'), relative_key TEXT NOT NULL DEFAULT '', word_ids TEXT NOT NULL DEFAULT '[]' CHECK (json_type(word_ids) = 'array'),
  CHECK (
    (age_kind = 'told' AND age_years IS NOT NULL AND age_told_on IS NOT NULL AND born_on IS NULL)
    OR (age_kind = 'born' AND born_on IS NOT NULL AND age_years IS NULL AND age_told_on IS NULL)
  ),
  CHECK ((phone IS NULL) = (phone_reversed IS NULL))
) STRICT;

CREATE VIRTUAL TABLE patient_search USING fts5 (
  name_key,
  relative_key,
  content = 'patient',
  content_rowid = 'seq',
  prefix = '1 2 3',
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);

CREATE TABLE 'patient_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'patient_search_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'patient_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'patient_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE print_event (
  seq INTEGER PRIMARY KEY,
  job_id TEXT NOT NULL REFERENCES print_job (id),
  event TEXT NOT NULL CHECK (json_extract(event, '$.kind') IS NOT NULL),
  user_id TEXT REFERENCES user (id),
  at TEXT NOT NULL
) STRICT;

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

CREATE TABLE print_settings (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  rev INTEGER NOT NULL CHECK (rev > 0),
  settings TEXT NOT NULL CHECK (json_valid(settings))
) STRICT;

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

CREATE TABLE sent_copy (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  version_id TEXT NOT NULL REFERENCES handout_version (id),
  phone TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES user (id),
  made_at TEXT NOT NULL,
  -- null for a file that the person saved to a place of her own
  until TEXT,
  gone_at TEXT,
  CHECK (gone_at IS NULL OR until IS NOT NULL)
) STRICT;

CREATE TABLE test_day (
  answer_seq INTEGER NOT NULL REFERENCES answer (seq),
  day TEXT NOT NULL,
  PRIMARY KEY (answer_seq, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE tombstone (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  reason TEXT NOT NULL CHECK (reason IN ('retentionOver', 'herRequest', 'law', 'mistake')),
  note TEXT CHECK (reason = 'retentionOver' OR note IS NOT NULL),
  visits INTEGER NOT NULL CHECK (visits >= 0),
  user_id TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE user (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  name TEXT NOT NULL,
  doctor TEXT CHECK (doctor IS NULL OR json_valid(doctor)),
  added_at TEXT NOT NULL
, rev INTEGER NOT NULL DEFAULT 1 CHECK (rev > 0), retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)), must_change_password INTEGER NOT NULL DEFAULT 0 CHECK (must_change_password IN (0, 1)), pin TEXT CHECK (pin IS NULL OR json_valid(pin)), last_sign_in TEXT, language TEXT CHECK (language IS NULL OR language IN ('en', 'hi')), theme TEXT CHECK (theme IS NULL OR theme IN ('light', 'dark', 'contrast'))) STRICT;

CREATE TABLE user_role (
  user_id TEXT NOT NULL REFERENCES user (id),
  role TEXT NOT NULL CHECK (role IN ('doctor', 'counsellor', 'reception', 'administrator')),
  PRIMARY KEY (user_id, role)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER amendment_no_delete BEFORE DELETE ON amendment
WHEN NOT EXISTS (
  SELECT 1 FROM erasing e JOIN consultation c ON c.patient_id = e.patient_id
    JOIN handout_version h ON h.consultation_id = c.id WHERE h.id = old.version_id
) BEGIN
  SELECT raise(ABORT, 'an amendment never changes');
END;

CREATE TRIGGER amendment_no_update BEFORE UPDATE ON amendment BEGIN
  SELECT raise(ABORT, 'an amendment never changes');
END;

CREATE TRIGGER answer_no_delete BEFORE DELETE ON answer
WHEN NOT EXISTS (
  SELECT 1 FROM erasing e JOIN consultation c ON c.patient_id = e.patient_id WHERE c.id = old.consultation_id
) BEGIN
  SELECT raise(ABORT, 'answers are only added');
END;

CREATE TRIGGER answer_no_update BEFORE UPDATE ON answer BEGIN
  SELECT raise(ABORT, 'answers are only added');
END;

CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN
  SELECT raise(ABORT, 'the audit is only added to');
END;

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN
  SELECT raise(ABORT, 'the audit is only added to');
END;

CREATE TRIGGER call_list_no_delete BEFORE DELETE ON call_list
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE patient_id = old.patient_id) BEGIN
  SELECT raise(ABORT, 'a call is kept');
END;

CREATE TRIGGER call_list_no_update BEFORE UPDATE ON call_list BEGIN
  SELECT raise(ABORT, 'why she is called never changes');
END;

CREATE TRIGGER call_try_no_delete BEFORE DELETE ON call_try
WHEN NOT EXISTS (
  SELECT 1 FROM erasing e JOIN call_list l ON l.patient_id = e.patient_id WHERE l.id = old.call_id
) BEGIN
  SELECT raise(ABORT, 'tries to call are only added');
END;

CREATE TRIGGER call_try_no_update BEFORE UPDATE ON call_try BEGIN
  SELECT raise(ABORT, 'tries to call are only added');
END;

CREATE TRIGGER clinic_copy_no_delete BEFORE DELETE ON clinic_copy
WHEN NOT EXISTS (
  SELECT 1 FROM erasing e JOIN consultation c ON c.patient_id = e.patient_id
    JOIN handout_version h ON h.consultation_id = c.id WHERE h.id = old.version_id
) BEGIN
  SELECT raise(ABORT, 'a clinic copy never changes');
END;

CREATE TRIGGER clinic_copy_no_update BEFORE UPDATE ON clinic_copy BEGIN
  SELECT raise(ABORT, 'a clinic copy never changes');
END;

CREATE TRIGGER consent_no_delete BEFORE DELETE ON consent
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE patient_id = old.patient_id) BEGIN
  SELECT raise(ABORT, 'consents are only added');
END;

CREATE TRIGGER consent_no_update BEFORE UPDATE ON consent BEGIN
  SELECT raise(ABORT, 'consents are only added');
END;

CREATE TRIGGER consultation_no_delete BEFORE DELETE ON consultation
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE patient_id = old.patient_id) BEGIN
  SELECT raise(ABORT, 'a consultation is erased with its patient, never deleted');
END;

CREATE TRIGGER follow_up_no_delete BEFORE DELETE ON follow_up
WHEN NOT EXISTS (
  SELECT 1 FROM erasing e JOIN consultation c ON c.patient_id = e.patient_id WHERE c.id = old.consultation_id
) BEGIN
  SELECT raise(ABORT, 'a visit goes on from the one that it was started from');
END;

CREATE TRIGGER follow_up_no_update BEFORE UPDATE ON follow_up BEGIN
  SELECT raise(ABORT, 'a visit goes on from the one that it was started from');
END;

CREATE TRIGGER handout_version_no_delete BEFORE DELETE ON handout_version
WHEN NOT EXISTS (
  SELECT 1 FROM erasing e JOIN consultation c ON c.patient_id = e.patient_id WHERE c.id = old.consultation_id
) BEGIN
  SELECT raise(ABORT, 'a final handout never changes');
END;

CREATE TRIGGER handout_version_no_update BEFORE UPDATE ON handout_version BEGIN
  SELECT raise(ABORT, 'a final handout never changes');
END;

CREATE TRIGGER marked_copy_no_delete BEFORE DELETE ON marked_copy
WHEN NOT EXISTS (
  SELECT 1 FROM erasing e JOIN consultation c ON c.patient_id = e.patient_id
    JOIN handout_version h ON h.consultation_id = c.id WHERE h.id = old.version_id
) BEGIN
  SELECT raise(ABORT, 'marked pages never change');
END;

CREATE TRIGGER marked_copy_no_update BEFORE UPDATE ON marked_copy BEGIN
  SELECT raise(ABORT, 'marked pages never change');
END;

CREATE TRIGGER notice_no_delete BEFORE DELETE ON notice BEGIN
  SELECT raise(ABORT, 'a notice that was used is kept');
END;

CREATE TRIGGER notice_no_update BEFORE UPDATE ON notice BEGIN
  SELECT raise(ABORT, 'a notice that was used never changes');
END;

CREATE TRIGGER other_language_no_delete BEFORE DELETE ON other_language
WHEN NOT EXISTS (
  SELECT 1 FROM erasing e JOIN consultation c ON c.patient_id = e.patient_id
    JOIN handout_version h ON h.consultation_id = c.id WHERE h.id = old.version_id
) BEGIN
  SELECT raise(ABORT, 'a final handout never changes');
END;

CREATE TRIGGER other_language_no_update BEFORE UPDATE ON other_language BEGIN
  SELECT raise(ABORT, 'a final handout never changes');
END;

CREATE TRIGGER paper_source_no_delete BEFORE DELETE ON paper_source
WHEN NOT EXISTS (
  SELECT 1 FROM erasing e JOIN consultation c ON c.patient_id = e.patient_id
    JOIN handout_version h ON h.consultation_id = c.id WHERE h.id = old.version_id
) BEGIN
  SELECT raise(ABORT, 'what a paper was made from never changes');
END;

CREATE TRIGGER paper_source_no_update BEFORE UPDATE ON paper_source BEGIN
  SELECT raise(ABORT, 'what a paper was made from never changes');
END;

CREATE TRIGGER patient_no_delete BEFORE DELETE ON patient
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE patient_id = old.id) BEGIN
  SELECT raise(ABORT, 'a patient is erased with all that is hers, never deleted');
END;

CREATE TRIGGER patient_search_delete AFTER DELETE ON patient BEGIN
  INSERT INTO patient_search (patient_search, rowid, name_key, relative_key)
  VALUES ('delete', old.seq, old.name_key, old.relative_key);
END;

CREATE TRIGGER patient_search_insert AFTER INSERT ON patient BEGIN
  INSERT INTO patient_search (rowid, name_key, relative_key) VALUES (new.seq, new.name_key, new.relative_key);
END;

CREATE TRIGGER patient_search_update AFTER UPDATE OF name_key, relative_key ON patient BEGIN
  INSERT INTO patient_search (patient_search, rowid, name_key, relative_key)
  VALUES ('delete', old.seq, old.name_key, old.relative_key);
  INSERT INTO patient_search (rowid, name_key, relative_key) VALUES (new.seq, new.name_key, new.relative_key);
END;

CREATE TRIGGER patient_words_delete AFTER DELETE ON patient BEGIN
  UPDATE name_word SET uses = uses - 1 WHERE id IN (SELECT value FROM json_each(old.word_ids));
  DELETE FROM name_word WHERE uses = 0 AND id IN (SELECT value FROM json_each(old.word_ids));
END;

CREATE TRIGGER patient_words_insert AFTER INSERT ON patient BEGIN
  UPDATE name_word SET uses = uses + 1 WHERE id IN (SELECT value FROM json_each(new.word_ids));
END;

CREATE TRIGGER patient_words_update AFTER UPDATE OF word_ids ON patient BEGIN
  UPDATE name_word SET uses = uses + 1 WHERE id IN (SELECT value FROM json_each(new.word_ids));
  UPDATE name_word SET uses = uses - 1 WHERE id IN (SELECT value FROM json_each(old.word_ids));
  DELETE FROM name_word WHERE uses = 0 AND id IN (SELECT value FROM json_each(old.word_ids));
END;

CREATE TRIGGER print_event_no_delete BEFORE DELETE ON print_event
WHEN NOT EXISTS (
  SELECT 1 FROM erasing e JOIN consultation c ON c.patient_id = e.patient_id
    JOIN handout_version h ON h.consultation_id = c.id JOIN print_job j ON j.version_id = h.id WHERE j.id = old.job_id
) BEGIN
  SELECT raise(ABORT, 'what happened to a paper is only added');
END;

CREATE TRIGGER print_event_no_update BEFORE UPDATE ON print_event BEGIN
  SELECT raise(ABORT, 'what happened to a paper is only added');
END;

CREATE TRIGGER print_job_no_delete BEFORE DELETE ON print_job
WHEN NOT EXISTS (
  SELECT 1 FROM erasing e JOIN consultation c ON c.patient_id = e.patient_id
    JOIN handout_version h ON h.consultation_id = c.id WHERE h.id = old.version_id
) BEGIN
  SELECT raise(ABORT, 'a print job is kept');
END;

CREATE TRIGGER print_job_no_update BEFORE UPDATE OF seq, id, version_id, why, size, large_print, user_id, added_at ON print_job BEGIN
  SELECT raise(ABORT, 'what a print job is of never changes');
END;

CREATE TRIGGER saved_protocol_no_delete BEFORE DELETE ON saved_protocol BEGIN
  SELECT raise(ABORT, 'a saved protocol is retired, never deleted');
END;

CREATE TRIGGER sent_copy_no_delete BEFORE DELETE ON sent_copy
WHEN NOT EXISTS (
  SELECT 1 FROM erasing e JOIN consultation c ON c.patient_id = e.patient_id
    JOIN handout_version h ON h.consultation_id = c.id WHERE h.id = old.version_id
) BEGIN
  SELECT raise(ABORT, 'a copy that was sent is kept in the records');
END;

CREATE TRIGGER sent_copy_no_update BEFORE UPDATE ON sent_copy
WHEN old.gone_at IS NOT NULL OR new.gone_at IS NULL OR new.id <> old.id OR new.version_id <> old.version_id OR new.phone <> old.phone
  OR new.user_id <> old.user_id OR new.made_at <> old.made_at OR new.until IS NOT old.until BEGIN
  SELECT raise(ABORT, 'that a file is gone is all that is added');
END;

CREATE TRIGGER test_day_no_delete BEFORE DELETE ON test_day
WHEN NOT EXISTS (
  SELECT 1 FROM erasing e JOIN consultation c ON c.patient_id = e.patient_id
    JOIN answer a ON a.consultation_id = c.id WHERE a.seq = old.answer_seq
) BEGIN
  SELECT raise(ABORT, 'the days of an answer go with it');
END;

CREATE TRIGGER test_day_of_answer AFTER INSERT ON answer WHEN new.key = 'program.tests' BEGIN
  INSERT INTO test_day (answer_seq, day)
    SELECT DISTINCT new.seq, json_extract(value, '$.date') FROM json_each(coalesce(new.value, '[]'))
    WHERE CASE type WHEN 'object' THEN json_extract(value, '$.date') END IS NOT NULL;
END;

CREATE TRIGGER tombstone_no_delete BEFORE DELETE ON tombstone BEGIN
  SELECT raise(ABORT, 'a tombstone is kept');
END;

CREATE TRIGGER tombstone_no_update BEFORE UPDATE ON tombstone BEGIN
  SELECT raise(ABORT, 'a tombstone never changes');
END;

CREATE TRIGGER user_no_delete BEFORE DELETE ON user BEGIN
  SELECT raise(ABORT, 'a person is retired, never deleted');
END;

CREATE VIEW replaced AS
  SELECT replaces_id AS version_id, version_id AS by_id FROM amendment
  UNION ALL SELECT o.version_id, a.version_id FROM other_language o JOIN amendment a ON a.replaces_id = o.of_id;

PRAGMA user_version = 15;
