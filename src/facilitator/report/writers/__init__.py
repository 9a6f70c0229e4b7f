"""Writers: each sets reports in one format and counts afterwards what stands in the finished file."""
