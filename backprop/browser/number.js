// Numbers as texts, as Python writes them; or none, where the link hides them.

import { PRESENT } from "./constants.js";

const EXPONENTS = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹";
const hidden = document.documentElement.dataset.hide?.includes("numbers");

/**
 * Nine significant digits, as Python's ``exact`` writes them: 0.593269992, 1.25×10⁻⁷; or so many.
 * @param {number} value
 */
export function exact(value, digits = 9) {
  if (hidden) return PRESENT.hidden;
  const [mantissa, power] = value.toExponential(digits - 1).split("e").map(Number);
  return beyond(value) + (power < -3 || power > 8 ? written(mantissa, power) : written(Number(value.toPrecision(digits)), 0));
}

/**
 * How many digits wide a number is: a point takes half the room of a digit, an exponent three quarters.
 * @param {string} text
 */
export function breadth(text) {
  return [...text].reduce((sum, sign) => sum + (sign === "." ? 0.5 : EXPONENTS.includes(sign) ? 0.74 : 1), 0);
}

/**
 * The number in the room of so many digits: in two digits where three are too many, and "" where two
 * are, as one digit would mislead, but beside a power of ten.
 * @param {string} text
 * @param {number} value
 * @param {number} room
 */
export function fitting(text, value, room) {
  const fits = [text, withDigits(value, 2), withDigits(value, 1)].filter((one) => breadth(one) <= room);
  return fits.find((one, n) => n < 2 || one.includes("×")) ?? "";
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
 * As Python's ``short`` writes it: three significant digits, a power of ten far out.
 * @param {number} value
 */
export function short(value) {
  return hidden ? "" : withDigits(value, 3);
}

/**
 * @param {number} value
 * @param {number} digits
 */
function withDigits(value, digits) {
  const size = Math.abs(value);
  const [mantissa, power] = value.toExponential(digits - 1).split("e");
  if (value && !(size >= 1e-3 && size < 99999.5)) return beyond(value) + written(trim(mantissa, value, power), Number(power));
  return written(trim(value.toFixed(Math.max(0, digits - 1 - Number(power))), value), 0);
}

/**
 * What stands before the largest number of all, in whose place there is one that is too large.
 * @param {number} value
 */
function beyond(value) {
  if (Math.abs(value) < Number.MAX_VALUE) return "";
  return value > 0 ? "beyond " : "below ";
}

/**
 * @param {string | number} mantissa
 * @param {number} power
 */
function written(mantissa, power) {
  const exponent = [...String(power)].map((sign) => EXPONENTS["-0123456789".indexOf(sign)]).join("");
  return `${mantissa}`.replace("-", "−") + (power ? `×10${exponent}` : "");
}

/**
 * Without the zeros behind the point, where they hide nothing.
 * @param {string} text
 * @param {number} value
 */
function trim(text, value, power = "0") {
  const whole = Math.abs(Number(`${text}e${power}`) - value) <= 1e-14 * Math.abs(value);
  return text.includes(".") && whole ? text.replace(/\.?0+$/, "") : text;
}
