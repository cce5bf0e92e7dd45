-- Every statement of the build before (commit 0258648, services/Hosting/Store), as it was written there; where a column was put
-- in by name, once for each. It must go on working on the schema of this build.

-- fact.seal.insert
INSERT INTO store_fact (name, value) VALUES ('seal', $value) ON CONFLICT DO NOTHING
-- fact.seal
SELECT value FROM store_fact WHERE name = 'seal'
-- fact.count
SELECT COUNT(*) FROM store_fact

-- request.find
SELECT fingerprint, response FROM request WHERE request_id = $id
-- request.insert
INSERT INTO request (request_id, fingerprint, response, at) VALUES ($id, $fingerprint, $response, $at)

-- entry.head
SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1
-- entry.all
SELECT seq, kind, name, revision, body, at, subject, issuer, role, request_id, previous_hash, hash FROM entry ORDER BY seq
-- entry.insert
INSERT INTO entry (seq, kind, name, revision, body, at, subject, issuer, role, request_id, previous_hash, hash)
VALUES ($seq, $kind, $name, $revision, $body, $at, $subject, $issuer, $role, $request, $previous, $hash)

-- change.insert
INSERT INTO change (seq, public_position)
VALUES ($seq, CASE WHEN $public THEN (SELECT COALESCE(MAX(public_position), 0) + 1 FROM change) END)
-- change.after.public
SELECT c.public_position, e.kind, e.body FROM change c JOIN entry e ON e.seq = c.seq
WHERE c.public_position > $place ORDER BY c.public_position LIMIT $limit
-- change.after.staff
SELECT c.seq, e.kind, e.body FROM change c JOIN entry e ON e.seq = c.seq
WHERE c.seq > $place ORDER BY c.seq LIMIT $limit
-- change.last.public
SELECT COALESCE(MAX(public_position), 0) FROM change
-- change.last.staff
SELECT COALESCE(MAX(seq), 0) FROM change

-- verdict.find
SELECT e.body FROM verdict_revision v JOIN entry e ON e.seq = v.seq WHERE v.name = $name ORDER BY v.revision DESC LIMIT 1
-- verdict.ofInspection
SELECT e.body FROM verdict_revision v JOIN entry e ON e.seq = v.seq WHERE v.staff_until = '9999-12-31' AND v.inspection = $inspection AND v.withdrawn = 0 ORDER BY v.name
-- verdict.ofProcess
SELECT e.body FROM verdict_revision v JOIN entry e ON e.seq = v.seq WHERE v.staff_until = '9999-12-31' AND v.inspection_key = $key AND v.process = $process AND v.coding = $coding AND v.withdrawn = 0 ORDER BY v.name
-- verdict.wasPublic
SELECT EXISTS (SELECT 1 FROM verdict_revision WHERE name = $name AND public_from IS NOT NULL)
-- verdict.endOlder.staff
UPDATE verdict_revision SET staff_until = MIN(staff_until, $from) WHERE name = $name
-- verdict.endOlder.public
UPDATE verdict_revision SET public_until = MIN(public_until, $from) WHERE name = $name AND public_from IS NOT NULL
-- verdict.insert
INSERT INTO verdict_revision (name, revision, seq, withdrawn, framework, process, coding, inspection, inspection_key,
  sort_day, public_from, public_until, staff_from, staff_until)
VALUES ($name, $revision, $seq, $withdrawn, $framework, $process, $coding, $inspection, $key,
  $sort, $public_from, $public_until, $staff_from, $staff_until)
-- verdict.insertArea
INSERT INTO verdict_area (area, name, revision) VALUES ($area, $name, $revision)

-- verdict.get.public
SELECT e.body FROM verdict_revision v JOIN entry e ON e.seq = v.seq WHERE v.name = $name AND v.public_until = $open
-- verdict.get.staff
SELECT e.body FROM verdict_revision v JOIN entry e ON e.seq = v.seq WHERE v.name = $name AND v.staff_until = $open
-- verdict.revisions.public
SELECT e.body, '', CAST(v.revision AS TEXT), v.public_until <> $open FROM verdict_revision v JOIN entry e ON e.seq = v.seq
WHERE v.name = $name AND v.public_from IS NOT NULL AND v.revision > $after
ORDER BY v.revision LIMIT $limit
-- verdict.revisions.staff
SELECT e.body, '', CAST(v.revision AS TEXT), v.staff_until <> $open FROM verdict_revision v JOIN entry e ON e.seq = v.seq
WHERE v.name = $name AND v.staff_from IS NOT NULL AND v.revision > $after
ORDER BY v.revision LIMIT $limit
-- verdict.list.public
SELECT e.body, v.sort_day, v.name FROM verdict_revision v CROSS JOIN entry e ON e.seq = v.seq
WHERE v.public_from <= $day AND v.public_until > $day
  AND ($withdrawn OR v.withdrawn = 0)
  AND ($process = '' OR v.process = $process)
  AND ($framework = '' OR v.framework = $framework)
  AND ($inspection = '' OR v.inspection = $inspection)
  AND ($after_day IS NULL OR (v.sort_day, v.name) < ($after_day, $after_name))
