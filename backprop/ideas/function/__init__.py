"""One neuron with another function f: what changes in the algorithm, an exercise of the book."""
