-- What the public may see of positions on differences, step by step: first the commitment and nothing of what is said, then the
-- position as it is shown, then each revision. Numbered apart from other changes, whose table the build before reads.
CREATE TABLE public_position (
  name       TEXT NOT NULL,
  step       INTEGER NOT NULL,
  number     INTEGER NOT NULL UNIQUE,
  seq        INTEGER NOT NULL UNIQUE REFERENCES entry (seq),
  known_at   TEXT NOT NULL,
  difference TEXT NOT NULL,
  area       TEXT NOT NULL,
  revision   INTEGER NOT NULL,
  shown      INTEGER NOT NULL,
  body       BLOB NOT NULL,
  PRIMARY KEY (name, step)
);
CREATE INDEX public_position_difference ON public_position (difference);
CREATE INDEX public_position_area ON public_position (area);
CREATE INDEX public_position_shown ON public_position (shown);
