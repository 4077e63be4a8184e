// Colours of numbers, on the scales that Python sends, in the theme that the page has.

/** @import { Ramp } from "./types.d.ts" */
/** @import { Reading } from "./reading.js" */

/** @param {string} hex */
function channels(hex) {
  return [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
}

/**
 * The colour at a position from 0 to 1 on a scale [[position, "#rrggbb"], ...].
 * @param {Ramp} ramp
 * @param {number} position
 */
export function at(ramp, position) {
  const t = Math.min(1, Math.max(0, position));
  const above = Math.max(1, ramp.findIndex(([stop]) => stop >= t));
  const [[t0, from], [t1, to]] = [ramp[above - 1], ramp[above]];
  const share = (t - t0) / (t1 - t0);
  const mixed = channels(from).map((c, i) => Math.round(c + share * (channels(to)[i] - c)));
  return `rgb(${mixed.join(",")})`;
}

/**
 * The colour of a value of this symbol, on the scale and within the limits that it shares.
 * @param {Reading} stage
 * @param {string} symbol
 * @param {number} value
 */
export function shade(stage, symbol, value) {
  const { scales, limits } = stage.data;
  return shadeOn(stage, scales[symbol], limits[symbol], value);
}

/**
 * The colour of a value on one of the scales, whose end is at the limit.
 * @param {Reading} stage
 * @param {string} scale
 * @param {number} limit
 * @param {number} value
 */
export function shadeOn(stage, scale, limit, value) {
  const share = value / limit;
  return at(stage.ramps[scale], scale === "signed" ? (share + 1) / 2 : share);
}

/**
 * A value as a line between neurons: its colour, never too pale to be seen, and its share of the
 * limit, for the width.
 * @param {Reading} stage
 * @param {string} symbol
 * @param {number} value
 */
export function strokeOf(stage, symbol, value) {
  const limit = stage.data.limits[symbol];
  const share = Math.min(Math.abs(value) / limit, 1); // a frame may go beyond
  return { colour: shade(stage, symbol, Math.sign(value) * (0.5 + 0.5 * share) * limit), share };
}

/**
 * Black or white, whichever can be read better: above 4.5 to 1 on any colour.
 * @param {string} colour as at() gives it
 */
export function inkOn(colour) {
  /** @param {number} c */
  const light = (c) => (c <= 10 ? c / 3294 : ((c / 255 + 0.055) / 1.055) ** 2.4);
  const [r, g, b] = (colour.match(/\d+/g) ?? []).map(Number).map(light);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? "#000000" : "#ffffff";
}
