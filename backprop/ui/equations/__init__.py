"""Section 2.4: the parts demon, remove, tell and matrices, each in the file of its name.

What belongs to one part alone begins with its name; NAME_stage is what its stage is sent.
``seat`` serves the demon and tell.
"""
