"""Numbers as people read them."""

import math
from decimal import ROUND_HALF_UP, Context

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop.writing import exact, short
from backprop.writing.text.numbers import digits_to_tell, equals, is_all, latex_number

FINITE = st.floats(-1e308, 1e308)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.5512, "0.551"),
        (-0.038098236, "−0.038"),
        (12.34, "12.3"),
        (2.3e-5, "2.3e−5"),
        (-2.3e-5, "−2.3e−5"),
        (-2.34e-12, "−2e−12"),
        (0.0, "0"),
        (-0.0, "0"),
        (1.0, "1"),
        (-1, "−1"),
        (0.5, "0.5"),
        (0.50004, "0.500"),
        (0.99998, "1.00"),
        (0.1 + 0.2, "0.3"),
        (9.996, "10.0"),
        (0.0999, "0.10"),
        (0.0012345, "0.0012"),
        (123.4, "123"),
        (12345.6, "12346"),
        (100000, "1e5"),
        (-123456, "−1.2e5"),
        (99999.7, "1.0e5"),
        (1.7976931348623157e308, "1.8e308"),
        (5e-324, "5e−324"),
        (12.25, "12.3"),
        (-698.5, "−699"),
        (432.5, "433"),
        (12344.5, "12345"),
        (0.0625, "0.063"),
        (1250000.0, "1.3e6"),
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
        (-1.25e-7, "−1.25e−7"),
        (1e300, "1e300"),
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


@given(FINITE)
def test_short_is_short_and_near(value: float) -> None:
    text = short(value)
    assert len(text) <= 7
    assert "-" not in text
    assert text != "−0"
    # one significant digit at least, whatever the number
    assert math.isclose(float(text.replace("−", "-")), value, rel_tol=0.34, abs_tol=1e-320)


@given(st.floats(-1e5, 1e5).filter(lambda value: abs(value) >= 0.1))
def test_short_keeps_three_digits_of_ordinary_numbers(value: float) -> None:
    assert len(short(value)) <= 6
    assert math.isclose(float(short(value).replace("−", "-")), value, rel_tol=0.05)


@given(FINITE)
def test_exact_keeps_nine_digits(value: float) -> None:
    back = float(exact(value).replace("−", "-"))
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
    assert is_all(0.1 * 3, "0.3")
    assert is_all(-2.5e-5, "−2.5e−5")
    assert not is_all(0.3001, "0.300")


@pytest.mark.parametrize(
    ("values", "digits"),
    [([0.28, 0.31], 3), ([0.123456, 0.123444], 6), ([2.0, 2.0], 3), ([1.0, 1 + 1e-13], 12)],
)
def test_as_many_digits_as_it_takes_to_tell_numbers_apart(values: list[float], digits: int) -> None:
    assert digits_to_tell(values, most=12) == digits
