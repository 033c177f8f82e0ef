"""One module a file format: bytes to a `Document`."""
