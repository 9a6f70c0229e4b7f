CREATE TABLE draft (
	place TEXT NOT NULL, 
	text TEXT NOT NULL, 
	CONSTRAINT pk_draft PRIMARY KEY (place)
)
 WITHOUT ROWID;

CREATE TABLE entry (
	id BLOB NOT NULL, 
	room BLOB NOT NULL, 
	sequence INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	label TEXT NOT NULL, 
	continues BLOB, 
	target BLOB, 
	below BLOB, 
	CONSTRAINT pk_entry PRIMARY KEY (id), 
	CONSTRAINT uq_entry_room_sequence UNIQUE (room, sequence)
)
 WITHOUT ROWID;

CREATE TABLE identity (
	id INTEGER NOT NULL, 
	workshop_id BLOB NOT NULL, 
	made_with TEXT NOT NULL, 
	room BLOB NOT NULL, 
	place TEXT NOT NULL, 
	CONSTRAINT pk_identity PRIMARY KEY (id)
);

CREATE TABLE numbering (
	prefix TEXT NOT NULL, 
	count INTEGER NOT NULL, 
	CONSTRAINT pk_numbering PRIMARY KEY (prefix)
)
 WITHOUT ROWID;

CREATE TABLE operation (
	id BLOB NOT NULL, 
	entry BLOB NOT NULL, 
	"table" TEXT NOT NULL, 
	"row" BLOB NOT NULL, 
	action TEXT NOT NULL, 
	fields TEXT NOT NULL, 
	replaces TEXT NOT NULL, 
	CONSTRAINT pk_operation PRIMARY KEY (id)
)
 WITHOUT ROWID;

CREATE INDEX ix_operation_entry ON operation (entry);

CREATE INDEX ix_operation_row ON operation ("row");

CREATE TABLE participant (
	name TEXT NOT NULL, 
	name_identity TEXT NOT NULL, 
	code TEXT NOT NULL, 
	code_identity TEXT NOT NULL, 
	code_made BOOLEAN NOT NULL, 
	role TEXT NOT NULL, 
	organisation TEXT NOT NULL, 
	sector TEXT, 
	country TEXT NOT NULL, 
	email TEXT NOT NULL, 
	language TEXT NOT NULL, 
	consents TEXT NOT NULL, 
	about TEXT NOT NULL, 
	id BLOB NOT NULL, 
	versions TEXT NOT NULL, 
	CONSTRAINT pk_participant PRIMARY KEY (id)
);

CREATE INDEX ix_participant_code_identity ON participant (code_identity);

CREATE INDEX ix_participant_conflict ON participant (id) WHERE instr(versions, '[') > 0;

CREATE INDEX ix_participant_name_identity ON participant (name_identity);

