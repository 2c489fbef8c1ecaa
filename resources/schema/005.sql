-- A workshop, version 5: what follows from an ICP.
--
-- Four more kinds stand in `entity`, one row each, and change through the journal: 'action', what a department does
-- because of an ICP; 'practice', something done today, to keep, change or stop; 'answer', the team's answer to one of
-- the prompts 'problems', 'services' and 'roadmap'; 'research', a company somebody held against an ICP, open as long
-- as it has no answer. A program that does not know them would drop them from what it shows; hence the version.
CREATE VIEW action AS
SELECT id, position, body ->> 'icp' AS icp, body ->> 'text' AS text, body ->> 'department' AS department,
       body ->> 'owner' AS owner, body ->> 'due' AS due, body ->> 'done' AS done, body ->> 'criterion' AS criterion
FROM entity WHERE kind = 'action';

CREATE VIEW practice AS
SELECT id, position, body ->> 'icp' AS icp, body ->> 'text' AS text, body ->> 'department' AS department,
       body ->> 'verdict' AS verdict, body ->> 'reason' AS reason
FROM entity WHERE kind = 'practice';

CREATE VIEW answer AS
SELECT id, position, body ->> 'icp' AS icp, body ->> 'prompt' AS prompt, body ->> 'text' AS text
FROM entity WHERE kind = 'answer';

CREATE VIEW research AS
SELECT id, position, body ->> 'icp' AS icp, body ->> 'company' AS company, body ->> 'author' AS author,
       body ->> 'reason' AS reason, body ->> 'answer' AS answer
FROM entity WHERE kind = 'research';