ORDER BY v.sort_day DESC, v.name DESC LIMIT $limit
-- verdict.list.staff
SELECT e.body, v.sort_day, v.name FROM verdict_revision v CROSS JOIN entry e ON e.seq = v.seq
WHERE v.staff_from <= $day AND v.staff_until > $day
  AND ($withdrawn OR v.withdrawn = 0)
  AND ($process = '' OR v.process = $process)
  AND ($framework = '' OR v.framework = $framework)
  AND ($inspection = '' OR v.inspection = $inspection)
  AND ($after_day IS NULL OR (v.sort_day, v.name) < ($after_day, $after_name))
ORDER BY v.sort_day DESC, v.name DESC LIMIT $limit
-- verdict.listOfArea.public
SELECT e.body, v.sort_day, v.name FROM verdict_area a CROSS JOIN verdict_revision v ON v.name = a.name AND v.revision = a.revision AND a.area = $area CROSS JOIN entry e ON e.seq = v.seq
WHERE v.public_from <= $day AND v.public_until > $day
  AND ($withdrawn OR v.withdrawn = 0)
  AND ($process = '' OR v.process = $process)
  AND ($framework = '' OR v.framework = $framework)
  AND ($inspection = '' OR v.inspection = $inspection)
  AND ($after_day IS NULL OR (v.sort_day, v.name) < ($after_day, $after_name))
ORDER BY v.sort_day DESC, v.name DESC LIMIT $limit

-- inspection.find
SELECT e.body, v.revision, v.staff_from FROM inspection_revision v JOIN entry e ON e.seq = v.seq
WHERE v.name = $name ORDER BY v.revision DESC LIMIT 1
-- inspection.nameOf
SELECT name FROM inspection_revision WHERE key = $key ORDER BY seq LIMIT 1
-- inspection.endOlder.staff
UPDATE inspection_revision SET staff_until = MIN(staff_until, $from) WHERE name = $name
-- inspection.endOlder.public
UPDATE inspection_revision SET public_until = MIN(public_until, $from) WHERE name = $name AND public_from IS NOT NULL
-- inspection.insert
INSERT INTO inspection_revision (name, revision, seq, key, framework, sort_day, public_from, public_until, staff_from, staff_until)
VALUES ($name, $revision, $seq, $key, $framework, $sort, $public_from, $public_until, $staff_from, $staff_until)
-- inspection.insertArea
INSERT INTO inspection_area (area, name, revision) VALUES ($area, $name, $revision)
-- inspection.get.public
SELECT e.body FROM inspection_revision v JOIN entry e ON e.seq = v.seq WHERE v.name = $name AND v.public_until = $open
-- inspection.get.staff
SELECT e.body FROM inspection_revision v JOIN entry e ON e.seq = v.seq WHERE v.name = $name AND v.staff_until = $open
-- inspection.list.public
SELECT e.body, v.sort_day, v.name FROM inspection_revision v CROSS JOIN entry e ON e.seq = v.seq
WHERE v.public_from <= $day AND v.public_until > $day
  AND ($framework = '' OR v.framework = $framework)
  AND ($after_day IS NULL OR (v.sort_day, v.name) < ($after_day, $after_name))
ORDER BY v.sort_day DESC, v.name DESC LIMIT $limit
-- inspection.listOfArea.staff
SELECT e.body, v.sort_day, v.name FROM inspection_area a CROSS JOIN inspection_revision v ON v.name = a.name AND v.revision = a.revision AND a.area = $area CROSS JOIN entry e ON e.seq = v.seq
WHERE v.staff_from <= $day AND v.staff_until > $day
  AND ($framework = '' OR v.framework = $framework)
  AND ($after_day IS NULL OR (v.sort_day, v.name) < ($after_day, $after_name))
ORDER BY v.sort_day DESC, v.name DESC LIMIT $limit

-- import.find
SELECT body, inspection FROM import_record WHERE source_key = $key
-- import.keysFrom
SELECT source_key FROM import_record WHERE source_key >= $from AND source_key < $to ORDER BY source_key
-- import.ofInspection
SELECT body FROM import_record WHERE inspection = $inspection ORDER BY source_key
-- import.verdicts
SELECT key, verdict FROM import_verdict WHERE source_key = $key
-- import.set
INSERT INTO import_record (source_key, inspection, body) VALUES ($key, $inspection, $body)
ON CONFLICT (source_key) DO UPDATE SET inspection = excluded.inspection, body = excluded.body
-- import.setVerdict
INSERT INTO import_verdict (source_key, key, verdict) VALUES ($source, $key, $verdict)
ON CONFLICT (source_key, key) DO UPDATE SET verdict = excluded.verdict
-- import.removeVerdict
DELETE FROM import_verdict WHERE verdict = $verdict
