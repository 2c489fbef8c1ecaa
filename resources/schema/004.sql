-- A workshop, version 4: what participants say of customers.
--
-- Claims stand in `entity` under the kind 'claim', one row each, and change through the journal like everything the team
-- writes. What the data say of them is no part of the file: it is made anew from the import in use. A program that does
-- not know them would drop them from what it shows; hence the version.
CREATE VIEW claim AS
SELECT id, position, body ->> 'statement' AS statement, body ->> 'metric' AS metric, body ->> 'direction' AS direction,
       body ->> 'baseline' AS baseline, body -> 'conditions' AS conditions, body ->> 'author' AS author,
       body ->> 'evidence' AS evidence
FROM entity WHERE kind = 'claim';

-- Looks at the sealed deals, by fingerprint of the data. Those that were undone stand in `change` alone.
CREATE VIEW opening AS
SELECT id, position, body ->> 'fingerprint' AS fingerprint, body ->> 'from' AS sealed_from, body ->> 'question' AS question
FROM entity WHERE kind = 'opening';
