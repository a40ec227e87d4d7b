-- How somebody wants to see the program. Null: as the computer has it.
ALTER TABLE user ADD COLUMN language TEXT CHECK (language IS NULL OR language IN ('en', 'hi'));
ALTER TABLE user ADD COLUMN theme TEXT CHECK (theme IS NULL OR theme IN ('light', 'dark', 'contrast'));
