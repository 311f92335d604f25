-- What one claim changes in the database, for PostgreSQL: the assignment, the request, the idempotency record, the event and the
-- audit line, both numbered. Each client takes requests that nobody else takes. NEXT_EVENT and NEXT_AUDIT give the numbers.
\set n :k * 64 + :client_id + 1
\set k :k + 1
BEGIN;
INSERT INTO assignment (id, request, place, volunteer, state, by_telephone, offered_at, taken_at, starts_at, ends_at)
  VALUES (lpad(:n::text, 36, 'a'), lpad(:n::text, 36, 'r'), 1, lpad((:client_id + 1)::text, 36, 'v'), 'taken', 0,
    1764000000000000, 1764000000000000, 1764000000000000 + :k::bigint * 172800000000, 1764003600000000 + :k::bigint * 172800000000);
UPDATE request SET state = 'taken', revision = revision + 1 WHERE id = lpad(:n::text, 36, 'r');
INSERT INTO idempotency (account, key, hash, status, record, at)
  VALUES (lpad((:client_id + 1)::text, 36, 'c'), 'claim-' || lpad(:n::text, 36, 'r'),
    '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', 200, lpad(:n::text, 36, 'r'), 1764000000000000);
WITH next AS (NEXT_EVENT) INSERT INTO event (seq, kind, entity, id, revision, at)
  SELECT value, 'request.claimed', 'request', lpad(:n::text, 36, 'r'), 2, 1764000000000000 FROM next;
WITH next AS (NEXT_AUDIT) INSERT INTO audit (seq, at, who, what, entity, "of", hash)
  SELECT value, 1764000000000000, lpad((:client_id + 1)::text, 36, 'c'), 'request.claimed', 'request',
    lpad(:n::text, 36, 'r'), '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef' FROM next;
COMMIT;
