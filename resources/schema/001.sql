-- A workshop, version 1.
--
-- Any SQLite tool can read this file: application_id is 0x49435057 ("ICPW"), user_version the number of the newest of
-- these scripts that was run. Copy the file when the program is closed; a "-journal" file beside it belongs to it.
--
-- What the team writes stands in `entity`, how it came about in `step` and `change`, and the imports in `dataset` and
-- the tables it names. The views icp, criterion and persona spread the JSON out; nothing in the program reads them.

-- The settings, ICPs, personas and pins as they are now.
CREATE TABLE entity (
    kind     TEXT    NOT NULL,  -- 'settings', 'icp', 'persona', 'pin'
    id       TEXT    NOT NULL,
    position INTEGER NOT NULL,  -- 0, 1, 2 ... among its kind, as on screen
    body     TEXT    NOT NULL CHECK (json_valid(body)),
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- What is undone and redone as one. Undo marks the newest 'done' step as 'undone', redo the oldest 'undone' one as
-- 'done'. A new step turns all 'undone' ones into 'dropped': they can no longer be redone, but nothing is ever deleted.
-- Every 'undone' step is newer than every 'done' one.
CREATE TABLE step (
    number INTEGER PRIMARY KEY,
    state  TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')),
    text   TEXT NOT NULL,       -- 'Add criterion'
    author TEXT NOT NULL,       -- department, or empty
    time   TEXT NOT NULL        -- UTC, ISO 8601
) STRICT;

-- The changes of the steps, in order. NULL for before or after: the entity did not exist.
CREATE TABLE change (
    number          INTEGER PRIMARY KEY,
    step            INTEGER NOT NULL REFERENCES step (number),
    kind            TEXT    NOT NULL,
    id              TEXT    NOT NULL,
    before          TEXT CHECK (before IS NULL OR json_valid(before)),
    after           TEXT CHECK (after IS NULL OR json_valid(after)),
    position_before INTEGER,
    position_after  INTEGER
) STRICT;
CREATE INDEX change_step ON change (step);

-- Every import; the one with the highest number is in use. What other tables hold of a number that is not here was left
-- by an import that was never finished: nobody reads it, and the next import takes it away.
CREATE TABLE dataset (
    number      INTEGER PRIMARY KEY,
    imported    TEXT NOT NULL,  -- UTC, ISO 8601
    as_of       TEXT,           -- newest date in the data, ISO 8601
    fingerprint TEXT NOT NULL   -- over the bytes of all files
) STRICT;

-- The files of an import, as they were understood.
CREATE TABLE dataset_file (
    dataset      INTEGER NOT NULL REFERENCES dataset (number),
    file         INTEGER NOT NULL,  -- 0, 1, 2 ...
    name         TEXT    NOT NULL,
    role         TEXT    NOT NULL,  -- 'accounts', 'deals', 'contacts', 'usage'
    vendor       TEXT    NOT NULL,
    vendor_sure  REAL    NOT NULL,  -- 0 to 1
    rows         INTEGER NOT NULL,
    rejected     INTEGER NOT NULL,
    columns      INTEGER NOT NULL,
    columns_used INTEGER NOT NULL,
    format       TEXT    NOT NULL,
    encoding     TEXT    NOT NULL,
    delimiter    TEXT    NOT NULL,
    decimal_mark TEXT    NOT NULL,
    sheet        TEXT    NOT NULL,
    PRIMARY KEY (dataset, file)
) STRICT, WITHOUT ROWID;

-- Their columns, with the reason for the type that was chosen.
CREATE TABLE dataset_file_column (
    dataset   INTEGER NOT NULL,
    file      INTEGER NOT NULL,
    position  INTEGER NOT NULL,
    header    TEXT    NOT NULL,
    attribute TEXT    NOT NULL,
    type      TEXT    NOT NULL,
    evidence  TEXT    NOT NULL,
    mapped    REAL    NOT NULL,  -- how sure the mapping is, 0 to 1
    missing   INTEGER NOT NULL,
    PRIMARY KEY (dataset, file, position),
    FOREIGN KEY (dataset, file) REFERENCES dataset_file (dataset, file)
) STRICT, WITHOUT ROWID;

-- What kinds of rows an import has. Each kind has tables data_<dataset>_<entity>, and when it has very many columns
-- data_<dataset>_<entity>_2 and so on, with a row per row: `_row` counts from 0, `_account` is the `_row` of its account,
-- `_state` what became of a deal ('open', 'won', 'lost') or account ('unknown', 'customer', 'left'), `_file` and
-- `_file_row` where it came from. The other columns are named after the headers of the file. Missing cells are NULL;
-- percentages are fractions; dates are days since 1970-01-01: date(2440587.5 + x) shows them; cells with several
-- values are JSON arrays.
CREATE TABLE dataset_entity (
    dataset   INTEGER NOT NULL REFERENCES dataset (number),
    entity    TEXT    NOT NULL,
    rows      INTEGER NOT NULL,
    by_id     INTEGER NOT NULL,  -- rows that found their account by its id ...
    by_domain INTEGER NOT NULL,
    by_email  INTEGER NOT NULL,
    by_name   INTEGER NOT NULL,
    digest    TEXT    NOT NULL,  -- 16 hex digits over all cells, so that damage is noticed
    PRIMARY KEY (dataset, entity)
) STRICT, WITHOUT ROWID;

-- Where each column of an import stands, and its type.
CREATE TABLE dataset_column (
    dataset    INTEGER NOT NULL,
    entity     TEXT    NOT NULL,
    position   INTEGER NOT NULL,  -- 0, 1, 2 ...
    header     TEXT    NOT NULL,
    type       TEXT    NOT NULL,  -- 'text', 'category', 'number', 'money', 'percent', 'date', 'boolean', 'multi'
    currency   TEXT    NOT NULL,
    levels     TEXT CHECK (levels IS NULL OR json_valid(levels)),  -- the distinct texts in order of appearance: categories, multi
    in_table   TEXT    NOT NULL,
    in_column  TEXT    NOT NULL,
    PRIMARY KEY (dataset, entity, position),
    FOREIGN KEY (dataset, entity) REFERENCES dataset_entity (dataset, entity)
) STRICT, WITHOUT ROWID;

-- What the columns mean.
CREATE TABLE dataset_attribute (
    dataset  INTEGER NOT NULL,
    entity   TEXT    NOT NULL,
    position INTEGER NOT NULL,
    name     TEXT    NOT NULL,  -- 'account.industry'
    label    TEXT    NOT NULL,
    class    TEXT    NOT NULL,
    use      TEXT    NOT NULL,  -- 'feature', 'key', 'outcome', 'description', 'left-out'
    reason   TEXT    NOT NULL,  -- why it was left out
    unit     TEXT    NOT NULL,
    "column" INTEGER NOT NULL,  -- dataset_column.position
    PRIMARY KEY (dataset, entity, position),
    FOREIGN KEY (dataset, entity) REFERENCES dataset_entity (dataset, entity)
) STRICT, WITHOUT ROWID;

-- Doubtful cells and columns.
CREATE TABLE issue (
    dataset  INTEGER NOT NULL REFERENCES dataset (number),
    position INTEGER NOT NULL,
    severity TEXT    NOT NULL CHECK (severity IN ('note', 'warning', 'rejected')),
    code     TEXT    NOT NULL,
    file     TEXT    NOT NULL,
    row      INTEGER NOT NULL,  -- 1 = first line; 0 = the whole file
    "column" TEXT    NOT NULL,
    text     TEXT    NOT NULL,
    reason   TEXT    NOT NULL,
    PRIMARY KEY (dataset, position)
) STRICT, WITHOUT ROWID;

-- Rows that were set aside, whole.
CREATE TABLE rejected_row (
    dataset  INTEGER NOT NULL REFERENCES dataset (number),
    position INTEGER NOT NULL,
    file     INTEGER NOT NULL,  -- dataset_file.file
    row      INTEGER NOT NULL,
    cells    TEXT    NOT NULL CHECK (json_valid(cells)),
    reason   TEXT    NOT NULL,
    PRIMARY KEY (dataset, position)
) STRICT, WITHOUT ROWID;

CREATE VIEW icp AS
SELECT id, position, body ->> 'name' AS name, body ->> 'version' AS version, body ->> 'sentence' AS sentence,
       body ->> 'quote' AS quote, body ->> 'hypothesis' AS hypothesis, body ->> 'agreed' AS agreed
FROM entity WHERE kind = 'icp';

CREATE VIEW criterion AS
SELECT entity.id AS icp, c.key AS position, c.value ->> 'id' AS id, c.value ->> 'section' AS section,
       c.value ->> 'importance' AS importance, c.value ->> 'text' AS text, c.value ->> 'weight' AS weight,
       c.value ->> '$.condition.attribute' AS attribute, c.value ->> '$.condition.op' AS op,
       c.value -> '$.condition.values' AS "values", c.value ->> '$.condition.low' AS low,
       c.value ->> '$.condition.high' AS high
FROM entity, json_each(entity.body, '$.criteria') AS c WHERE kind = 'icp';

CREATE VIEW persona AS
SELECT id, position, body ->> 'role' AS role, body ->> 'title' AS title, body ->> 'tier' AS tier,
       body -> 'icps' AS icps, body ->> '$.fields.needs.text' AS needs, body ->> '$.fields.goals.text' AS goals,
       body ->> '$.fields.behaviours.text' AS behaviours, body ->> '$.fields.motivations.text' AS motivations,
       body ->> '$.fields.values.text' AS "values", body ->> '$.fields.aspirations.text' AS aspirations,
       body ->> '$.fields.objections.text' AS objections, body ->> '$.fields.message.text' AS message
FROM entity WHERE kind = 'persona';
