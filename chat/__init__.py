"""Answering with verbatim quotes; the web page and the HTTP API."""
