"""The place where sessions are planned."""
