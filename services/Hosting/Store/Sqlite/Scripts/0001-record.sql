-- The append-only log. Everything else in this file can be made again from it.
CREATE TABLE entry (
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
  hash          BLOB NOT NULL UNIQUE
);
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'entries are never removed'); END;

-- Facts about this store itself, such as the key that seals page tokens.
CREATE TABLE store_fact (
  name  TEXT NOT NULL PRIMARY KEY,
  value BLOB NOT NULL
);

-- Answers already given, so that a request sent twice has one effect and the same answer.
CREATE TABLE request (
  request_id  TEXT NOT NULL PRIMARY KEY,
  fingerprint BLOB NOT NULL,
  response    BLOB NOT NULL,
  at          TEXT NOT NULL
);

-- What became visible, in order. Positions of the public have no gaps: a gap would tell of something hidden.
CREATE TABLE change (
  seq             INTEGER NOT NULL PRIMARY KEY REFERENCES entry (seq),
  public_position INTEGER NULL UNIQUE
);

-- A revision counts on the days from `..._from` up to and without `..._until`; null: not for the public.
CREATE TABLE verdict_revision (
  name           TEXT NOT NULL,
  revision       INTEGER NOT NULL,
  seq            INTEGER NOT NULL REFERENCES entry (seq),
  withdrawn      INTEGER NOT NULL,
  framework      TEXT NOT NULL,
  process        TEXT NOT NULL,
  coding         INTEGER NOT NULL,
  inspection     TEXT NOT NULL,
  inspection_key TEXT NOT NULL,
  sort_day       TEXT NOT NULL,
  public_from    TEXT NULL,
  public_until   TEXT NULL,
  staff_from     TEXT NOT NULL,
  staff_until    TEXT NOT NULL,
  PRIMARY KEY (name, revision)
);
CREATE INDEX verdict_revision_newest ON verdict_revision (sort_day DESC, name DESC);
CREATE INDEX verdict_revision_inspection ON verdict_revision (inspection);
CREATE INDEX verdict_revision_process ON verdict_revision (inspection_key, process);

CREATE TABLE verdict_area (
  area     TEXT NOT NULL,
  name     TEXT NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (area, name, revision)
) WITHOUT ROWID;

CREATE TABLE inspection_revision (
  name         TEXT NOT NULL,
  revision     INTEGER NOT NULL,
  seq          INTEGER NOT NULL REFERENCES entry (seq),
  key          TEXT NOT NULL,
  framework    TEXT NOT NULL,
  sort_day     TEXT NOT NULL,
  public_from  TEXT NULL,
  public_until TEXT NULL,
  staff_from   TEXT NOT NULL,
  staff_until  TEXT NOT NULL,
  PRIMARY KEY (name, revision)
);
CREATE INDEX inspection_revision_newest ON inspection_revision (sort_day DESC, name DESC);
CREATE INDEX inspection_revision_key ON inspection_revision (key);

CREATE TABLE inspection_area (
  area     TEXT NOT NULL,
  name     TEXT NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (area, name, revision)
) WITHOUT ROWID;

-- The record of each source as it stands, and the verdicts that came of it.
CREATE TABLE import_record (
  source_key TEXT NOT NULL PRIMARY KEY,
  inspection TEXT NOT NULL,
  body       BLOB NOT NULL
);
CREATE INDEX import_record_inspection ON import_record (inspection);

CREATE TABLE import_verdict (
  source_key TEXT NOT NULL,
  key        TEXT NOT NULL,
  verdict    TEXT NOT NULL,
  PRIMARY KEY (source_key, key)
) WITHOUT ROWID;
CREATE INDEX import_verdict_name ON import_verdict (verdict);
