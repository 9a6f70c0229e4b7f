"""Reports: what is printed, for whom, and the real pages beside."""
