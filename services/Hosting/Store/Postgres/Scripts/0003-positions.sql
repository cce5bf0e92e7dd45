-- What the public may see of positions on differences, step by step: first the commitment and nothing of what is said, then the
-- position as it is shown, then each revision. Numbered apart from other changes, whose table the build before reads.
CREATE TABLE public_position (
  name       TEXT COLLATE "C" NOT NULL,
  step       BIGINT NOT NULL,
  number     BIGINT NOT NULL UNIQUE,
  seq        BIGINT NOT NULL UNIQUE,
  known_at   TEXT COLLATE "C" NOT NULL,
  difference TEXT COLLATE "C" NOT NULL,
  area       TEXT COLLATE "C" NOT NULL,
  revision   BIGINT NOT NULL,
  shown      BIGINT NOT NULL,
  body       BYTEA NOT NULL,
  PRIMARY KEY (name, step)
);
CREATE INDEX public_position_difference ON public_position (difference);
CREATE INDEX public_position_area ON public_position (area);
CREATE INDEX public_position_shown ON public_position (shown);
