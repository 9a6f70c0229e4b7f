"""The whole present content of a workshop as JSON: written, read back with every doubt named, added to a file."""
