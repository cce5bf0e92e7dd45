-- What makes the log checkable from outside. Written after the entries, and made again from them if lost; the signatures
-- are not, and neither is what was witnessed.

-- Checkpoints signed here, one per size of the log.
CREATE TABLE checkpoint (
  size      INTEGER NOT NULL PRIMARY KEY,
  root      BLOB NOT NULL,
  signed_at TEXT NOT NULL,
  key_id    BLOB NOT NULL,
  signature BLOB NOT NULL
);

-- Every key that signed one.
CREATE TABLE checkpoint_key (
  key_id        BLOB NOT NULL PRIMARY KEY,
  public_key    BLOB NOT NULL,
  first_used_at TEXT NOT NULL
);

-- The tree's complete nodes above its leaves (level 1 is over two entries); a leaf is made from its entry.
CREATE TABLE tree_node (
  level    INTEGER NOT NULL,
  position INTEGER NOT NULL,
  hash     BLOB NOT NULL,
  PRIMARY KEY (level, position)
) WITHOUT ROWID;

-- Checkpoints of other inspectorates' records, as they were fetched.
CREATE TABLE witnessed_checkpoint (
  number       INTEGER NOT NULL PRIMARY KEY,
  inspectorate TEXT NOT NULL,
  size         INTEGER NOT NULL,
  root         BLOB NOT NULL,
  signed_at    TEXT NOT NULL,
  key_id       BLOB NOT NULL,
  signature    BLOB NOT NULL,
  witnessed_at TEXT NOT NULL,
  outcome      INTEGER NOT NULL,
  explanation  TEXT NOT NULL
);
CREATE INDEX witnessed_checkpoint_inspectorate ON witnessed_checkpoint (inspectorate, number);
