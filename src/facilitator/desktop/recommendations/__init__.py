"""The register: all recommendations in one table."""
