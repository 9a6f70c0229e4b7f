"""Capture: the running column of notes, the line under the hands, and what stands beside."""
