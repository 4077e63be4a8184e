"""Numbers as people read them."""

import math
from decimal import ROUND_HALF_UP, Context

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop.writing import exact, short
from backprop.writing.text.numbers import digits_to_tell, equals, is_all, latex_number, told_apart

FINITE = st.floats(-1e308, 1e308)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.5512, "0.551"),
        (-0.038098236, "−0.0381"),
        (12.34, "12.3"),
        (2.3e-5, "2.3×10⁻⁵"),
        (-2.3e-5, "−2.3×10⁻⁵"),
        (-2.344e-12, "−2.34×10⁻¹²"),
        (0.0, "0"),
        (-0.0, "0"),
        (1.0, "1"),
        (-1, "−1"),
        (0.5, "0.5"),
        (0.50004, "0.500"),
        (0.99998, "1.00"),
        (0.1 + 0.2, "0.3"),
        (9.996, "10.0"),
        (0.0999, "0.0999"),
        (0.09996, "0.100"),
        (0.0012345, "0.00123"),
        (123.4, "123"),
        (12345.6, "12346"),
        (100000, "1×10⁵"),
        (-123456, "−1.23×10⁵"),
        (99999.7, "1.00×10⁵"),
        (1.7976931348623157e308, "beyond 1.80×10³⁰⁸"),
        (5e-324, "4.94×10⁻³²⁴"),
        (12.25, "12.3"),
        (-698.5, "−699"),
        (432.5, "433"),
        (12344.5, "12345"),
        (0.0625, "0.0625"),
        (0.03125, "0.0313"),
        (0.00390625, "0.00391"),
        (1255000.0, "1.26×10⁶"),
        (2.675, "2.67"),  # the nearest float is below
    ],
)
def test_short_by_hand(value: float, text: str) -> None:
    assert short(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.593269992107, "0.593269992"),
        (0.5, "0.5"),
        (-1.25e-7, "−1.25×10⁻⁷"),
        (1e300, "1×10³⁰⁰"),
        (-0.0, "0"),
        (1 / 3, "0.333333333"),
        (1e6, "1000000"),
        (-12345678.25, "−12345678.3"),
    ],
)
def test_exact_by_hand(value: float, text: str) -> None:
    assert exact(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.3775, "0.378"),
        (-0.038098236, "-0.0381"),
        (0.0, "0"),
        (2.3e-5, r"2.3\times 10^{-5}"),
        (-2.345e-5, r"-2.35\times 10^{-5}"),
        (1.5e7, r"1.5\times 10^{7}"),
        (0.35, "0.35"),
        (-2, "-2"),
    ],
)
def test_latex_number_by_hand(value: float, text: str) -> None:
    assert latex_number(value) == text
    assert latex_number(value, parentheses=True) == (f"({text})" if value < 0 else text)


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (0.593269992107, 9, "0.593269992"),
        (0.125, 2, "0.13"),
        (-2.5, 1, "-3"),
        (98764.5, 1, "98765"),
    ],
)
def test_latex_number_with_other_digits(value: float, digits: int, text: str) -> None:
    assert latex_number(value, digits) == text


def number(text: str) -> str:
    """The text as Python reads a number: −2.34×10⁻⁵ as -2.34e-5."""
    mantissa, _, power = text.replace("−", "-").partition("×10")
    power = "".join("-0123456789"["⁻⁰¹²³⁴⁵⁶⁷⁸⁹".index(sign)] for sign in power)
    return f"{mantissa}e{power or 0}"


@given(FINITE)
def test_short_is_the_number_rounded_to_three_digits(value: float) -> None:
    """Or to whole numbers, where it has more than three before the point."""
    text = short(value)
    assert "-" not in text
    assert text != "−0"
    digits = 5 if 1e4 <= abs(value) < 99999.5 else 4 if 999.5 <= abs(value) < 1e4 else 3
    there = Context(prec=digits, rounding=ROUND_HALF_UP).create_decimal(value)
    assert float(number(text)) == pytest.approx(float(there), rel=1e-14, abs=1e-322)
    assert len(text) <= 12


@given(FINITE)
def test_exact_keeps_nine_digits(value: float) -> None:
    back = float(number(exact(value)))
    assert back == float(Context(prec=9, rounding=ROUND_HALF_UP).create_decimal(value))


@pytest.mark.parametrize("write", [short, exact, latex_number])
@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_not_finite_is_refused(write: type[str], value: float) -> None:
    with pytest.raises(ValueError, match="must be finite; got"):
        write(value)


@pytest.mark.parametrize(
    ("value", "sign"),
    [(0.5, "="), (0.0, "="), (-1.25, "="), (0.1234, r"\approx"), (1 / 3, r"\approx"), (2e-9, "=")],
)
def test_equals_only_where_all_digits_are_shown(value: float, sign: str) -> None:
    assert equals(value) == sign


def test_noise_in_the_last_digit_is_no_rounding() -> None:
    assert equals(0.1 + 0.2) == "="
    assert is_all(0.1 * 3)
    assert is_all(-2.5e-5)
    assert not is_all(0.3001)
    assert is_all(0.3001, 4)


@pytest.mark.parametrize(
    ("values", "digits"),
    [([0.28, 0.31], 3), ([0.123456, 0.123444], 6), ([2.0, 2.0], 3), ([1.0, 1 + 1e-13], 12)],
)
def test_as_many_digits_as_it_takes_to_tell_numbers_apart(values: list[float], digits: int) -> None:
    assert digits_to_tell(values, most=12) == digits


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (2.5e26, 0.3333, ("2.5×10²⁶", "0.333", "2.5×10²⁶")),
        (0.501234, 0.500011, ("0.5012", "0.5000", "0.0012")),
    ],
)
def test_numbers_far_apart_and_close_together_are_told(
    one: float, other: float, told: tuple[str, str, str]
) -> None:
    assert told_apart(one, other) == told
