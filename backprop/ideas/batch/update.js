// The step over the present batch, for one layer: what each of its examples adds, the sum, and the
// weights and biases before and after. The numbers of a weight are lit in all of them.

import { parse } from "../../browser/address.js";
import { ArrayGrid } from "../../browser/array_grid.js";
import { h, put, scaleOf } from "../../browser/dom.js";
import { keepFocus } from "../../browser/keys.js";
import { whenIdle } from "../../browser/plots.js";
import { Contribution } from "./contribution.js";
import { Step } from "./step.js";

/** @import { Address, Part, PartData } from "../../browser/types.d.ts" */
/** @import { Stage } from "../../browser/stage.js" */

/** @typedef {{ j: number, k: number | null }} Place a weight, or with k null a bias */
/**
 * @typedef {PartData & {
 *   l: number,
 *   w: number[][],
 *   b: number[],
 *   eta: number,
 *   mean: boolean,
 *   batches: number[][],
 *   examples: Record<number, { delta: number[], a: number[], about: string }>,
 *   limits: { a: number, gradient: number },
 *   scale: string,
 *   names: Record<string, string>,
 *   focus: string,
 *   texts: Record<"example" | "update" | "adding" | "product" | "value" | "take" | "whole", string>,
 * }} UpdateData
 */

const WIDEST = 46; // pixels of a cell
const READABLE = 33; // pixels of a cell with its number in it
const LEAST = 14; // pixels of a cell, below which what the examples add is scrolled
const LOWEST = 8;
const TALL = 270; // pixels for all rows of cells
const NARROW = 560; // pixels: below, all stands one below the other
const SIGN = 26; // pixels of a sign between two
const FADE = 600; // milliseconds in which a press is seen before it is answered
const GAP = 12; // pixels between biases and weights

const ABOVE = 8; // pixels that stand above the rows of what an example adds, more than above the sum

