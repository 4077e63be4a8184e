// The proof as it grows: its lines so far, the present one with its terms. What has not come yet
// keeps its room, and the terms that of the most, so that nothing below moves.

import { formatted, h, put } from "../../browser/dom.js";
import { formula, markQuantities, set } from "../../browser/formula.js";
import { keepFocus } from "../../browser/keys.js";

/** @import { Pieces } from "../../browser/formula.js" */
/** @import { Part, PartData } from "../../browser/types.d.ts" */
/** @import { Stage } from "../../browser/stage.js" */

/** @typedef {{ k: string, pieces: Pieces, zero: boolean, gone?: boolean }} Term */
/**
 * @typedef {object} Line
 * @property {string} number the book's
 * @property {string[]} uses the numbers of the lines that it uses
 * @property {Pieces} formula
 * @property {string} text the formula, for a screen reader
 * @property {Pieces} sides both sides as numbers, or where these are
 * @property {Term[]} terms
 * @property {string} lost why it has no numbers
 */
/** @typedef {PartData & { lines: Line[], texts: Record<"lines" | "line" | "uses", string> }} LinesData */
/** @typedef {{ element: HTMLElement, button: HTMLElement, terms: HTMLElement, line: Line }} Row */

/** @implements {Part} */
export default class Lines {
  /** @type {Row[]} */
  rows = [];

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.list = h("ol", {});
    this.terms = h("div", { class: "terms-of" });
    this.element = h("div", { class: "proof-lines" }, this.list);
    this.element.addEventListener("mousedown", keepFocus);
  }

  /** @param {LinesData} part */
  rebuild({ lines, texts }) {
    put(this.list, "aria-label", texts.lines);
    this.rows = lines.map((line, i) => this.row(line, i + 1, texts));
    this.list.replaceChildren(...this.rows.map(({ element }) => element));
    this.terms.replaceChildren(...this.rows.map(({ terms }) => terms));
  }

  /**
   * @param {Line} line
   * @param {number} step
   * @param {LinesData["texts"]} texts
   * @returns {Row}
   */
  row(line, step, texts) {
    const { stage } = this;
    const button = h("button", { type: "button", "aria-label": formatted(texts.line, { number: line.number }) },
      `(${line.number})`);
    const used = line.uses.map((number) => `(${number})`).join(", ");
    const element = h("li", { onclick: () => stage.go(step) }, button, formula(line.formula, line.text, stage),
      h("span", { class: "uses" }, used ? formatted(texts.uses, { numbers: used }) : ""),
      h("span", { class: "formula sides" }, ...set(line.sides, stage)));
    element.addEventListener("pointerenter", () => this.point(line.uses));
    element.addEventListener("pointerleave", () => this.point([]));
    const terms = h("ul", {}, ...line.terms.map((term) => this.term(term)));
    if (line.lost) terms.append(h("li", { class: "lost" }, line.lost));
    return { element, button, terms, line };
  }

  /** @param {Term} term */
  term({ k, pieces, zero, gone }) {
    const element = h("li", { class: "formula" }, h("span", { class: "k" }, k), ...set(pieces, this.stage));
    element.classList.toggle("zero", zero);
    element.classList.toggle("gone", Boolean(gone));
    return element;
  }

  // Lights the lines with these numbers.
  /** @param {string[]} numbers */
  point(numbers) {
    for (const { element, line } of this.rows) element.classList.toggle("pointed", numbers.includes(line.number));
  }

  update() {
    const { step } = this.stage;
    const now = this.rows[step - 1]?.line;
    this.rows.forEach(({ element, button, terms, line }, i) => {
      const state = i + 1 < step ? "past" : i + 1 === step ? "present" : "future";
      put(element, "data-state", state);
      put(terms, "data-state", state);
      element.classList.toggle("used", Boolean(now?.uses.includes(line.number)));
      if (state === "present" && this.terms.parentElement !== element) element.append(this.terms);
      if (state === "present") put(button, "aria-current", "step");
      else button.removeAttribute("aria-current");
    });
    this.light();
  }

  light() {
    markQuantities(this.element, this.stage.lit, "lit");
  }
}
