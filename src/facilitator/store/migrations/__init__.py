"""How the tables came to be as they are: one step for each released schema, and each schema as it was released."""
