"""Lines that look like a mark and announce nobody's words.

`headlines` put as question and reply, `headinglabels` above the labels of those who speak, `letterfields` of a printed letter, `contacts` of the
department below a reply.
"""
