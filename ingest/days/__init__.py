"""Several days in one file: where the next one begins. Begin with `sittings`.

`owndays` sections of a page that each state a day, `articles` of a newsletter or a collection that each tell of another meeting.
"""
