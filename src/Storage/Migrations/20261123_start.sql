-- The first schema. A migration that was ever released is never edited: add a file with a later date.
-- Money in ten-thousandths of the row's currency; days by number, day 0 is 0001-01-01; several values and custom fields as JSON.

PRAGMA application_id = 0x4261696C;

CREATE TABLE market (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    version INTEGER NOT NULL
) STRICT;
INSERT INTO market VALUES (1, 0);

-- Rows and the sum of their fingerprints (modulo 2^64), per table.
CREATE TABLE market_tables (
    name TEXT PRIMARY KEY,
    row_count INTEGER NOT NULL,
    fingerprint INTEGER NOT NULL
) STRICT;

CREATE TABLE market_products (
    row_number INTEGER PRIMARY KEY,
    row_hash INTEGER NOT NULL,
    id TEXT NOT NULL,
    name TEXT,
    category TEXT,
    custom TEXT
) STRICT;
CREATE UNIQUE INDEX market_products_key ON market_products (id);

CREATE TABLE market_reps (
    row_number INTEGER PRIMARY KEY,
    row_hash INTEGER NOT NULL,
    id TEXT NOT NULL,
    name TEXT,
    home_longitude REAL,
    home_latitude REAL,
    home_postal TEXT,
    home_country TEXT,
    manager TEXT,
    level TEXT,
    skills TEXT,
    languages TEXT,
    capacity_hours REAL,
    since_day_number INTEGER,
    until_day_number INTEGER,
    placed_longitude REAL,
    placed_latitude REAL,
    custom TEXT
) STRICT;
CREATE UNIQUE INDEX market_reps_key ON market_reps (id);

CREATE TABLE market_territories (
    row_number INTEGER PRIMARY KEY,
    row_hash INTEGER NOT NULL,
    id TEXT NOT NULL,
    name TEXT,
    parent TEXT,
    rep TEXT,
    from_day_number INTEGER,
    until_day_number INTEGER,
    country TEXT,
    postal TEXT,
    area TEXT,
    custom TEXT
) STRICT;
CREATE UNIQUE INDEX market_territories_key ON market_territories (id, ifnull(rep, ''), ifnull(from_day_number, -1), ifnull(country, ''), ifnull(postal, ''), ifnull(area, ''));

CREATE TABLE market_accounts (
    row_number INTEGER PRIMARY KEY,
    row_hash INTEGER NOT NULL,
    id TEXT NOT NULL,
    name TEXT,
    parent TEXT,
    country TEXT,
    subdivision TEXT,
    city TEXT,
    postal TEXT,
    address TEXT,
    longitude REAL,
    latitude REAL,
    area TEXT,
    type TEXT,
    employees INTEGER,
    revenue_ten_thousandths INTEGER,
    currency TEXT,
    industry TEXT,
    industry_scheme TEXT,
    tier TEXT,
    stage TEXT,
    products TEXT,
    interests TEXT,
    tags TEXT,
    owner TEXT,
    territory TEXT,
    since_day_number INTEGER,
    placed_by TEXT,
    placed_longitude REAL,
    placed_latitude REAL,
    placed_subdivision TEXT,
    placed_area TEXT,
    custom TEXT
) STRICT;
CREATE UNIQUE INDEX market_accounts_key ON market_accounts (id);

CREATE TABLE market_leads (
    row_number INTEGER PRIMARY KEY,
    row_hash INTEGER NOT NULL,
    id TEXT NOT NULL,
    name TEXT,
    company TEXT,
    account TEXT,
    country TEXT,
    subdivision TEXT,
    city TEXT,
    postal TEXT,
    address TEXT,
    longitude REAL,
    latitude REAL,
    area TEXT,
    type TEXT,
    employees INTEGER,
    revenue_ten_thousandths INTEGER,
    currency TEXT,
    industry TEXT,
    industry_scheme TEXT,
    tier TEXT,
    stage TEXT,
    interests TEXT,
    tags TEXT,
    product TEXT,
    source TEXT,
    rep TEXT,
    created_day_number INTEGER,
    converted_day_number INTEGER,
    outcome TEXT,
    placed_by TEXT,
    placed_longitude REAL,
    placed_latitude REAL,
    placed_subdivision TEXT,
    placed_area TEXT,
    custom TEXT
) STRICT;
CREATE UNIQUE INDEX market_leads_key ON market_leads (id);

