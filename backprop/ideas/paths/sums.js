// The terms of the sum over all paths as a list, and beside it the line of the sum so far, which ends
// at the gradient. Above them stands the product of the path that is looked at.

import { parse } from "../../browser/address.js";
import { h, put, s, say } from "../../browser/dom.js";
import { short } from "../../browser/number.js";
import { idOfTerm, neuronsOf, present, termsOf } from "./terms.js";

/** @import { Part, PartData } from "../../browser/types.d.ts" */
/** @import { Stage } from "../../browser/stage.js" */
/** @import { Term } from "./terms.js" */
/** @import { WalkData } from "./walk.js" */

/**
 * @typedef {PartData & {
 *   terms: Term[],
 *   gradient: { name: string, value: number },
 *   columns: string[],
 *   power: number,
 *   decimals: number,
 *   texts: Record<"arrow" | "end" | "label" | "list", string>,
 * }} SumsData
 */

const [HIGH, EDGE, NAME] = [176, 12, 16]; // pixels of the line's picture, around it, and for the name

const [FACTOR, LINE] = [160, 1.4]; // pixels that a factor takes in letters and numbers, and a line

/** @implements {Part} */
export default class Sums {
  /** @type {SumsData} */
  part;
  /** @type {HTMLElement[]} */
  rows = [];
  shown = "";

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.product = h("p", { class: "product" });
    this.body = h("div", { class: "rows" });
    this.head = h("div", { class: "head-row", "aria-hidden": "true" });
    this.list = h("div", { class: "list", role: "group" }, this.head, this.body);
    this.line = s("path", { class: "sum" });
    this.aim = s("line", { class: "aim" });
    this.zero = s("line", { class: "zero" });
    this.point = s("circle", { r: 5 });
    this.name = s("text");
    this.chart = s("svg", { role: "img" }, this.zero, this.aim, this.line, this.point, this.name);
    this.element = h("figure", { class: "path-sums" }, this.product, h("div", { class: "both" }, this.list, this.chart));
    this.chart.addEventListener("pointerdown", (event) => this.drag(event));
    this.chart.addEventListener("pointermove", (event) => event.buttons && this.drag(event));
  }

  /** @param {SumsData} part */
  rebuild(part) {
    this.part = part;
    this.shown = "";
    put(this.chart, "aria-label", part.texts.label);
    put(this.list, "aria-label", part.texts.list);
    const columns = [...part.columns];
    if (part.power) columns[2] += ` / 10${[...String(part.power)].map(raised).join("")}`;
    this.head.replaceChildren(...columns.map((text) => h("span", {}, text)));
  }

  // The terms that add up to the gradient together with the present one: from, and up to.
  range() {
    const { part: { terms }, stage: { step } } = this;
    const layer = this.layerOf(terms[step - 1]);
    const from = terms.findIndex((one) => this.layerOf(one) === layer);
    const many = terms.filter((one) => this.layerOf(one) === layer).length;
    return { from, to: from + many };
  }

  /** @param {Term} term */
  layerOf({ first }) {
    return first;
  }

  /** @param {Term} term */
  nameOf(term) {
    return neuronsOf(term).map((id) => this.stage.nameOf(parse(id))).join(this.part.texts.arrow);
  }

  /** @param {number} value */
  sum(value) {
    if (value === 0) return "0";
    const text = (value / 10 ** this.part.power).toFixed(this.part.decimals);
    return (Number(text) === 0 ? text.replace("-", "") : text).replace("-", "−");
  }

  build() {
    const { from, to } = this.range();
    const key = `${from} ${to}`;
    if (key === this.shown) return;
    this.shown = key;
    this.rows = this.part.terms.slice(from, to).map((term, index) => {
      const n = from + index;
      return h("button", {
        type: "button",
        onclick: () => this.stage.go(n + 1),
        onpointerenter: () => this.stage.light(idOfTerm(n)),
        onpointerleave: () => this.stage.light(""),
      }, h("span", {}, this.nameOf(term)), h("span", {}, short(term.value)), h("span", {}, this.sum(term.total)));
    });
    this.body.replaceChildren(...this.rows);
    this.body.scrollTop = 0;
  }

  update() {
    this.build();
    const factors = this.part.terms[0].at.length + 1;
    const lines = this.rates() ? Math.ceil((factors * FACTOR) / this.stage.width) : 1;
    this.product.style.minHeight = `${lines * LINE}em`;
    const { from } = this.range();
    const now = this.stage.step - 1 - from;
    this.rows.forEach((row, n) => {
      put(row, "class", n === now ? "now" : n < now ? "past" : "");
      put(row, "tabindex", n === now ? "0" : "-1");
      if (n === now) put(row, "aria-current", "step");
      else row.removeAttribute("aria-current");
    });
    this.keepInView(this.rows[now]);
    this.draw();
    this.light();
  }

  // Within the list alone: the page stays where it is.
  /** @param {HTMLElement} row */
  keepInView(row) {
    const { body } = this;
    const [top, bottom] = [row.offsetTop - body.offsetTop, row.offsetTop - body.offsetTop + row.offsetHeight];
    if (top < body.scrollTop) body.scrollTop = top;
    else if (bottom > body.scrollTop + body.clientHeight) body.scrollTop = bottom - body.clientHeight;
  }

  draw() {
    const { part: { terms, gradient }, stage: { step, width } } = this;
    const { from, to } = this.range();
    const wide = Math.max(150, this.chart.clientWidth || width * 0.4);
    const heights = [0, ...terms.slice(from, to).map(({ total }) => total)];
    const [low, high] = [Math.min(...heights, gradient.value), Math.max(...heights, gradient.value)];
    /** @param {number} n */
    const x = (n) => EDGE + (n / (heights.length - 1)) * (wide - 2 * EDGE);
    /** @param {number} value */
    const y = (value) => HIGH - EDGE - NAME - ((value - low) / (high - low || 1)) * (HIGH - 2 * (EDGE + NAME));
    put(this.chart, "viewBox", `0 0 ${wide} ${HIGH}`);
    put(this.line, "d", heights.map((value, n) => (n ? `H${x(n)}V${y(value)}` : `M${x(0)} ${y(0)}`)).join(""));
    for (const [line, value] of /** @type {[SVGLineElement, number][]} */ ([[this.zero, 0], [this.aim, gradient.value]])) {
      for (const [name, at] of Object.entries({ x1: EDGE, x2: wide - EDGE, y1: y(value), y2: y(value) })) put(line, name, String(at));
    }
    put(this.point, "cx", String(x(step - from)));
    put(this.point, "cy", String(y(heights[step - from])));
    say(this.name, gradient.name);
    put(this.name, "x", String(EDGE));
    put(this.name, "y", String(y(gradient.value) + (gradient.value < 0 ? NAME : -6)));
  }

  light() {
    const { stage, rows } = this;
    const n = present(stage);
    const { from } = this.range();
    rows.forEach((row, index) => row.classList.toggle("lit", index === n - from && n !== stage.step - 1));
    this.write(termsOf(stage)[n]);
  }

  // (51) for one path, from the cost to the weight: names, and the numbers put in.
  /** @param {Term} term */
  write(term) {
    const rates = this.rates();
    if (!rates) return say(this.product, term.words ?? "");
    const { first, at } = term;
    const names = neuronsOf(term).map((id) => this.stage.nameOf(parse(id)));
    const numbers = [rates.first, ...at.slice(1).map((q, n) => rates.between[first + n + 1][q - 1][at[n] - 1]), rates.last[at[at.length - 1] - 1]];
    const chain = [this.weightName(), ...names, this.part.texts.end];
    const letters = chain.slice(1).map((name, n) => `∂${name}/∂${chain[n]}`).reverse().join(" · ");
    // Where an output saturates, ∂C/∂a is beyond all bounds and σ′ is 0: they have no product.
    const product = numbers.reduce((all, one) => all * one, 1);
    if (Math.abs(product - term.value) > 1e-6 * Math.abs(term.value)) return say(this.product, `${letters} ≈ ${short(term.value)}`);
    const shown = numbers.reverse().map((value, n) => (n && value < 0 ? `(${short(value)})` : short(value))).join(" · ");
    const [before, after] = term.signs ?? "≈≈";
    say(this.product, `${letters} ${before} ${shown} ${after} ${short(term.value)}`);
  }

  weightName() {
    return this.stage.nameOf(parse(this.walk().weight));
  }

  rates() {
    return this.walk().rates;
  }

  // What the overlay of the diagram is told.
  walk() {
    const overlays = this.stage.data.parts.flatMap(({ overlays }) => overlays ?? []);
    return /** @type {WalkData} */ (overlays[0]);
  }

  resize() {
    this.draw();
  }

  /** @param {PointerEvent} event */
  drag(event) {
    event.preventDefault();
    const { from, to } = this.range();
    const { left, width } = this.chart.getBoundingClientRect();
    const n = Math.round(((event.clientX - left - EDGE) / (width - 2 * EDGE)) * (to - from));
    this.stage.go(from + Math.min(Math.max(1, n), to - from));
  }
}

/** @param {string} digit */
function raised(digit) {
  return digit === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)];
}
