"""The vocabulary, the store on disk, the municipality register and the sample minutes."""
