-- The same tables as on SQLite; texts compare byte by byte, as they do there. That projections follow the log is checked
-- by `verify`, not by foreign keys: each would cost every write a look-up.

-- The append-only log. Everything else in this file can be made again from it.
CREATE TABLE entry (
  seq           BIGINT NOT NULL PRIMARY KEY,
  kind          TEXT COLLATE "C" NOT NULL,
  name          TEXT COLLATE "C" NOT NULL,
  revision      BIGINT NOT NULL,
  body          BYTEA NOT NULL,
  at            TEXT COLLATE "C" NOT NULL,
  subject       TEXT COLLATE "C" NOT NULL,
  issuer        TEXT COLLATE "C" NOT NULL,
  role          TEXT COLLATE "C" NOT NULL,
  request_id    TEXT COLLATE "C" NOT NULL,
  previous_hash BYTEA NOT NULL,
  hash          BYTEA NOT NULL,
  format        BIGINT NOT NULL,
  salt          BYTEA NULL,
  content_hash  BYTEA NULL
);
CREATE FUNCTION entry_is_never_changed() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'entries are never changed or removed'; END $$;
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE OR DELETE ON entry
  FOR EACH ROW EXECUTE FUNCTION entry_is_never_changed();
CREATE TRIGGER entry_is_never_emptied BEFORE TRUNCATE ON entry
  FOR EACH STATEMENT EXECUTE FUNCTION entry_is_never_changed();

-- The chain's head. Whoever writes locks it to the end of the commit: entries become visible in their order, and a reader
-- never sees one while an earlier one can still appear.
CREATE TABLE log_head (
  id              BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
  seq             BIGINT NOT NULL,
  hash            BYTEA NOT NULL,
  at              TEXT COLLATE "C" NOT NULL,
  public_position BIGINT NOT NULL
);
INSERT INTO log_head (id, seq, hash, at, public_position) VALUES (1, 0, decode(repeat('00', 32), 'hex'), '', 0);

-- Facts about this store itself, such as the key that seals page tokens.
CREATE TABLE store_fact (
  name  TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  value BYTEA NOT NULL
);

-- Answers already given, by a hash of who asked and the request's id: another's id tells nothing of theirs.
CREATE TABLE answer (
  number      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key         BYTEA NOT NULL UNIQUE,
  fingerprint BYTEA NOT NULL,
  response    BYTEA NOT NULL,
  at          TEXT COLLATE "C" NOT NULL
);

-- What is to open, and when at the earliest.
CREATE TABLE schedule (
  name       TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  kind       TEXT COLLATE "C" NOT NULL,
  publish_at TEXT COLLATE "C" NOT NULL
);
CREATE INDEX schedule_due ON schedule (publish_at);

-- What became visible, in order. Positions of the public have no gaps: a gap would tell of something hidden.
CREATE TABLE change (
  seq             BIGINT NOT NULL PRIMARY KEY,
  public_position BIGINT NULL UNIQUE
);

-- A revision counts on the days from `..._from` up to and without `..._until`; null: not for the public.
CREATE TABLE verdict_revision (
  name           TEXT COLLATE "C" NOT NULL,
  revision       BIGINT NOT NULL,
  seq            BIGINT NOT NULL,
  withdrawn      BIGINT NOT NULL,
  framework      TEXT COLLATE "C" NOT NULL,
  process        TEXT COLLATE "C" NOT NULL,
  coding         BIGINT NOT NULL,
  inspection     TEXT COLLATE "C" NOT NULL,
  inspection_key TEXT COLLATE "C" NOT NULL,
  sort_day       TEXT COLLATE "C" NOT NULL,
  public_from    TEXT COLLATE "C" NULL,
  public_until   TEXT COLLATE "C" NULL,
  staff_from     TEXT COLLATE "C" NOT NULL,
  staff_until    TEXT COLLATE "C" NOT NULL,
  authored       BIGINT NOT NULL,
  PRIMARY KEY (name, revision)
);
CREATE INDEX verdict_revision_inspection ON verdict_revision (inspection);

CREATE TABLE verdict_area (
  area     TEXT COLLATE "C" NOT NULL,
  name     TEXT COLLATE "C" NOT NULL,
  revision BIGINT NOT NULL
);
CREATE INDEX verdict_area_area ON verdict_area (area);

