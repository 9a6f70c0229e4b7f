"""Saving what can be read from a damaged workshop: page by page, past the trees by which a database finds its rows."""
