"""The door to a workshop file: open, read, edit, undo, redo, subscribe. Nothing else writes."""
