"""Section 2.2: the parts mean and outputs, each in the file of its name.

What belongs to one part alone begins with its name; NAME_stage is what its stage is sent.
"""
