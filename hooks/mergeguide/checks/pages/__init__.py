"""The pages say what the data requires, alike in every language."""
