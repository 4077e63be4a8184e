// Numbers as texts, as Python writes them; or none, where the link hides them.

import { PRESENT } from "./constants.js";

const hidden = document.documentElement.dataset.hide?.includes("numbers");

/**
 * Nine significant digits, as Python's ``exact`` writes them: 0.593269992, 1.25e−7; or so many.
 * @param {number} value
 */
export function exact(value, digits = 9) {
  if (hidden) return PRESENT.hidden;
  const [mantissa, power] = value.toExponential(digits - 1).split("e").map(Number);
  const far = power < -4 || power > 8;
  return (far ? `${mantissa}e${power}` : String(Number(value.toPrecision(digits)))).replaceAll("-", "−");
}

/**
 * How many digits wide a number is: a point takes half the room of a digit.
 * @param {string} text
 */
export function breadth(text) {
  return text.length - (text.includes(".") ? 0.5 : 0);
}

/**
 * The number in the room of so many digits: in two digits where three are too many, and "" where two
 * are, as one digit would mislead.
 * @param {string} text
 * @param {number} value
 * @param {number} room
 */
export function fitting(text, value, room) {
  if (breadth(text) <= room) return text;
  const two = value.toPrecision(2);
  const plain = (two.includes("e") ? String(Number(two)).replace("+", "") : two).replaceAll("-", "−");
  return breadth(plain) <= room ? plain : "";
}

/**
 * All numbers of an array in cells with this room, or none: one blank cell of many would look like
 * one without a number.
 * @param {{ text: string, value: number }[]} numbers
 * @param {number} room
 */
export function allFitting(numbers, room) {
  const shown = numbers.map(({ text, value }) => fitting(text, value, room));
  return shown.includes("") ? shown.map(() => "") : shown;
}

/**
 * As Python's ``short`` writes it: three significant digits, two below 0.1, a power of ten far out.
 * @param {number} value
 */
export function short(value) {
  if (hidden) return "";
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 99999.5) {
    const digits = size >= 0.1 ? 3 : 2;
    const power = Number(value.toExponential(digits - 1).split("e")[1]);
    return trim(value.toFixed(Math.max(0, digits - 1 - power)), value).replaceAll("-", "−");
  }
  const [two, one] = [1, 0].map((digits) => {
    const [mantissa, power] = value.toExponential(digits).split("e");
    return `${trim(mantissa, value, `e${power}`)}e${Number(power)}`;
  });
  return (two.length > 7 ? one : two).replaceAll("-", "−");
}

/**
 * Without the zeros behind the point, where they hide nothing.
 * @param {string} text
 * @param {number} value
 */
function trim(text, value, power = "") {
  const whole = Math.abs(Number(text + power) - value) <= 1e-14 * Math.abs(value);
  return text.includes(".") && whole ? text.replace(/\.?0+$/, "") : text;
}