/** @implements {Part} */
export default class Update {
  /** @type {UpdateData} */
  part;
  /** @type {Step[]} */
  steps = [];
  /** @type {Contribution[]} */
  contributions = [];
  /** @type {Record<string, ArrayGrid>} */
  grids = {};
  cell = { width: 0, height: 0 };
  shown = 0; // the batch that is drawn

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.adding = h("div", { class: "adding", role: "group" });
    this.sum = h("div", { class: "pair" });
    this.rule = h("div", { class: "rule" });
    this.take = h("button", { type: "button", class: "take", onclick: () => this.press("take") });
    this.epoch = h("button", { type: "button", onclick: () => this.press("epoch") });
    this.line = h("div", { class: "line" }, this.adding, h("i", {}, "="), this.sum);
    this.element = h("div", { class: "update", role: "group" }, this.line, this.rule,
      h("div", { class: "press" }, this.take, this.epoch));
    this.element.addEventListener("mousedown", keepFocus);
  }

  // A press is meant for the network that is seen: it is told with the move that brought that, so that
  // none counts twice where it is told again.
  /** @param {"take" | "epoch"} what */
  press(what) {
    const { step: number, moved } = this.stage;
    this[what].animate({ opacity: [0.4, 1] }, FADE);
    this.stage.trigger(what, { number, moved });
  }

  /** @param {UpdateData} part */
  rebuild(part) {
    this.part = part;
    this.shown = 0;
    const { l, texts, names } = part;
    this.steps = part.batches.map((batch) => new Step(part, batch));
    put(this.element, "aria-label", texts.update);
    put(this.adding, "aria-label", texts.adding);
    this.take.textContent = texts.take;
    this.epoch.textContent = texts.whole;
    /** @type {(numbers: (step: Step) => number[][][]) => number} */
    const limit = (numbers) => Math.max(...this.steps.flatMap((step) => numbers(step).flat(2)).map(Math.abs)) || 1;
    const limits = {
      sum: limit(({ sum }) => [sum.w, sum.b]),
      step: limit(({ step }) => [step.w, step.b]),
      now: limit(({ before, after }) => [before.w, before.b, after.w, after.b]),
    };
    /** @type {(name: string, symbol: string, values: number[][], limit: number) => ArrayGrid} */
    const grid = (name, symbol, values, limit) =>
      new ArrayGrid(this.stage, { id: symbol + l, title: names[name], values }, { scale: "signed", limit, texts });
    const [{ before, sum, step, after }] = this.steps;
    this.grids = {
      sum_w: grid("sum_w", "nabla_w", sum.w, limits.sum), w: grid("w", "w", before.w, limits.now),
      step_w: grid("step_w", "nabla_w", step.w, limits.step), after_w: grid("after_w", "w", after.w, limits.now),
    };
    const learned = part.b.length ? ["b", "w"] : ["w"];
    if (part.b.length) {
      Object.assign(this.grids, {
        sum_b: grid("sum_b", "nabla_b", sum.b, limits.sum), b: grid("b", "b", before.b, limits.now),
        step_b: grid("step_b", "nabla_b", step.b, limits.step), after_b: grid("after_b", "b", after.b, limits.now),
      });
    }
    const [sums, ...rule] = ["sum_", "", "step_", "after_"].map((one) =>
      learned.map((symbol) => this.grids[one + symbol].element));
    this.sum.replaceChildren(...sums);
    const [w, changes, new_w] = rule.map((both) => h("div", { class: "pair" }, ...both));
    this.rule.replaceChildren(w, h("i", {}, "−"), changes, h("i", {}, "="), new_w);
    this.resize();
  }

  resize() {
    const { stage: { width }, part: { w } } = this;
    const scale = scaleOf(width);
    const columns = w[0].length + 1;
    this.cell = {
      width: Math.max(5, Math.min(WIDEST * scale, Math.floor((width - 2 * SIGN - 4 * GAP) / (width < NARROW ? 1 : 3) / columns))),
      height: Math.max(LOWEST, Math.min(24 * scale, Math.floor((TALL * scale) / (2 * w.length + 1)))),
    };
    for (const grid of Object.values(this.grids)) grid.resize(this.cell);
    this.fit();
  }

  // What the examples add shares the room beside the sum; that goes below where only so their numbers
  // can be read.
  fit() {
    const { cell, contributions, stage: { width }, part: { w } } = this;
    const columns = w[0].length + 1;
    /** @param {number} room */
    const shared = (room) => Math.min(cell.width, Math.floor((room / contributions.length - SIGN - GAP) / columns));
    const [beside, alone] = [shared(width - columns * cell.width - SIGN - 2 * GAP), shared(width + SIGN)];
    const narrow = width < NARROW;
    const below = narrow || (beside < READABLE && alone >= READABLE);
    this.line.toggleAttribute("data-below", below);
    this.sum.style.marginTop = below ? "" : `${cell.height + ABOVE}px`; // row beside row
    const even = below ? Math.max(alone, READABLE) : Math.max(beside, LEAST);
    for (const one of contributions) one.resize({ ...cell, width: Math.min(cell.width, even) });
    const scrolls = this.adding.scrollWidth > this.adding.clientWidth;
    put(this.adding, "tabindex", scrolls ? "0" : "-1"); // so that keys can scroll it
    this.drawAll(Math.ceil(width / (even * columns)));
  }

  // What each example adds; what has to be scrolled to is drawn when there is time.
  /** @param {number} inSight how many are seen at once */
  drawAll(inSight) {
    const { contributions } = this;
    const family = getComputedStyle(this.stage.element).fontFamily;
    for (const one of contributions.slice(0, inSight)) one.draw(family);
    const later = contributions.slice(inSight);
    const next = () => {
      const one = later.shift();
      if (!one || this.contributions !== contributions) return;
      one.draw(family);
      whenIdle(next);
    };
    whenIdle(next);
  }

  update() {
    const { stage, part, grids } = this;
    if (this.shown !== stage.step) {
      this.shown = stage.step;
      const { sum, step, after } = this.steps[stage.step - 1];
      const shown = { sum, step, after };
      for (const [name, { w, b }] of Object.entries(shown)) {
        grids[`${name}_w`].fill(w);
        grids[`${name}_b`]?.fill(b);
      }
      this.contributions = part.batches[stage.step - 1].map((number) => new Contribution(stage, part, number));
      this.adding.replaceChildren(...this.contributions.flatMap(({ element }, i) => (i ? [h("i", {}, "+"), element] : [element])));
      this.fit();
    }
    for (const grid of Object.values(grids)) grid.draw();
    put(this.element, "data-drawn", "true");
    this.light();
  }

  // The weight that is pointed at, else the selected one.
  light() {
    const { stage, part } = this;
    const pointed = this.here(stage.lit);
    const chosen = this.here(stage.selected) ?? this.here(part.focus);
    for (const one of this.contributions) one.light(pointed ?? chosen);
    /** @type {(place: Address, entry: Address) => boolean} */
    const is = (place, entry) => place.j === entry.j && place.k === entry.k;
    for (const grid of Object.values(this.grids)) grid.light(addresses(pointed), addresses(chosen), is);
  }

  /**
   * A weight or bias of this layer by its address, whichever of its numbers that names.
   * @param {string} id
   * @returns {Place | null}
   */
  here(id) {
    const { symbol, l, j, k } = parse(id);
    if (l !== this.part.l || !j) return null;
    if (/^(nabla_)?w$/.test(symbol)) return k ? { j, k } : null;
    return /^(nabla_b|b|delta)$/.test(symbol) ? { j, k: null } : null;
  }
}

/**
 * @param {Place | null} place
 * @returns {Address[]}
 */
function addresses(place) {
  return place ? [{ array: "", symbol: "", l: 0, ...place }] : [];
}
