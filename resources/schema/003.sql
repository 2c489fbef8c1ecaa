-- A workshop, version 3: everything an import tells stays with it.
--
-- Imports of older versions keep what is new here empty: nobody knows it any more.

-- What the import was asked for, as JSON: {files: [{path, role, sheet, delimiter, encoding, mapping: {header: attribute},
-- columns: {header: {type, decimal, dayFirst, separator, missing}}, fixed: {row: [cells]}, fixedIn}], outcome: {won,
-- lost}, use, hide}. Only what the user decided is there; `fixed` are the cells of rows that were mended, `fixedIn` the
-- digest of the file they belong to. The first of the files are those of dataset_file, in order; those that were not used
-- follow.
ALTER TABLE dataset ADD COLUMN choices TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(choices));

ALTER TABLE dataset_file ADD COLUMN path TEXT NOT NULL DEFAULT '';       -- where it was
ALTER TABLE dataset_file ADD COLUMN role_sure REAL NOT NULL DEFAULT 0;   -- 0 to 1
ALTER TABLE dataset_file ADD COLUMN signature TEXT NOT NULL DEFAULT '';  -- of its headers, 16 hex digits
ALTER TABLE dataset_file ADD COLUMN digest TEXT NOT NULL DEFAULT '';     -- SHA-256 of its bytes
ALTER TABLE dataset_file ADD COLUMN remembered TEXT;  -- the day of the decisions that were used again, ISO 8601
ALTER TABLE dataset_file ADD COLUMN as_of TEXT;       -- the newest day on which something in it happened, ISO 8601
ALTER TABLE dataset_file ADD COLUMN valid REAL;       -- share of its rows expected to hold still; NULL: they are not dated
ALTER TABLE dataset_file ADD COLUMN stale INTEGER NOT NULL DEFAULT 0;    -- rows that probably hold no longer

-- What a column is worth: 'useful', 'key', 'outcome', 'description', or why it is not looked at: 'leak', 'empty',
-- 'nearly-empty', 'constant', 'duplicate', 'unique', 'free-text', 'hidden'; and why, in a sentence.
ALTER TABLE dataset_file_column ADD COLUMN verdict TEXT NOT NULL DEFAULT '';
ALTER TABLE dataset_file_column ADD COLUMN why TEXT NOT NULL DEFAULT '';
ALTER TABLE dataset_file_column ADD COLUMN valid REAL;  -- share of its values expected to hold still; NULL: not dated
ALTER TABLE dataset_attribute ADD COLUMN verdict TEXT NOT NULL DEFAULT '';  -- as dataset_file_column.verdict
ALTER TABLE dataset_attribute ADD COLUMN caution TEXT NOT NULL DEFAULT '';  -- why it may follow the outcome

ALTER TABLE dataset_entity ADD COLUMN by_choice INTEGER NOT NULL DEFAULT 0;  -- rows the user gave their account
ALTER TABLE dataset_entity ADD COLUMN nameless INTEGER NOT NULL DEFAULT 0;   -- rows that name no account at all

-- The texts by which rows named their account in vain, most rows first.
CREATE TABLE unlinked (
    dataset  INTEGER NOT NULL,
    entity   TEXT    NOT NULL,
    position INTEGER NOT NULL,
    text     TEXT    NOT NULL,
    "column" TEXT    NOT NULL,
    rows     INTEGER NOT NULL,
    accounts INTEGER NOT NULL,  -- that share the text; 0: nobody is known by it
    PRIMARY KEY (dataset, entity, position),
    FOREIGN KEY (dataset, entity) REFERENCES dataset_entity (dataset, entity)
) STRICT, WITHOUT ROWID;

-- The words of stages, statuses and results, and what they were taken to say.
CREATE TABLE outcome_word (
    dataset   INTEGER NOT NULL REFERENCES dataset (number),
    position  INTEGER NOT NULL,
    attribute TEXT    NOT NULL,  -- 'deal.stage'
    text      TEXT    NOT NULL,
    deals     INTEGER NOT NULL,
    state     TEXT    NOT NULL CHECK (state IN ('open', 'won', 'lost')),
    known     INTEGER NOT NULL,  -- 1: the word itself says so
    decided   INTEGER NOT NULL,  -- 1: by the user
    PRIMARY KEY (dataset, position)
) STRICT, WITHOUT ROWID;
