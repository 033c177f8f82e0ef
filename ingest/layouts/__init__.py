"""One module a layout family: a `Document` to a `Draft` of its minutes."""
