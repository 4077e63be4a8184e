// Formulas that the stage sets by itself, from the pieces that Python's stage/formula.py makes: a
// text, a quantity with its indices, a number in a quantity's colour, a fraction, the sign of a sum.

import { h } from "./dom.js";

/** @import { Stage } from "./stage.js" */

/**
 * @typedef {{ q: string, base?: string, up?: string, down?: string, number?: string, id?: string }} Quantity
 * @typedef {{ over: Pieces, under: Pieces }} Fraction
 * @typedef {string | Quantity | Fraction | { sum: string }} Piece
 * @typedef {Piece[]} Pieces
 */

/**
 * The formula as one picture for a screen reader, which reads ``text``. With a stage its quantities
 * are lit and selected together with the same numbers elsewhere.
 * @param {Pieces} pieces
 * @param {string} text
 * @param {Stage} [stage]
 */
export function formula(pieces, text, stage) {
  return h("span", { class: "formula", role: "img", "aria-label": text }, ...set(pieces, stage));
}

/**
 * The pieces as elements, without a name of their own.
 * @param {Pieces} pieces
 * @param {Stage} [stage]
 * @returns {(Node | string)[]}
 */
export function set(pieces, stage) {
  return pieces.map((piece) => {
    if (typeof piece === "string") return sign(piece);
    if ("over" in piece) {
      return h("span", { class: "fraction" },
        h("span", {}, ...set(piece.over, stage)), h("span", {}, ...set(piece.under, stage)));
    }
    if ("sum" in piece) return h("span", { class: "sum" }, "∑", h("sub", {}, piece.sum));
    return quantity(piece, stage);
  });
}

/**
 * A template as a sentence with a formula in the place called {formula}.
 * @param {string} template
 * @param {{ formula: Pieces, text: string }} one
 * @returns {(Node | string)[]}
 */
export function around(template, one) {
  const [before, after] = template.split("{formula}");
  return after === undefined ? [before] : [before, formula(one.formula, one.text), after];
}

/**
 * Marks the quantities with one of these ids.
 * @param {Element} element
 * @param {string} id
 * @param {string} mark
 */
export function markQuantities(element, id, mark) {
  for (const one of element.querySelectorAll("[data-quantity]")) {
    one.classList.toggle(mark, one instanceof HTMLElement && one.dataset.quantity === id);
  }
}

/** @param {string} text a sign, a parenthesis, perhaps with the function before it */
function sign(text) {
  const kind = text.endsWith("(") ? "opens" : text === ")" ? "closes" : "";
  return h("span", { class: `sign ${kind}` }, text);
}

/**
 * @param {Quantity} piece
 * @param {Stage} [stage]
 */
function quantity({ q, base = "", up = "", down = "", number, id }, stage) {
  const colour = `color: var(--q-${q})`;
  const element = number !== undefined
    ? h("span", { class: "number", style: colour }, number)
    : h("span", { class: "quantity", style: colour }, h("i", {}, base));
  if (up || down) element.append(h("span", { class: "indices" }, h("sup", {}, up), h("sub", {}, down)));
  if (!id || !stage) return element;
  element.dataset.quantity = id;
  element.addEventListener("pointerenter", () => stage.light(id));
  element.addEventListener("pointerleave", () => stage.light(""));
  return element;
}
