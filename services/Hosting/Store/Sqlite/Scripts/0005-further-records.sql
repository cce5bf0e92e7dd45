-- Further records, whatever their kind: recommendations, statements, replies and what comes later. Every revision is an entry of the
-- log; here is in which entry, and by what it is looked for. A new kind needs no table.
CREATE TABLE further_record (
  name     TEXT NOT NULL,
  revision INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  seq      INTEGER NOT NULL UNIQUE REFERENCES entry (seq),
  known_at TEXT NOT NULL,
  PRIMARY KEY (name, revision)
);
CREATE INDEX further_record_kind ON further_record (kind, seq);

CREATE TABLE further_key (
  kind     TEXT NOT NULL,
  key      TEXT NOT NULL,
  value    TEXT NOT NULL,
  name     TEXT NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (kind, key, value, name, revision)
) WITHOUT ROWID;

-- What the public may see of them, in the form it gets it: revisions and numbers are counted over these rows alone. Numbered apart
-- from other changes, whose table the build before reads.
CREATE TABLE public_further_record (
  name     TEXT NOT NULL,
  revision INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  number   INTEGER NOT NULL UNIQUE,
  seq      INTEGER NOT NULL UNIQUE REFERENCES entry (seq),
  known_at TEXT NOT NULL,
  body     BLOB NOT NULL,
  PRIMARY KEY (name, revision)
);
CREATE INDEX public_further_record_kind ON public_further_record (kind, number);

CREATE TABLE public_further_key (
  kind     TEXT NOT NULL,
  key      TEXT NOT NULL,
  value    TEXT NOT NULL,
  name     TEXT NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (kind, key, value, name, revision)
) WITHOUT ROWID;