CREATE TABLE market_opportunities (
    row_number INTEGER PRIMARY KEY,
    row_hash INTEGER NOT NULL,
    id TEXT NOT NULL,
    account TEXT,
    rep TEXT,
    product TEXT,
    source TEXT,
    created_day_number INTEGER,
    closed_day_number INTEGER,
    stage TEXT,
    outcome TEXT,
    amount_ten_thousandths INTEGER,
    currency TEXT,
    custom TEXT
) STRICT;
CREATE UNIQUE INDEX market_opportunities_key ON market_opportunities (id);

CREATE TABLE market_sales (
    row_number INTEGER PRIMARY KEY,
    row_hash INTEGER NOT NULL,
    id TEXT NOT NULL,
    account TEXT,
    rep TEXT,
    product TEXT,
    date_day_number INTEGER NOT NULL,
    amount_ten_thousandths INTEGER NOT NULL,
    cost_ten_thousandths INTEGER,
    currency TEXT,
    channel TEXT,
    custom TEXT
) STRICT;
CREATE UNIQUE INDEX market_sales_key ON market_sales (id);

CREATE TABLE market_quotas (
    row_number INTEGER PRIMARY KEY,
    row_hash INTEGER NOT NULL,
    rep TEXT,
    territory TEXT,
    from_day_number INTEGER NOT NULL,
    until_day_number INTEGER,
    amount_ten_thousandths INTEGER NOT NULL,
    currency TEXT,
    custom TEXT
) STRICT;
CREATE UNIQUE INDEX market_quotas_key ON market_quotas (ifnull(rep, ''), ifnull(territory, ''), from_day_number);

CREATE TABLE market_area_facts (
    row_number INTEGER PRIMARY KEY,
    row_hash INTEGER NOT NULL,
    area TEXT NOT NULL,
    measure TEXT NOT NULL,
    value REAL NOT NULL,
    custom TEXT
) STRICT;
CREATE UNIQUE INDEX market_area_facts_key ON market_area_facts (area, measure);

CREATE TABLE plans (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    effective_day_number INTEGER NOT NULL,
    source TEXT NOT NULL,
    files TEXT NOT NULL,
    created_at TEXT NOT NULL,
    published_at TEXT,
    -- A published plan is in force from its effective day until the day before this one.
    until_day_number INTEGER
) STRICT;

-- The distinct answers of all plans: an owner row names one of them.
CREATE TABLE owner_answers (
    answer INTEGER PRIMARY KEY,
    layer TEXT NOT NULL,
    territory TEXT,
    rep TEXT,
    rule TEXT NOT NULL,
    path TEXT NOT NULL
) STRICT;

CREATE TABLE owner_layers (
    layer INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- Who owns an account in a layer, from a day until the day before another; open ends have the day after the last possible one.
CREATE TABLE owners (
    layer INTEGER NOT NULL,
    account TEXT NOT NULL,
    from_day_number INTEGER NOT NULL,
    until_day_number INTEGER NOT NULL,
    answer INTEGER NOT NULL,
    PRIMARY KEY (layer, account, from_day_number)
) STRICT, WITHOUT ROWID;

CREATE TABLE boundary_sets (
    id TEXT PRIMARY KEY,
    compiled BLOB NOT NULL
) STRICT;

CREATE TABLE journal (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    subject TEXT NOT NULL,
    before TEXT,
    after TEXT NOT NULL,
    detail TEXT NOT NULL,
    -- SHA-256 over the chain of the entry before and this entry as JSON, in hexadecimal.
    chain TEXT NOT NULL
) STRICT;
CREATE TRIGGER journal_is_not_edited BEFORE UPDATE ON journal BEGIN SELECT raise(ABORT, 'the journal is only added to'); END;
CREATE TRIGGER journal_is_not_cut BEFORE DELETE ON journal BEGIN SELECT raise(ABORT, 'the journal is only added to'); END;
