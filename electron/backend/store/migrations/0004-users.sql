-- What only the program needs of a clinic's settings, and what a person's account needs beside the keyring.
ALTER TABLE clinic ADD COLUMN program TEXT NOT NULL DEFAULT '{"idleMinutes":10,"retentionYears":10}' CHECK (json_valid(program));

ALTER TABLE user ADD COLUMN rev INTEGER NOT NULL DEFAULT 1 CHECK (rev > 0);
ALTER TABLE user ADD COLUMN retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1));
ALTER TABLE user ADD COLUMN must_change_password INTEGER NOT NULL DEFAULT 0 CHECK (must_change_password IN (0, 1));
-- Argon2id of the PIN with its own salt and parameters; null: none
ALTER TABLE user ADD COLUMN pin TEXT CHECK (pin IS NULL OR json_valid(pin));
ALTER TABLE user ADD COLUMN last_sign_in TEXT;
CREATE TRIGGER user_no_delete BEFORE DELETE ON user BEGIN
  SELECT raise(ABORT, 'a person is retired, never deleted');
END;
