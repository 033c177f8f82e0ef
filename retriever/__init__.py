"""Finding exchanges: tokenising, encoders, lexical and vector index, query analysis, fusion."""
