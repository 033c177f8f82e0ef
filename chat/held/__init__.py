"""What is held: the documents and what is kept beside them. Begin with `shelf`, for who adds and removes them.

`holdings` what is there, for who asks; `backup` the store as one file and back, in a `workspace` of its own; `feedback` votes on answers.
"""
