#pragma once

// What the migration "0001 center" makes. Later migrations stand in schema.cpp.
namespace kotobashi::store {

inline constexpr const char* first_tables = R"sql(
CREATE TABLE account (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  roles TEXT NOT NULL,
  volunteer TEXT,
  password_hash TEXT NOT NULL,
  disabled BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  revision BIGINT NOT NULL
);
CREATE UNIQUE INDEX account_name ON account (name);
CREATE INDEX account_volunteer ON account (volunteer);

CREATE TABLE session (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id),
  token_hash TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  link TEXT
);
CREATE UNIQUE INDEX session_token ON session (token_hash);
CREATE INDEX session_account ON session (account);
CREATE INDEX session_link ON session (link);

CREATE TABLE volunteer (
  id TEXT PRIMARY KEY,
  drill TEXT,
  copy_of TEXT,
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  kana TEXT NOT NULL,
  gender TEXT NOT NULL,
  birth_date TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  area TEXT NOT NULL,
  spoken TEXT NOT NULL,
  written TEXT NOT NULL,
  does TEXT NOT NULL,
  specialties TEXT NOT NULL,
  hours TEXT NOT NULL,
  qualification TEXT NOT NULL,
  qualification_until TEXT,
  insured BIGINT,
  note TEXT NOT NULL,
  state TEXT NOT NULL,
  presence TEXT NOT NULL,
  registered_at BIGINT NOT NULL,
  revision BIGINT NOT NULL
);
CREATE INDEX volunteer_number ON volunteer (drill, number);
CREATE INDEX volunteer_copy ON volunteer (drill, copy_of) WHERE drill IS NOT NULL;

CREATE TABLE volunteer_sort (
  id TEXT PRIMARY KEY REFERENCES volunteer (id),
  sort_key TEXT NOT NULL,
  icu_version TEXT NOT NULL
);
CREATE INDEX volunteer_sort_key ON volunteer_sort (sort_key, id);

CREATE TABLE personal_link (
  id TEXT PRIMARY KEY,
  volunteer TEXT NOT NULL REFERENCES volunteer (id),
  token_hash TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  revoked_at BIGINT
);
CREATE UNIQUE INDEX personal_link_token ON personal_link (token_hash);
CREATE INDEX personal_link_volunteer ON personal_link (volunteer);

CREATE TABLE activation (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  hazard TEXT NOT NULL,
  mode TEXT NOT NULL,
  state TEXT NOT NULL,
  occurred_at BIGINT,
  activated_at BIGINT NOT NULL,
  closed_at BIGINT,
  on_site_open BIGINT NOT NULL,
  on_site_areas TEXT NOT NULL,
  on_site_until BIGINT,
  revision BIGINT NOT NULL
);
CREATE UNIQUE INDEX activation_one_open ON activation ((1)) WHERE state <> 'closed';

CREATE TABLE numbering (
  activation TEXT NOT NULL REFERENCES activation (id),
  series TEXT NOT NULL,
  last BIGINT NOT NULL,
  PRIMARY KEY (activation, series)
);

CREATE TABLE notice (
  id TEXT PRIMARY KEY,
  activation TEXT NOT NULL REFERENCES activation (id),
  number BIGINT,
  state TEXT NOT NULL,
  template TEXT NOT NULL,
  critical BIGINT NOT NULL,
  follows TEXT REFERENCES notice (id),
  source TEXT,
  channels TEXT NOT NULL,
  current BIGINT NOT NULL,
  languages TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  published_at BIGINT,
  corrected_at BIGINT,
  withdrawn_at BIGINT,
  withdrawn_because TEXT,
  expires_at BIGINT,
  created_by TEXT REFERENCES account (id),
  revision BIGINT NOT NULL
);
CREATE UNIQUE INDEX notice_number ON notice (activation, number);
CREATE INDEX notice_expiry ON notice (expires_at) WHERE state = 'published';

CREATE TABLE notice_revision (
  id TEXT PRIMARY KEY,
  notice TEXT NOT NULL REFERENCES notice (id),
  "index" BIGINT NOT NULL,
  parameters TEXT NOT NULL,
  free_text TEXT,
  pack_versions TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  created_by TEXT REFERENCES account (id)
);
CREATE UNIQUE INDEX notice_revision_index ON notice_revision (notice, "index");

