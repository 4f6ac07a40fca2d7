-- A file of version 1, as its program wrote it.
CREATE TABLE plays (
    id INTEGER PRIMARY KEY, played_at_s INTEGER NOT NULL, digest TEXT NOT NULL,
    title TEXT NOT NULL, rate_pct INTEGER NOT NULL, pair TEXT, duet_score INTEGER NOT NULL,
    together INTEGER, together_low INTEGER, together_high INTEGER,
    together_pairs INTEGER NOT NULL, typical_gap_us INTEGER, is_relative INTEGER NOT NULL,
    replay TEXT NOT NULL
);
CREATE TABLE parts (
    play INTEGER NOT NULL REFERENCES plays (id) ON DELETE CASCADE, player INTEGER NOT NULL,
    name TEXT NOT NULL, is_bot INTEGER NOT NULL, device TEXT NOT NULL, level INTEGER NOT NULL,
    layout TEXT NOT NULL, rules TEXT NOT NULL, score INTEGER NOT NULL, perfect INTEGER NOT NULL,
    great INTEGER NOT NULL, good INTEGER NOT NULL, miss INTEGER NOT NULL,
    overhits INTEGER NOT NULL, roll_hits INTEGER NOT NULL, max_combo INTEGER NOT NULL,
    notes INTEGER NOT NULL, median_offset_us INTEGER, sd_offset_us INTEGER,
    input_offset_us INTEGER NOT NULL, offset_from TEXT NOT NULL, measured_on TEXT,
    PRIMARY KEY (play, player)
) WITHOUT ROWID;
CREATE INDEX plays_of_pair ON plays (pair, played_at_s);
CREATE INDEX plays_of_song ON plays (digest);
INSERT INTO plays VALUES (
    1, 1780000000, 'ash', 'Ash', 100, 'jun' || char(10) || 'mina', 822000,
    61, 55, 67, 118, 14750, 0, 'ash.json'
);
INSERT INTO parts VALUES (
    1, 1, 'Mina', 0, 'keyboard', 3, 'four', 'standard', 700000, 40, 12, 8, 20, 3, 0, 31, 80,
    -4200, 17900, 63000, 'measured', '2026-05-01'
);
INSERT INTO parts VALUES (
    1, 2, 'Jun', 0, 'keyboard', 3, 'four', 'standard', 700000, 40, 12, 8, 20, 3, 0, 31, 80,
    -4200, 17900, 63000, 'measured', '2026-05-01'
);
PRAGMA user_version = 1;
