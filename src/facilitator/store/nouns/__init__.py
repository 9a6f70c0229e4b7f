"""What can be done to each noun: one file for each."""
