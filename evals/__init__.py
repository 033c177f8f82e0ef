"""Gold questions in, metrics and reports out."""