CREATE TABLE recommendation (
	prefix TEXT NOT NULL, 
	count INTEGER NOT NULL, 
	position DOUBLE NOT NULL, 
	wording TEXT NOT NULL, 
	status TEXT NOT NULL, 
	status_note TEXT NOT NULL, 
	merged_into_id BLOB, 
	addressed_to TEXT NOT NULL, 
	action TEXT NOT NULL, 
	timeframe TEXT NOT NULL, 
	indicator TEXT NOT NULL, 
	resources TEXT NOT NULL, 
	folded TEXT, 
	id BLOB NOT NULL, 
	versions TEXT NOT NULL, 
	CONSTRAINT pk_recommendation PRIMARY KEY (id), 
	CONSTRAINT uq_recommendation_prefix_count UNIQUE (prefix, count), 
	CONSTRAINT fk_recommendation_merged_into_id FOREIGN KEY(merged_into_id) REFERENCES recommendation (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_recommendation_conflict ON recommendation (id) WHERE instr(versions, '[') > 0;

CREATE INDEX ix_recommendation_merged_into_id ON recommendation (merged_into_id);

CREATE INDEX ix_recommendation_position ON recommendation (position);

CREATE INDEX ix_recommendation_status ON recommendation (status);

CREATE TABLE session (
	prefix TEXT NOT NULL, 
	count INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	position DOUBLE NOT NULL, 
	day TEXT, 
	starts INTEGER, 
	ends INTEGER, 
	opened_at INTEGER, 
	closed_at INTEGER, 
	place TEXT NOT NULL, 
	attribution TEXT, 
	key_points TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	id BLOB NOT NULL, 
	versions TEXT NOT NULL, 
	CONSTRAINT pk_session PRIMARY KEY (id), 
	CONSTRAINT uq_session_prefix_count UNIQUE (prefix, count)
);

CREATE INDEX ix_session_conflict ON session (id) WHERE instr(versions, '[') > 0;

CREATE INDEX ix_session_day_position ON session (day, position);

CREATE TABLE theme (
	name TEXT NOT NULL, 
	name_identity TEXT NOT NULL, 
	parent_id BLOB, 
	position DOUBLE NOT NULL, 
	colour TEXT NOT NULL, 
	symbol TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	id BLOB NOT NULL, 
	versions TEXT NOT NULL, 
	CONSTRAINT pk_theme PRIMARY KEY (id), 
	CONSTRAINT fk_theme_parent_id FOREIGN KEY(parent_id) REFERENCES theme (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_theme_conflict ON theme (id) WHERE instr(versions, '[') > 0;

CREATE INDEX ix_theme_name_identity ON theme (name_identity);

CREATE INDEX ix_theme_parent_id_position ON theme (parent_id, position);

CREATE TABLE workshop (
	title TEXT NOT NULL, 
	place TEXT NOT NULL, 
	time_zone TEXT NOT NULL, 
	attribution TEXT NOT NULL, 
	prefix TEXT NOT NULL, 
	organisers TEXT NOT NULL, 
	supporters TEXT NOT NULL, 
	conclusions TEXT NOT NULL, 
	illustration TEXT NOT NULL, 
	id BLOB NOT NULL, 
	versions TEXT NOT NULL, 
	CONSTRAINT pk_workshop PRIMARY KEY (id)
);

CREATE INDEX ix_workshop_conflict ON workshop (id) WHERE instr(versions, '[') > 0;

CREATE TABLE interval (
	session_id BLOB NOT NULL, 
	began_at INTEGER, 
	ended_at INTEGER, 
	id BLOB NOT NULL, 
	versions TEXT NOT NULL, 
	CONSTRAINT pk_interval PRIMARY KEY (id), 
	CONSTRAINT fk_interval_session_id FOREIGN KEY(session_id) REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_interval_conflict ON interval (id) WHERE instr(versions, '[') > 0;

CREATE INDEX ix_interval_session_id ON interval (session_id);

CREATE TABLE membership (
	theme_id BLOB NOT NULL, 
	recommendation_id BLOB NOT NULL, 
	home BOOLEAN NOT NULL, 
	position DOUBLE NOT NULL, 
	id BLOB NOT NULL, 
	versions TEXT NOT NULL, 
	CONSTRAINT pk_membership PRIMARY KEY (id), 
	CONSTRAINT fk_membership_theme_id FOREIGN KEY(theme_id) REFERENCES theme (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_membership_recommendation_id FOREIGN KEY(recommendation_id) REFERENCES recommendation (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_membership_conflict ON membership (id) WHERE instr(versions, '[') > 0;

CREATE INDEX ix_membership_recommendation ON membership (recommendation_id, home, theme_id, position);

CREATE INDEX ix_membership_theme ON membership (theme_id, position, home);

CREATE TABLE note (
	prefix TEXT NOT NULL, 
	count INTEGER NOT NULL, 
	session_id BLOB NOT NULL, 
	position DOUBLE NOT NULL, 
	text TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	speaker_id BLOB, 
	private BOOLEAN NOT NULL, 
	check_later BOOLEAN NOT NULL, 
	taken_at INTEGER, 
	rule TEXT NOT NULL, 
	who TEXT NOT NULL, 
	who_id BLOB, 
	due TEXT NOT NULL, 
	folded TEXT, 
	id BLOB NOT NULL, 
	versions TEXT NOT NULL, 
	CONSTRAINT pk_note PRIMARY KEY (id), 
	CONSTRAINT uq_note_prefix_count UNIQUE (prefix, count), 
	CONSTRAINT fk_note_session_id FOREIGN KEY(session_id) REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_note_speaker_id FOREIGN KEY(speaker_id) REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_note_who_id FOREIGN KEY(who_id) REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_note_check_later ON note (prefix, count) WHERE check_later = 1;

CREATE INDEX ix_note_conflict ON note (id) WHERE instr(versions, '[') > 0;

CREATE INDEX ix_note_session_id_position ON note (session_id, position);

CREATE INDEX ix_note_speaker_id ON note (speaker_id);

CREATE INDEX ix_note_unassigned ON note (prefix, count) WHERE kind = 'action' AND (who = '' OR due = '');

CREATE INDEX ix_note_who_id ON note (who_id);

CREATE TABLE part (
	session_id BLOB NOT NULL, 
	participant_id BLOB NOT NULL, 
	role TEXT NOT NULL, 
	position DOUBLE NOT NULL, 
	id BLOB NOT NULL, 
	versions TEXT NOT NULL, 
	CONSTRAINT pk_part PRIMARY KEY (id), 
	CONSTRAINT fk_part_session_id FOREIGN KEY(session_id) REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_part_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_part_conflict ON part (id) WHERE instr(versions, '[') > 0;

CREATE INDEX ix_part_participant_id ON part (participant_id);

CREATE INDEX ix_part_session_id ON part (session_id);

CREATE TABLE reservation (
	recommendation_id BLOB NOT NULL, 
	text TEXT NOT NULL, 
	constituency TEXT NOT NULL, 
	position DOUBLE NOT NULL, 
	id BLOB NOT NULL, 
	versions TEXT NOT NULL, 
	CONSTRAINT pk_reservation PRIMARY KEY (id), 
	CONSTRAINT fk_reservation_recommendation_id FOREIGN KEY(recommendation_id) REFERENCES recommendation (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_reservation_conflict ON reservation (id) WHERE instr(versions, '[') > 0;

CREATE INDEX ix_reservation_recommendation_id ON reservation (recommendation_id);

CREATE TABLE turn (
	session_id BLOB NOT NULL, 
	participant_id BLOB NOT NULL, 
	position DOUBLE NOT NULL, 
	asked_at INTEGER, 
	began_at INTEGER, 
	ended_at INTEGER, 
	id BLOB NOT NULL, 
	versions TEXT NOT NULL, 
	CONSTRAINT pk_turn PRIMARY KEY (id), 
	CONSTRAINT fk_turn_session_id FOREIGN KEY(session_id) REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_turn_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_turn_conflict ON turn (id) WHERE instr(versions, '[') > 0;

CREATE INDEX ix_turn_participant_id ON turn (participant_id);

CREATE INDEX ix_turn_session_id ON turn (session_id);

CREATE TABLE wording (
	recommendation_id BLOB NOT NULL, 
	position INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	written_at INTEGER, 
	id BLOB NOT NULL, 
	versions TEXT NOT NULL, 
	CONSTRAINT pk_wording PRIMARY KEY (id), 
	CONSTRAINT fk_wording_recommendation_id FOREIGN KEY(recommendation_id) REFERENCES recommendation (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_wording_conflict ON wording (id) WHERE instr(versions, '[') > 0;

CREATE INDEX ix_wording_recommendation_id ON wording (recommendation_id);

CREATE TABLE release (
	note_id BLOB NOT NULL, 
	rule TEXT NOT NULL, 
	agreed_by TEXT NOT NULL, 
	released_at INTEGER, 
	id BLOB NOT NULL, 
	versions TEXT NOT NULL, 
	CONSTRAINT pk_release PRIMARY KEY (id), 
	CONSTRAINT fk_release_note_id FOREIGN KEY(note_id) REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_release_conflict ON release (id) WHERE instr(versions, '[') > 0;

CREATE INDEX ix_release_note_id ON release (note_id);

CREATE TABLE source (
	note_id BLOB NOT NULL, 
	recommendation_id BLOB NOT NULL, 
	origin BOOLEAN NOT NULL, 
	position DOUBLE NOT NULL, 
	id BLOB NOT NULL, 
	versions TEXT NOT NULL, 
	CONSTRAINT pk_source PRIMARY KEY (id), 
	CONSTRAINT fk_source_note_id FOREIGN KEY(note_id) REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_source_recommendation_id FOREIGN KEY(recommendation_id) REFERENCES recommendation (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_source_conflict ON source (id) WHERE instr(versions, '[') > 0;

CREATE INDEX ix_source_note_id ON source (note_id);

CREATE INDEX ix_source_recommendation_id ON source (recommendation_id);

CREATE TABLE tag (
	note_id BLOB NOT NULL, 
	theme_id BLOB NOT NULL, 
	position DOUBLE NOT NULL, 
	id BLOB NOT NULL, 
	versions TEXT NOT NULL, 
	CONSTRAINT pk_tag PRIMARY KEY (id), 
	CONSTRAINT fk_tag_note_id FOREIGN KEY(note_id) REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_tag_theme_id FOREIGN KEY(theme_id) REFERENCES theme (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_tag_conflict ON tag (id) WHERE instr(versions, '[') > 0;

CREATE INDEX ix_tag_note_id ON tag (note_id);

CREATE INDEX ix_tag_theme_id ON tag (theme_id);

