"""From a dossier to documents: chapters say what to print, blocks hold it, a writer files it."""
