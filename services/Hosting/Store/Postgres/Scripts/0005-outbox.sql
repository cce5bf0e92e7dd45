-- What is to be sent to other inspectorates' services, and what is known to have arrived. A row is written in the transaction of the
-- entry that holds the message, and stays; the entry that holds the recipient's receipt is named once there is one.
CREATE TABLE outbox (
  seq           BIGINT PRIMARY KEY,
  referral      TEXT COLLATE "C" NOT NULL,
  message       BIGINT NOT NULL,
  recipient     TEXT COLLATE "C" NOT NULL,
  body          BYTEA NOT NULL,
  delivered_seq BIGINT,
  UNIQUE (referral, message)
);
CREATE INDEX outbox_pending ON outbox (recipient, seq) WHERE delivered_seq IS NULL;
