"""Parts that several places are built of."""
