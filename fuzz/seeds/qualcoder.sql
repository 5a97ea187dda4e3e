-- A project by the published schema of QualCoder; the people are invented.
CREATE TABLE project (databaseversion text, date text, memo text,about text, bookmarkfile integer, bookmarkpos integer,
        codername text, recently_used_codes text, avbookmarkfile integer, avbookmarkmsec integer, avbookmarktextpos integer);
CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text, owner text, date text,
        av_text_id integer, risid integer, unique(name));
CREATE TABLE code_image (imid integer primary key,id integer,x1 integer, y1 integer, width integer, height integer,
        cid integer, memo text, date text, owner text, important integer, pdf_page integer);
CREATE TABLE code_av (avid integer primary key,id integer,pos0 integer, pos1 integer, cid integer, memo text, date text,
        owner text, important integer);
CREATE TABLE annotation (anid integer primary key, fid integer,pos0 integer, pos1 integer, memo text, owner text,
        date text, unique(fid,pos0,pos1,owner));
CREATE TABLE attribute_type (name text primary key, date text, owner text, memo text, caseOrFile text, valuetype text);
CREATE TABLE attribute (attrid integer primary key, name text, attr_type text, value text, id integer, date text,
        owner text, unique(name,attr_type,id));
CREATE TABLE case_text (id integer primary key, caseid integer, fid integer, pos0 integer, pos1 integer, owner text,
        date text, memo text);
CREATE TABLE cases (caseid integer primary key, name text, memo text, owner text,date text, constraint ucm unique(name));
CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo text, supercatid integer, unique(name));
CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer,seltext text, pos0 integer, pos1 integer,
        owner text, date text, memo text, avid integer, important integer, unique(cid,fid,pos0,pos1, owner));
CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text,date text, color text,
        supercid integer, unique(name));
CREATE TABLE journal (jid integer primary key, name text, jentry text, date text, owner text, unique(name));
CREATE TABLE stored_sql (title text, description text, grouper text, ssql text, unique(title));
CREATE TABLE graph (grid integer primary key, name text, description text, date text, scene_width integer,
        scene_height integer, unique(name));
CREATE TABLE ris (risid integer, tag text, longtag text, value text);
CREATE TABLE coder_names (name TEXT UNIQUE NOT NULL, visibility INTEGER NOT NULL DEFAULT 1 CHECK (visibility IN (0, 1)));
CREATE VIEW code_text_visible AS SELECT t.* FROM code_text t WHERE NOT EXISTS (SELECT 1 FROM coder_names c WHERE
        c.name = t.owner AND c.visibility = 0);
INSERT INTO project (databaseversion, date, memo, about) VALUES ('v17', '2024-01-05 09:00:00', 'Over samenwerking', 'QualCoder 3.7');
INSERT INTO code_cat VALUES (1, 'proces', 'anna', '', 'hoe het gaat', NULL), (2, 'vertrouwen', 'anna', '', '', 1),
        (3, 'leeg', 'anna', '', '', NULL);
INSERT INTO code_name (cid, name, memo, catid, owner, date, color, supercid) VALUES
        (10, 'vertrouwen', 'op elkaar bouwen', 1, 'anna', '', '#AABBCC', NULL), (11, 'vroeg', '', 2, 'anna', '', 'rood', NULL),
        (12, 'later', '', NULL, 'anna', '', '#001122', 11), (13, 'zwevend', '', 77, 'anna', '', '', NULL);
INSERT INTO source (id, name, fulltext, mediapath, memo, owner, date, av_text_id, risid) VALUES
        (1, 'Gesprek', 'I: Hoe gaat het? 😀' || char(10) || 'R: Goed, hoor. Één keer.', NULL, 'Kort gesprek', 'anna', '', NULL, 4),
        (2, 'opname.mp3', NULL, 'audio:/home/iemand/opname.mp3', '', 'anna', '', 3, NULL),
        (3, 'opname.mp3.txt', '[00:00:00] Een. [00:00:10] Twee.', NULL, '', 'anna', '', NULL, NULL),
        (4, 'foto.png', NULL, '/images/foto.png', '', 'anna', '', NULL, NULL);
INSERT INTO code_text (ctid, cid, fid, seltext, pos0, pos1, owner, date, memo, avid, important) VALUES
        (1, 10, 1, 'Goed, hoor.', 22, 33, 'anna', '2024-01-05 10:30:00', 'toon', NULL, 1),
        (2, 11, 1, 'Hoe gaat het? 😀', 3, 18, 'bea', '2024-01-05 10:31:00', '', NULL, NULL),
        (3, 12, 1, 'Één keer', 0, 8, 'bea', '', '', NULL, NULL),
        (4, 13, 1, 'hoor', 32, 28, 'bea', '', '', NULL, NULL),
        (5, 10, 1, '', 5, 5, 'bea', '', 'let op', NULL, NULL),
        (6, 99, 1, 'hoor', 28, 32, 'bea', '', '', NULL, NULL), (7, 10, 99, 'hoor', 28, 32, 'bea', '', '', NULL, NULL),
        (8, 11, 3, 'Een.', 11, 15, 'bea', '', '', 21, NULL);
INSERT INTO code_av VALUES (20, 2, 12000, 15000, 10, '', '', 'bea', NULL), (21, 2, 0, 9000, 11, '', '', 'bea', NULL);
INSERT INTO code_image VALUES (30, 4, 10, 20, 30, 40, 10, 'gezicht', '2024-01-06 08:00:00', 'bea', NULL, NULL);
INSERT INTO annotation VALUES (1, 1, 3, 6, 'waarom deze vraag?', 'bea', '2024-01-07 08:00:00'), (2, 1, 90, 99, 'weg', 'bea', '');
INSERT INTO cases VALUES (1, 'C01', 'Noord', 'anna', ''), (2, 'C02', '', 'anna', '');
INSERT INTO case_text VALUES (1, 1, 1, 0, 43, 'anna', '', ''), (2, 2, 1, 19, 43, 'anna', '', 'het antwoord'),
        (3, 2, 2, 0, 0, 'anna', '', ''), (4, 2, 1, 7, 7, 'anna', '', ''), (5, 9, 1, 0, 5, 'anna', '', ''), (6, 1, 1, 0, 43, 'bea', '', '');
INSERT INTO attribute_type VALUES ('jaren', '', 'anna', 'in de wijk', 'case', 'numeric'), ('soort', '', 'anna', '', 'file', 'character'),
        ('score', '', 'anna', '', 'case', 'numeric');
INSERT INTO attribute VALUES (1, 'jaren', 'case', '3,5', 1, '', ''), (2, 'jaren', 'case', '', 2, '', ''),
        (3, 'soort', 'file', 'interview', 1, '', ''), (4, 'score', 'case', 'hoog', 2, '', ''), (5, 'soort', 'file', 'x', 88, '', '');
INSERT INTO journal VALUES (1, 'Dag 1', 'Het begon goed.', '2024-01-05 17:00:00', 'anna');
INSERT INTO graph VALUES (1, 'Netwerk', '', '', 10, 10);
INSERT INTO ris VALUES (4, 'TI', 'Title', 'Een boek'), (4, 'AU', 'Author', 'Een schrijver');
INSERT INTO coder_names VALUES ('anna', 1), ('cas', 0);
