"""The exercise's page: the proof of a link, and whose numbers it has."""

from tests.pages.chapter_app import opened, part_of, words

PAGE = "proof.py"


def test_the_proof_of_a_link_is_on_the_stage_without_what_is_not_offered() -> None:
    lines = "bp4-delta,bp4-chain,bp3-z,bp4-only"
    app = opened(PAGE, part="prove", **{"prove-of": "BP4", "prove-lines": lines})
    part = part_of(app, "cards")
    assert (part["of"], part["lines"]) == ("BP4", ["bp4-chain", "bp4-only"])
    assert "w²₁₁" in words(app)


def test_the_numbers_are_those_of_the_selected_weight() -> None:
    app = opened(PAGE, part="prove", selected="w3_2_4", **{"prove-of": "BP4"})
    assert "the weight w³₂₄" in words(app)
    assert "w^{3}_{24}" in "".join(one.value for one in app.main.latex)
