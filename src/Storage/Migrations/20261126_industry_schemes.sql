-- The industry schemes that people brought: trees of codes.
CREATE TABLE industry_schemes (
    id TEXT PRIMARY KEY,
    -- Rows of code, code above (empty at the top), title in English, title in Chinese, as JSON.
    codes TEXT NOT NULL,
    version INTEGER NOT NULL
) STRICT;
