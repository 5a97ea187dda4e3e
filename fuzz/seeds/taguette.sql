-- A project by the published schema of Taguette; the people are invented.
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL);
INSERT INTO alembic_version VALUES ('382db36f20f4');
CREATE TABLE users (login VARCHAR(30) NOT NULL PRIMARY KEY, created DATETIME NOT NULL, hashed_password VARCHAR(192),
        disabled BOOLEAN, language VARCHAR(10), email VARCHAR(256), email_sent DATETIME);
CREATE TABLE projects (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(200) NOT NULL, description TEXT NOT NULL,
        created DATETIME NOT NULL);
CREATE TABLE project_members (project_id INTEGER, user_login VARCHAR(30), privileges VARCHAR(11));
CREATE TABLE documents (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(200) NOT NULL, description TEXT NOT NULL,
        filename VARCHAR(200), created DATETIME NOT NULL, project_id INTEGER NOT NULL, text_direction VARCHAR(13) NOT NULL,
        contents TEXT NOT NULL);
CREATE TABLE commands (id INTEGER PRIMARY KEY AUTOINCREMENT, date DATETIME NOT NULL, user_login VARCHAR(30) NOT NULL,
        project_id INTEGER NOT NULL, document_id INTEGER, payload TEXT NOT NULL);
CREATE TABLE highlights (id INTEGER PRIMARY KEY AUTOINCREMENT, document_id INTEGER NOT NULL, start_offset INTEGER NOT NULL,
        end_offset INTEGER NOT NULL, snippet TEXT NOT NULL);
CREATE TABLE tags (id INTEGER PRIMARY KEY AUTOINCREMENT, project_id INTEGER NOT NULL, path VARCHAR(200) NOT NULL,
        description TEXT NOT NULL, UNIQUE (project_id, path));
CREATE TABLE highlight_tags (highlight_id INTEGER NOT NULL, tag_id INTEGER NOT NULL, PRIMARY KEY (highlight_id, tag_id));
INSERT INTO users VALUES ('anna@zorg.example', '2024-01-01', 'scrypt:geheim', 0, NULL, 'anna@zorg.example', NULL);
INSERT INTO users VALUES ('bea', '2024-01-01', NULL, 0, NULL, NULL, NULL);
INSERT INTO projects VALUES (1, 'Samenwerking', 'Proef met twee codeurs', '2024-01-05 09:00:00.000000');
INSERT INTO project_members VALUES (1, 'bea', 'ADMIN');
INSERT INTO documents VALUES (3, 'Gesprek', 'Kort', 'gesprek.docx', '2024-01-05', 1, 'LEFT_TO_RIGHT',
        '<p>I: Hoe gaat <b>het?</b> 😀</p>
<p>R: Goed &amp; wel, <i>hoor</i>. &Eacute;&eacute;n keer.</p>');
INSERT INTO tags VALUES (5, 1, 'stemming.goed', 'Het gaat goed'), (6, 1, 'vraag', ''), (7, 1, 'ongebruikt', '');
INSERT INTO highlights VALUES (1, 3, 25, 36, '<p>Goed &amp; wel, </p>');
INSERT INTO highlights VALUES (2, 3, 3, 21, '<p>Hoe gaat <b>het?</b> 😀</p>');
INSERT INTO highlights VALUES (3, 3, 43, 48, 'Één');
INSERT INTO highlights VALUES (4, 3, 0, 4, 'Één keer');
INSERT INTO highlight_tags VALUES (1, 5), (2, 6), (2, 5), (4, 6), (1, 99), (88, 5);
INSERT INTO commands (date, user_login, project_id, document_id, payload) VALUES
        ('2024-01-05 10:00:00.500000', 'anna@zorg.example', 1, 3, '{"type": "highlight_add", "highlight_id": 1, "tags": [5]}'),
        ('2024-01-05 11:00:00.000000', 'bea', 1, 3, '{"type": "highlight_add", "highlight_id": 2, "tags": [6]}'),
        ('2024-01-05 12:00:00.000000', 'anna@zorg.example', 1, 3, '{"type": "highlight_add", "highlight_id": 2, "tags": [6, 5]}'),
        ('2024-01-05 12:00:00.000000', 'bea', 1, 3, '{"type": "highlight_add", "highlight_id": 3, "tags": []}');
