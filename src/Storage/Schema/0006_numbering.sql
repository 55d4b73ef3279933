-- By whose rules a body numbers: 1 party, 2 state, 3 state with a series for each type.
ALTER TABLE unit ADD COLUMN profile SMALLINT NOT NULL DEFAULT 1;
