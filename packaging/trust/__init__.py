"""Measures how far the rules can be trusted: good dossiers, and faults planted in them."""
