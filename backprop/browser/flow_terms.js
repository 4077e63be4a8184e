// The products that a step adds up in one neuron, each with the line that it is made on.

import { idOf, parse } from "./address.js";

/** @import { Reading } from "./reading.js" */

/**
 * What runs in along the line (l, j, k), and what it is there: times the line's weight, or for the
 * gradient of the weight, times the error that it meets.
 * @typedef {{ l: number, j: number, k: number, symbol: string, value: number, product: number }} Term
 */

/**
 * A number by its symbol and its place.
 * @param {Reading} reading
 * @param {string} symbol
 * @param {number} l
 * @param {number} j
 * @param {number} [k]
 */
export function numberAt(reading, symbol, l, j, k) {
  return reading.valueOf(parse(idOf(symbol, l, j, k)));
}

/**
 * The terms of the present step for neuron j of its layer, in the order of its sum: w a, or w delta,
 * or for the gradients of the weights into it, a delta. None where nothing runs along lines.
 * @param {Reading} reading
 * @param {number} j
 * @returns {Term[]}
 */
export function termsOf(reading, j) {
  const { result, operands, data: { sizes } } = reading;
  if (!result) return [];
  const { symbol, l } = result;
  /** @type {(symbol: string, l: number, j: number, k?: number) => number} */
  const at = (...address) => numberAt(reading, ...address);
  if (symbol === "z" || symbol === "nabla_w") {
    return upTo(sizes[l - 2]).map((k) => {
      const value = at("a", l - 1, k);
      return { l, j, k, symbol: "a", value, product: value * (symbol === "z" ? at("w", l, j, k) : at("delta", l, j)) };
    });
  }
  if (symbol !== "delta" || !operands.some((one) => one.symbol === "w")) return [];
  return upTo(sizes[l]).map((i) => {
    const value = at("delta", l + 1, i);
    return { l: l + 1, j: i, k: j, symbol, value, product: value * at("w", l + 1, i, j) };
  });
}

/**
 * The neurons that the present step is about.
 * @param {Reading} reading
 */
export function neuronsOf({ result, data: { sizes } }) {
  if (!result) return [];
  return result.j ? [result.j] : upTo(sizes[(result.l || sizes.length) - 1]);
}

/**
 * The neuron whose equation the panel shows with numbers: the step's own, the selected one, or the
 * first.
 * @param {Reading} reading
 */
export function shownNeuron({ result, now, selected }) {
  const { l, j } = parse(selected);
  return result?.j ?? (l === now.l && j ? j : 1);
}

/** @param {number} n */
export function upTo(n) {
  return Array.from({ length: n }, (_, i) => i + 1);
}
