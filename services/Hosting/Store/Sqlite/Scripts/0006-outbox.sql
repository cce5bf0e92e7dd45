-- What is to be sent to other inspectorates' services, and what is known to have arrived. A row is written in the transaction of the
-- entry that holds the message, and stays; the entry that holds the recipient's receipt is named once there is one.
CREATE TABLE outbox (
  seq           INTEGER PRIMARY KEY REFERENCES entry (seq),
  referral      TEXT NOT NULL,
  message       INTEGER NOT NULL,
  recipient     TEXT NOT NULL,
  body          BLOB NOT NULL,
  delivered_seq INTEGER REFERENCES entry (seq),
  UNIQUE (referral, message)
);
CREATE INDEX outbox_pending ON outbox (recipient, seq) WHERE delivered_seq IS NULL;
