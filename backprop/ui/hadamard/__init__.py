"""Section 2.3: the parts own and places, each in the file of its name.

What belongs to one part alone begins with its name; NAME_stage is what its stage is sent.
"""
