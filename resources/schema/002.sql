-- A workshop, version 2: what the team decided about its data.
--
-- The imports in `dataset` stay as they were read. What was decided about them since, and holds for the next export
-- too, stands in `entity` under the kind 'decision', one row each: levels that are one ('level'), texts that mean
-- nothing is known ('missing'), the account that rows mean by a text ('link'), accounts that are one ('account'), columns
-- set aside or taken back ('use'). A program that does not know them would show other numbers; hence the version.
CREATE VIEW decision AS
SELECT id, position, body ->> 'kind' AS kind, body ->> 'attribute' AS attribute, body ->> 'from' AS "from",
       body ->> 'to' AS "to", body ->> 'text' AS text, body ->> 'use' AS use, body ->> 'entity' AS entity,
       coalesce(body ->> '$.account.name', body ->> '$.kept.name') AS account,
       coalesce(body ->> '$.account.id', body ->> '$.kept.id') AS account_id,
       body ->> '$.merged.name' AS merged, body ->> '$.merged.id' AS merged_id
FROM entity WHERE kind = 'decision';
