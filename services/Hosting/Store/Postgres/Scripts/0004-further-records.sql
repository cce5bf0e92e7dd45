-- Further records, whatever their kind: recommendations, statements, replies and what comes later. Every revision is an entry of the
-- log; here is in which entry, and by what it is looked for. A new kind needs no table.
CREATE TABLE further_record (
  name     TEXT COLLATE "C" NOT NULL,
  revision BIGINT NOT NULL,
  kind     TEXT COLLATE "C" NOT NULL,
  seq      BIGINT NOT NULL UNIQUE,
  known_at TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (name, revision)
);
CREATE INDEX further_record_kind ON further_record (kind, seq);

CREATE TABLE further_key (
  kind     TEXT COLLATE "C" NOT NULL,
  key      TEXT COLLATE "C" NOT NULL,
  value    TEXT COLLATE "C" NOT NULL,
  name     TEXT COLLATE "C" NOT NULL,
  revision BIGINT NOT NULL,
  PRIMARY KEY (kind, key, value, name, revision)
);

-- What the public may see of them, in the form it gets it: revisions and numbers are counted over these rows alone. Numbered apart
-- from other changes, whose table the build before reads.
CREATE TABLE public_further_record (
  name     TEXT COLLATE "C" NOT NULL,
  revision BIGINT NOT NULL,
  kind     TEXT COLLATE "C" NOT NULL,
  number   BIGINT NOT NULL UNIQUE,
  seq      BIGINT NOT NULL UNIQUE,
  known_at TEXT COLLATE "C" NOT NULL,
  body     BYTEA NOT NULL,
  PRIMARY KEY (name, revision)
);
CREATE INDEX public_further_record_kind ON public_further_record (kind, number);

CREATE TABLE public_further_key (
  kind     TEXT COLLATE "C" NOT NULL,
  key      TEXT COLLATE "C" NOT NULL,
  value    TEXT COLLATE "C" NOT NULL,
  name     TEXT COLLATE "C" NOT NULL,
  revision BIGINT NOT NULL,
  PRIMARY KEY (kind, key, value, name, revision)
);
