"""Builders: each makes reports as blocks out of an attributed record; what is empty is left out, nothing is generated.

A builder returns a tuple of reports that the writer puts into one file, each from a new page on.
"""
