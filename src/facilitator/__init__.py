"""Capture what is said in a workshop, group its recommendations, print what was agreed."""
