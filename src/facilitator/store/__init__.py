"""The workshop file: the only room that knows SQLAlchemy. Readers get snapshots, writers come through the workspace."""