CREATE TABLE notice_text (
  id TEXT PRIMARY KEY,
  notice TEXT NOT NULL REFERENCES notice (id),
  "index" BIGINT NOT NULL,
  language TEXT NOT NULL,
  status TEXT NOT NULL,
  ready BIGINT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  title_runs TEXT NOT NULL,
  body_runs TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE UNIQUE INDEX notice_text_language ON notice_text (notice, "index", language);

CREATE TABLE inquiry (
  id TEXT PRIMARY KEY,
  activation TEXT NOT NULL REFERENCES activation (id),
  number BIGINT NOT NULL,
  channel TEXT NOT NULL,
  language TEXT NOT NULL,
  area TEXT NOT NULL,
  topic TEXT,
  confidential BIGINT NOT NULL,
  visible_to TEXT NOT NULL,
  emergency TEXT NOT NULL,
  tourist BIGINT,
  content TEXT NOT NULL,
  contact TEXT NOT NULL,
  state TEXT NOT NULL,
  received_at BIGINT NOT NULL,
  answered_at BIGINT,
  closed_at BIGINT,
  merged_into TEXT REFERENCES inquiry (id),
  created_by TEXT REFERENCES account (id),
  revision BIGINT NOT NULL
);
CREATE UNIQUE INDEX inquiry_number ON inquiry (activation, confidential, number);

CREATE TABLE answer (
  id TEXT PRIMARY KEY,
  inquiry TEXT NOT NULL REFERENCES inquiry (id),
  content TEXT NOT NULL,
  source_checked TEXT NOT NULL,
  language TEXT NOT NULL,
  at BIGINT NOT NULL,
  by TEXT REFERENCES account (id)
);
CREATE INDEX answer_inquiry ON answer (inquiry);

CREATE TABLE request (
  id TEXT PRIMARY KEY,
  activation TEXT NOT NULL REFERENCES activation (id),
  number BIGINT NOT NULL,
  kind TEXT NOT NULL,
  mode TEXT NOT NULL,
  language TEXT NOT NULL,
  specialty TEXT,
  area TEXT NOT NULL,
  place TEXT NOT NULL,
  contact TEXT NOT NULL,
  details TEXT NOT NULL,
  summary TEXT NOT NULL,
  starts_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  places BIGINT NOT NULL,
  gender_preference TEXT,
  excluded TEXT NOT NULL,
  confidential BIGINT NOT NULL,
  visible_to TEXT NOT NULL,
  admission TEXT NOT NULL,
  state TEXT NOT NULL,
  cancelled_because TEXT,
  inquiry TEXT REFERENCES inquiry (id),
  created_at BIGINT NOT NULL,
  created_by TEXT REFERENCES account (id),
  revision BIGINT NOT NULL
);
CREATE UNIQUE INDEX request_number ON request (activation, confidential, number);
CREATE INDEX request_open ON request (activation, id) WHERE state = 'open';
CREATE INDEX request_ends ON request (ends_at) WHERE state = 'open' OR state = 'offered';

CREATE TABLE assignment (
  id TEXT PRIMARY KEY,
  request TEXT NOT NULL REFERENCES request (id),
  place BIGINT NOT NULL,
  volunteer TEXT NOT NULL REFERENCES volunteer (id),
  state TEXT NOT NULL,
  by_telephone BIGINT NOT NULL,
  offered_at BIGINT NOT NULL,
  taken_at BIGINT,
  started_at BIGINT,
  finished_at BIGINT,
  released_at BIGINT,
  starts_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX assignment_one_holder ON assignment (request, place) WHERE state <> 'released';
CREATE INDEX assignment_request ON assignment (request);
CREATE INDEX assignment_volunteer ON assignment (volunteer, ends_at) WHERE state <> 'released';

CREATE TABLE call_outcome (
  id TEXT PRIMARY KEY,
  request TEXT NOT NULL REFERENCES request (id),
  volunteer TEXT NOT NULL REFERENCES volunteer (id),
  outcome TEXT NOT NULL,
  at BIGINT NOT NULL,
  by TEXT REFERENCES account (id)
);
CREATE INDEX call_outcome_request ON call_outcome (request, at);

CREATE TABLE secret (
  name TEXT PRIMARY KEY,
  secret TEXT NOT NULL
);

CREATE TABLE bulletin (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  action TEXT NOT NULL,
  event_id TEXT NOT NULL,
  serial TEXT NOT NULL,
  title TEXT NOT NULL,
  issuer TEXT NOT NULL,
  reported_at BIGINT NOT NULL,
  occurred_at BIGINT,
  areas TEXT NOT NULL,
  suggestions TEXT NOT NULL,
  trigger_met BIGINT NOT NULL,
  withdrawn BIGINT NOT NULL,
  received_at BIGINT NOT NULL
);
CREATE INDEX bulletin_event ON bulletin (event_id);
CREATE INDEX bulletin_received ON bulletin (received_at);

CREATE TABLE log_entry (
  id TEXT PRIMARY KEY,
  activation TEXT NOT NULL REFERENCES activation (id),
  number BIGINT NOT NULL,
  at BIGINT NOT NULL,
  "from" TEXT NOT NULL,
  "to" TEXT NOT NULL,
  medium TEXT NOT NULL,
  content TEXT NOT NULL,
  action TEXT NOT NULL,
  owner TEXT NOT NULL,
  done BIGINT NOT NULL,
  by TEXT REFERENCES account (id),
  revision BIGINT NOT NULL
);
CREATE UNIQUE INDEX log_entry_number ON log_entry (activation, number);
)sql";

} // namespace kotobashi::store
