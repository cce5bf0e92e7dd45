-- What makes the log checkable from outside. Written after the entries, and made again from them if lost; the signatures
-- are not, and neither is what was witnessed.

-- Checkpoints signed here, one per size of the log.
CREATE TABLE checkpoint (
  size      BIGINT NOT NULL PRIMARY KEY,
  root      BYTEA NOT NULL,
  signed_at TEXT COLLATE "C" NOT NULL,
  key_id    BYTEA NOT NULL,
  signature BYTEA NOT NULL
);

-- Every key that signed one.
CREATE TABLE checkpoint_key (
  key_id        BYTEA NOT NULL PRIMARY KEY,
  public_key    BYTEA NOT NULL,
  first_used_at TEXT COLLATE "C" NOT NULL
);

-- The tree's complete nodes above its leaves (level 1 is over two entries); a leaf is made from its entry.
CREATE TABLE tree_node (
  level    BIGINT NOT NULL,
  position BIGINT NOT NULL,
  hash     BYTEA NOT NULL,
  PRIMARY KEY (level, position)
);

-- Checkpoints of other inspectorates' records, as they were fetched.
CREATE TABLE witnessed_checkpoint (
  number       BIGINT NOT NULL PRIMARY KEY,
  inspectorate TEXT COLLATE "C" NOT NULL,
  size         BIGINT NOT NULL,
  root         BYTEA NOT NULL,
  signed_at    TEXT COLLATE "C" NOT NULL,
  key_id       BYTEA NOT NULL,
  signature    BYTEA NOT NULL,
  witnessed_at TEXT COLLATE "C" NOT NULL,
  outcome      BIGINT NOT NULL,
  explanation  TEXT COLLATE "C" NOT NULL
);
CREATE INDEX witnessed_checkpoint_inspectorate ON witnessed_checkpoint (inspectorate, number);
