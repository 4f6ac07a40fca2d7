"""The shelf: the drumsticks that two people have signed and swapped after a duet.

`pair` says what is kept, `table` writes and reads it as JSON, `shelf` keeps the file, `picture`
makes an image to share.
"""
