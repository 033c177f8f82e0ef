"""Lines that look like a mark and announce nobody's words.

`headlines` put as question and reply, `letterfields` of a printed letter, `contacts` of the department below a reply.
"""
