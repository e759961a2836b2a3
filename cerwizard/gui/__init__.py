"""Everything that knows Qt, and nothing else does."""
