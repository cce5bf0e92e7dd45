-- Entries of format 2 are hashed over a salted hash of their content (docs/decisions/0050).
ALTER TABLE entry ADD COLUMN format INTEGER NOT NULL DEFAULT 1;
ALTER TABLE entry ADD COLUMN salt BLOB NULL;
ALTER TABLE entry ADD COLUMN content_hash BLOB NULL;
CREATE INDEX entry_name ON entry (name);

-- Whether the one who made a revision counts among the record's authors: who wrote or handed it in, not who approved it.
ALTER TABLE verdict_revision ADD COLUMN authored INTEGER NOT NULL DEFAULT 1;
ALTER TABLE inspection_revision ADD COLUMN authored INTEGER NOT NULL DEFAULT 1;

-- Answers already given, by who asked: another's request id tells nothing of theirs. `request` is what the build before keeps.
CREATE TABLE answer (
  issuer      TEXT NOT NULL,
  subject     TEXT NOT NULL,
  request_id  TEXT NOT NULL,
  fingerprint BLOB NOT NULL,
  response    BLOB NOT NULL,
  at          TEXT NOT NULL,
  PRIMARY KEY (issuer, subject, request_id)
) WITHOUT ROWID;
CREATE INDEX answer_at ON answer (at);

-- What is to open, and when at the earliest.
CREATE TABLE schedule (
  name       TEXT NOT NULL PRIMARY KEY,
  kind       TEXT NOT NULL,
  publish_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX schedule_due ON schedule (publish_at);

-- What the public may see, in the form it gets it, apart from what it may not: nothing hidden is read for a public answer.
CREATE TABLE public_verdict (
  name           TEXT NOT NULL,
  revision       INTEGER NOT NULL,
  position       INTEGER NOT NULL UNIQUE,
  seq            INTEGER NOT NULL UNIQUE REFERENCES entry (seq),
  known_at       TEXT NOT NULL,
  withdrawn      INTEGER NOT NULL,
  framework      TEXT NOT NULL,
  process        TEXT NOT NULL,
  coding         INTEGER NOT NULL,
  inspection     TEXT NOT NULL,
  inspection_key TEXT NOT NULL,
  sort_day       TEXT NOT NULL,
  counts_from    TEXT NOT NULL,
  counts_until   TEXT NOT NULL,
  body           BLOB NOT NULL,
  PRIMARY KEY (name, revision)
);
CREATE INDEX public_verdict_newest ON public_verdict (sort_day DESC, name DESC);
CREATE INDEX public_verdict_inspection ON public_verdict (inspection);
CREATE INDEX public_verdict_process ON public_verdict (inspection_key, process);

CREATE TABLE public_verdict_area (
  area     TEXT NOT NULL,
  name     TEXT NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (area, name, revision)
) WITHOUT ROWID;

CREATE TABLE public_inspection (
  name           TEXT NOT NULL,
  revision       INTEGER NOT NULL,
  position       INTEGER NOT NULL UNIQUE,
  seq            INTEGER NOT NULL UNIQUE REFERENCES entry (seq),
  known_at       TEXT NOT NULL,
  withdrawn      INTEGER NOT NULL,
  framework      TEXT NOT NULL,
  inspection_key TEXT NOT NULL,
  sort_day       TEXT NOT NULL,
  counts_from    TEXT NOT NULL,
  counts_until   TEXT NOT NULL,
  body           BLOB NOT NULL,
  PRIMARY KEY (name, revision)
);
CREATE INDEX public_inspection_newest ON public_inspection (sort_day DESC, name DESC);

CREATE TABLE public_inspection_area (
  area     TEXT NOT NULL,
  name     TEXT NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (area, name, revision)
) WITHOUT ROWID;
