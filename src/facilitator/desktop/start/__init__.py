"""The start page: recent workshops, and the ways to a new one."""
