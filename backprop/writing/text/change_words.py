"""What is said of numbers that have changed, or may be turned: templates for the browser."""

CHANGE_WORDS = {
    "was": "{now}, before {before}",
    "cost": "C = {now}",
    "costs": "C {before} → {now}",
    "number_and_cost": "{name} from {before} to {now}, C from {cost_before} to {cost}.",
    "number": "{name} from {before} to {now}.",
    "numbers_and_cost": "C from {cost_before} to {cost}; {count} numbers of the network or its "
    "example changed.",
    "numbers": "{count} numbers of the network or its example changed.",
    "cost_alone": "C from {cost_before} to {cost}.",
    "value_and_cost": "{value}, C = {cost}",
    "hint": "Click a neuron, a line or a cell to see where its number comes from; type or drag to "
    "change a weight or an input.",
    "still_hint": "Click a neuron, a line or a cell to see where its number comes from; type to "
    "change a weight or an input.",
    "turn": "drag to turn",
}
"""By name; a name in braces is a place for a number or for a name."""
