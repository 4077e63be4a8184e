"""How a page is shown, as its link says beside the lesson: to a lecture hall, and without what."""

from collections.abc import Mapping

from backprop.inputs.phrases import any_of, left_out, shown

HIDDEN = ("sidebar", "formulas", "code", "weights", "numbers", "steps")
"""What a link can hide; server/view.js has the same words."""


def view_of(query: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The parameters that make sense, and a notice for each that makes none.

    They are no part of the lesson, and stay in the link while the lesson changes.
    """
    view: dict[str, str] = {}
    notices: list[str] = []
    if (present := query.get("present")) == "1":
        view["present"] = present
    elif present is not None:
        notices.append(left_out("present", f"It is 1; this is {shown(present)}."))
    words = [word.strip() for word in query.get("hide", "").split(",")]
    if hidden := [word for word in HIDDEN if word in words]:
        view["hide"] = ",".join(hidden)
    unknown = [word for word in words if word and word not in HIDDEN]
    if unknown:
        what = shown(", ".join(unknown))
        why = f"What can be hidden is {any_of(HIDDEN)}; this is {what}."
        notices.append(left_out("hide", why))
    return view, notices
