"""Bytes from outside become text, tables and records with positions; limits hold before anything is parsed."""
