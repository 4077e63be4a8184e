// Addresses of numbers, as Python's Quantity.id writes them: w3_2_4, a2_1, delta3 (a whole array),
// and w3__4 for column 4 of an array.

/** @import { Address } from "./types.d.ts" */

const ADDRESS = /^([A-Za-z_]+?)(\d*)(?:_(\d*)(?:_(\d+))?)?$/;
const UP = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const DOWN = "₀₁₂₃₄₅₆₇₈₉";

/**
 * @param {string} id
 * @returns {Address}
 */
export function parse(id) {
  const [, symbol = "", l = "", j, k] = ADDRESS.exec(id) ?? [];
  return { array: symbol + l, symbol, l: Number(l), j: Number(j) || null, k: Number(k) || null };
}

/**
 * The id at this address, with the indices that it has: what ``parse`` reads.
 * @param {string} symbol
 * @param {number} l
 * @param {number | null} [j]
 * @param {number | null} [k]
 */
export function idOf(symbol, l, j, k) {
  return [symbol + l, j, k].filter(Boolean).join("_");
}

/**
 * The id of a neuron, as Python's neuron_id writes it.
 * @param {number} l
 * @param {number} j
 */
export function neuronId(l, j) {
  return `n${l}_${j}`;
}

/**
 * Is this the address of one number, and not of an array or a row of one?
 * @param {Address} address
 */
export function isNumber({ symbol, j, k }) {
  return symbol === "C" || (j !== null && (k !== null || (symbol !== "w" && symbol !== "nabla_w")));
}

/**
 * Is it one number of those that the lesson gives, and that can be another: w, b, x or y?
 * @param {Address} address
 */
export function isGiven(address) {
  const { symbol, l } = address;
  return isNumber(address) && (["w", "b", "y"].includes(symbol) || (symbol === "a" && l === 1));
}

/**
 * Does this address (a number, a row, a column or a whole array) include the entry?
 * @param {Address} address
 * @param {Address} entry
 */
export function covers(address, entry) {
  return (
    address.array === entry.array &&
    (address.j === null || address.j === entry.j) &&
    (address.k === null || address.k === entry.k)
  );
}

/** @param {number[]} indices */
function below(...indices) {
  const comma = indices.length > 1 && Math.max(...indices) > 9 ? "," : "";
  return [...indices.join(comma)].map((c) => DOWN[Number(c)] ?? c).join("");
}

/**
 * The name of an entry for people, from the title of its array: w³ and (2, 4) give w³₂₄.
 * @param {Address} entry
 * @param {string} title
 */
export function nameOf(entry, title) {
  if (entry.j === null) return title;
  const indices = entry.k === null ? below(entry.j) : below(entry.j, entry.k);
  if (entry.symbol === "nabla_a") return `∂C/∂a${UP[entry.l]}${indices}`;
  if (/\s/.test(title)) return `(${title})${indices}`;
  return title.endsWith(")") ? `${title.slice(0, -1)}${indices})` : title + indices;
}
