"""Section 2.1: the parts address, terms and elementwise, each in the file of its name.

What belongs to one part alone begins with its name; NAME_stage is what its stage is sent.
``forward`` serves all of them.
"""