CREATE TABLE inspection_revision (
  name         TEXT COLLATE "C" NOT NULL,
  revision     BIGINT NOT NULL,
  seq          BIGINT NOT NULL,
  key          TEXT COLLATE "C" NOT NULL,
  framework    TEXT COLLATE "C" NOT NULL,
  sort_day     TEXT COLLATE "C" NOT NULL,
  public_from  TEXT COLLATE "C" NULL,
  public_until TEXT COLLATE "C" NULL,
  staff_from   TEXT COLLATE "C" NOT NULL,
  staff_until  TEXT COLLATE "C" NOT NULL,
  authored     BIGINT NOT NULL,
  PRIMARY KEY (name, revision)
);
CREATE INDEX inspection_revision_key ON inspection_revision (key);

CREATE TABLE inspection_area (
  area     TEXT COLLATE "C" NOT NULL,
  name     TEXT COLLATE "C" NOT NULL,
  revision BIGINT NOT NULL
);
CREATE INDEX inspection_area_area ON inspection_area (area);

-- The record of each source as it stands, and the verdicts that came of it.
CREATE TABLE import_record (
  source_key TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  inspection TEXT COLLATE "C" NOT NULL,
  body       BYTEA NOT NULL
);
CREATE INDEX import_record_inspection ON import_record (inspection);

CREATE TABLE import_verdict (
  source_key TEXT COLLATE "C" NOT NULL,
  key        TEXT COLLATE "C" NOT NULL,
  verdict    TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (source_key, key)
);
CREATE INDEX import_verdict_name ON import_verdict (verdict);

-- What the public may see, in the form it gets it, apart from what it may not: nothing hidden is read for a public answer.
CREATE TABLE public_verdict (
  name           TEXT COLLATE "C" NOT NULL,
  revision       BIGINT NOT NULL,
  position       BIGINT NOT NULL UNIQUE,
  seq            BIGINT NOT NULL UNIQUE,
  known_at       TEXT COLLATE "C" NOT NULL,
  withdrawn      BIGINT NOT NULL,
  framework      TEXT COLLATE "C" NOT NULL,
  process        TEXT COLLATE "C" NOT NULL,
  coding         BIGINT NOT NULL,
  inspection     TEXT COLLATE "C" NOT NULL,
  inspection_key TEXT COLLATE "C" NOT NULL,
  sort_day       TEXT COLLATE "C" NOT NULL,
  counts_from    TEXT COLLATE "C" NOT NULL,
  counts_until   TEXT COLLATE "C" NOT NULL,
  body           BYTEA NOT NULL,
  PRIMARY KEY (name, revision)
);
CREATE INDEX public_verdict_newest ON public_verdict (sort_day DESC, name DESC);
CREATE INDEX public_verdict_inspection ON public_verdict (inspection);
CREATE INDEX public_verdict_process ON public_verdict (inspection_key, process);

CREATE TABLE public_verdict_area (
  area     TEXT COLLATE "C" NOT NULL,
  name     TEXT COLLATE "C" NOT NULL,
  revision BIGINT NOT NULL
);
CREATE INDEX public_verdict_area_area ON public_verdict_area (area);

CREATE TABLE public_inspection (
  name           TEXT COLLATE "C" NOT NULL,
  revision       BIGINT NOT NULL,
  position       BIGINT NOT NULL UNIQUE,
  seq            BIGINT NOT NULL UNIQUE,
  known_at       TEXT COLLATE "C" NOT NULL,
  withdrawn      BIGINT NOT NULL,
  framework      TEXT COLLATE "C" NOT NULL,
  inspection_key TEXT COLLATE "C" NOT NULL,
  sort_day       TEXT COLLATE "C" NOT NULL,
  counts_from    TEXT COLLATE "C" NOT NULL,
  counts_until   TEXT COLLATE "C" NOT NULL,
  body           BYTEA NOT NULL,
  PRIMARY KEY (name, revision)
);
CREATE INDEX public_inspection_newest ON public_inspection (sort_day DESC, name DESC);

CREATE TABLE public_inspection_area (
  area     TEXT COLLATE "C" NOT NULL,
  name     TEXT COLLATE "C" NOT NULL,
  revision BIGINT NOT NULL
);
CREATE INDEX public_inspection_area_area ON public_inspection_area (area);
