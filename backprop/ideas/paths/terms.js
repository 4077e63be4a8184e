// The terms of the sum over all paths, as Python sends them to the list of them, and the one that is
// looked at: that under the pointer, or else that of the present step.

import { idOf, isNumber, parse } from "../../browser/address.js";

/** @import { PartData } from "../../browser/types.d.ts" */
/** @import { Stage } from "../../browser/stage.js" */

/**
 * A path by the places of its neurons in layer ``first`` and those after it, with the signs before its
 * rates and its product; or one neuron, with words for all paths through it.
 * @typedef {{ first: number, at: number[], value: number, total: number, signs?: string, words?: string }} Term
 */

const UNDER_POINTER = "term"; // the pointer is on a term itself: its id

/** @param {number} n the place of a term, from 0 */
export function idOfTerm(n) {
  return `${UNDER_POINTER}${n + 1}`;
}

/**
 * @param {Stage} stage
 * @returns {Term[]}
 */
export function termsOf({ data }) {
  const found = /** @type {(PartData & { terms?: Term[] })[]} */ (data.parts).find(({ terms }) => terms);
  return found?.terms ?? [];
}

/**
 * The place of the term that is looked at. Of many along a line or through a neuron it is the largest.
 * @param {Stage} stage
 */
export function present(stage) {
  const { lit, step } = stage;
  const { symbol, l, j, k } = parse(lit);
  if (symbol === UNDER_POINTER) return l - 1;
  const terms = termsOf(stage);
  if (!lit || !isNumber(parse(lit))) return step - 1;
  /** @param {Term} term */
  const passes = ({ first, at }) => at[l - first] === j && (k === null || at[l - 1 - first] === k);
  const found = terms.reduce((best, term, n) =>
    (passes(term) && (best < 0 || Math.abs(term.value) > Math.abs(terms[best].value)) ? n : best), -1);
  return found < 0 ? step - 1 : found;
}

/**
 * The ids of the neurons of a term.
 * @param {Term} term
 */
export function neuronsOf({ first, at }) {
  return at.map((j, n) => idOf("a", first + n, j));
}
