"""Reports: the model as data, the builders, the writers of each format, and the setting of type."""
