"""The candidates of one line for a mark. Begin with `markforms`.

`markforms` a sign, a tag, 問 and 答; `tagforms` what names a side or stands in brackets; `bareforms` neither sign nor bracket, of it `punctuated` (a
colon, a tab, a dash); `markedup` labels with markup in them.
"""
