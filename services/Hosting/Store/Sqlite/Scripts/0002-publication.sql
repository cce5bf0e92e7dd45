-- Entries of format 2 are hashed over a salted hash of their content (docs/decisions/0050). The table is made anew without the
-- index on hashes, which nothing looked up and every write paid for; the same columns are there for the build before.
CREATE TABLE entry_anew (
  seq           INTEGER NOT NULL PRIMARY KEY,
  kind          TEXT NOT NULL,
  name          TEXT NOT NULL,
  revision      INTEGER NOT NULL,
  body          BLOB NOT NULL,
  at            TEXT NOT NULL,
  subject       TEXT NOT NULL,
  issuer        TEXT NOT NULL,
  role          TEXT NOT NULL,
  request_id    TEXT NOT NULL,
  previous_hash BLOB NOT NULL,
  hash          BLOB NOT NULL,
  format        INTEGER NOT NULL DEFAULT 1,
  salt          BLOB NULL,
  content_hash  BLOB NULL
);
INSERT INTO entry_anew (seq, kind, name, revision, body, at, subject, issuer, role, request_id, previous_hash, hash)
  SELECT seq, kind, name, revision, body, at, subject, issuer, role, request_id, previous_hash, hash FROM entry ORDER BY seq;
DROP TABLE entry;
ALTER TABLE entry_anew RENAME TO entry;
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'entries are never removed'); END;

-- Areas in the order in which they come, not by name: names are random, and each would be a page of its own to write.
CREATE TABLE verdict_area_anew (
  area     TEXT NOT NULL,
  name     TEXT NOT NULL,
  revision INTEGER NOT NULL
);
INSERT INTO verdict_area_anew (area, name, revision) SELECT area, name, revision FROM verdict_area;
DROP TABLE verdict_area;
ALTER TABLE verdict_area_anew RENAME TO verdict_area;
CREATE INDEX verdict_area_area ON verdict_area (area);

CREATE TABLE inspection_area_anew (
  area     TEXT NOT NULL,
  name     TEXT NOT NULL,
  revision INTEGER NOT NULL
);
INSERT INTO inspection_area_anew (area, name, revision) SELECT area, name, revision FROM inspection_area;
DROP TABLE inspection_area;
ALTER TABLE inspection_area_anew RENAME TO inspection_area;
CREATE INDEX inspection_area_area ON inspection_area (area);

-- Staff list by area or inspection; a list of everything is sorted when it is asked for.
DROP INDEX verdict_revision_newest;
DROP INDEX verdict_revision_process;
DROP INDEX inspection_revision_newest;

-- Whether the one who made a revision counts among the record's authors: who wrote or handed it in, not who approved it.
ALTER TABLE verdict_revision ADD COLUMN authored INTEGER NOT NULL DEFAULT 1;
ALTER TABLE inspection_revision ADD COLUMN authored INTEGER NOT NULL DEFAULT 1;

-- Answers already given, by a hash of who asked and the request's id: another's id tells nothing of theirs. `request` is what
-- the build before keeps.
CREATE TABLE answer (
  number      INTEGER NOT NULL PRIMARY KEY,
  key         BLOB NOT NULL UNIQUE,
  fingerprint BLOB NOT NULL,
  response    BLOB NOT NULL,
  at          TEXT NOT NULL
);

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
  revision INTEGER NOT NULL
);
CREATE INDEX public_verdict_area_area ON public_verdict_area (area);

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
  revision INTEGER NOT NULL
);
CREATE INDEX public_inspection_area_area ON public_inspection_area (area);
