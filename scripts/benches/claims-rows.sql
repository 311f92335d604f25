-- The rows that a claim finds, in PostgreSQL: one activation, 64 volunteers with accounts, and open requests (:requests).
INSERT INTO activation (id, title, hazard, mode, state, activated_at, on_site_open, on_site_areas, revision)
  VALUES (repeat('x', 36), 'bench', 'earthquake', 'actual', 'active', 1764000000000000, 0, '[]', 1);
INSERT INTO volunteer (id, number, name, kana, gender, birth_date, phone, email, area, spoken, written, does, specialties, hours,
    qualification, note, state, presence, registered_at, revision)
  SELECT lpad(n::text, 36, 'v'), 'V' || n, '通訳 V' || n, '', 'unknown', '', '044-000-0000', '', '',
    '[{"language":"vi","level":"native"}]', '[{"language":"vi","level":"native"}]', '["interpret"]', '[]', '', '', '',
    'registered', 'on_call', 1764000000000000, 1 FROM generate_series(1, 64) n;
INSERT INTO account (id, name, roles, volunteer, password_hash, disabled, created_at, revision)
  SELECT lpad(n::text, 36, 'c'), 'volunteer-' || n, '["volunteer"]', lpad(n::text, 36, 'v'), '', 0, 1764000000000000, 1
  FROM generate_series(1, 64) n;
INSERT INTO request (id, activation, number, kind, mode, language, area, place, contact, details, summary, starts_at, ends_at, places,
    excluded, confidential, visible_to, admission, state, created_at, created_by, revision)
  SELECT lpad(n::text, 36, 'r'), repeat('x', 36), n, 'interpret', 'phone', 'vi', '14131', '', '',
    'Details of the request as a coordinator types them: who asks, about what, since when.',
    'Interpreting on the telephone, about an hour', 1764000000000000 + n / 64 * 172800000000,
    1764003600000000 + n / 64 * 172800000000, 1, '[]', 0, '[]', 'first_come', 'open', 1764000000000000, lpad('1', 36, 'c'), 1
  FROM generate_series(1, :requests) n;
CREATE SEQUENCE event_number START 1000000000;
CREATE SEQUENCE audit_number START 1000000000;
