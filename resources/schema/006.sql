-- A workshop, version 6: what the room prefers, and who has read what was agreed.
--
-- Two more kinds stand in `entity`, one row each, and change through the journal: 'dotvote', the dots that departments
-- and people put on the criteria of an ICP; 'acknowledgement', somebody who has read a version. A program that does not
-- know them would drop them from what it shows; hence the version. Versions tell who took part and how the room voted;
-- those of older files tell only which departments agreed.

-- Dots of the votes that are revealed, one row per voter and criterion.
CREATE VIEW dot AS
SELECT entity.id AS vote, body ->> 'icp' AS icp, ballot.value ->> 'department' AS department,
       ballot.value ->> 'person' AS person, given.key AS criterion, given.value AS dots
FROM entity, json_each(body, '$.ballots') AS ballot, json_each(ballot.value, '$.dots') AS given
WHERE kind = 'dotvote' AND body ->> 'revealed';

CREATE VIEW acknowledgement AS
SELECT id, position, body ->> 'icp' AS icp, body ->> 'version' AS version, body ->> 'person' AS person,
       body ->> 'department' AS department, body ->> 'day' AS day
FROM entity WHERE kind = 'acknowledgement';

CREATE VIEW agreement AS
SELECT id, position, body -> 'icp' ->> 'id' AS icp, body -> 'icp' ->> 'version' AS version,
       body -> 'icp' ->> 'agreed' AS agreed, body -> 'icp' ->> 'review' AS review,
       coalesce(body -> 'departments', body -> 'agreed') AS departments, body -> 'people' AS people,
       body -> 'vote' AS vote, body ->> 'dissent' AS dissent
FROM entity WHERE kind = 'version';
