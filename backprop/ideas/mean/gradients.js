// The gradients of one layer: of every example as small heatmaps, their mean, and the gradient of
// the mean. Pointing at a cell lights the same weight in all of them.

import { h, put, say, scaleOf } from "../../browser/dom.js";
import { GradientMatrix, placeIn } from "../../browser/gradient_matrix.js";
import { keepFocus } from "../../browser/keys.js";
import { LayerButtons } from "../../browser/layer_buttons.js";
import { MiniHeatmap } from "./mini_heatmap.js";

/** @import { Part, PartData } from "../../browser/types.d.ts" */
/** @import { Stage } from "../../browser/stage.js" */
/** @import { Gradient } from "../../browser/gradient_matrix.js" */

/** @typedef {Gradient & { number: number, present: boolean }} Example */
/**
 * @typedef {PartData & {
 *   l: number,
 *   layers: number[],
 *   rows: number,
 *   columns: number,
 *   limit: number,
 *   names: { w: string, b: string },
 *   heading: string,
 *   share: string,
 *   focus: string,
 *   examples: Example[],
 *   mean: Gradient & { title: string },
 *   check: Gradient & { title: string, kinks: string[] },
 *   sign: string,
 *   difference: string,
 *   texts: Record<"layers" | "layer" | "example" | "at_kink" | "no_value", string>,
 * }} GradientsData
 */

const NARROW = 560; // pixels: below, the two large ones stand one above the other
const SIGN = 36; // pixels between two small ones
const LEAST = 14; // pixels of a cell, below which the small ones are scrolled rather than shrunk

/** @implements {Part} */
export default class Gradients {
  /** @type {GradientsData} */
  part;
  /** @type {MiniHeatmap[]} */
  small = [];

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.layers = new LayerButtons(stage);
    this.heading = h("b");
    this.multiples = h("div", { class: "multiples", role: "group", tabindex: "0" });
    this.mean = new GradientMatrix(stage);
    this.check = new GradientMatrix(stage);
    this.sign = h("i");
    this.difference = h("p", { class: "difference" });
    this.element = h("div", { class: "gradients" },
      h("div", { class: "heading" }, this.heading, this.layers.element), this.multiples,
      h("div", { class: "two" }, this.mean.element, this.sign, this.check.element),
      this.difference);
    this.element.addEventListener("mousedown", keepFocus);
  }

  /** @param {GradientsData} part */
  rebuild(part) {
    this.part = part;
    say(this.heading, part.heading);
    put(this.multiples, "aria-label", part.heading);
    this.layers.rebuild(part.layers, part.l, part.texts);
    this.small = part.examples.map((example) => new MiniHeatmap(this.stage, part, example));
    /** @param {string} text */
    const sign = (text) => h("i", { "aria-hidden": "true" }, text);
    this.multiples.replaceChildren(sign(`${part.share} (`.trim()),
      ...this.small.flatMap(({ element }, i) => (i ? [sign("+"), element] : [element])), sign(")"));
    this.mean.rebuild(part, part.mean);
    this.check.rebuild(part, part.check);
    say(this.sign, part.sign);
    say(this.difference, part.difference);
    this.resize();
  }

  resize() {
    const width = this.stage.width - 1;
    const { rows, columns } = this.part;
    const scale = scaleOf(width);
    const all = (width - SIGN * (this.small.length + 1)) / this.small.length / (columns + 1);
    const cell = Math.max(6, Math.min(scale * Math.min(30, 160 / (columns + 1), 120 / rows), all < LEAST ? 30 : all));
    for (const one of this.small) one.resize(cell);
    const room = width > NARROW ? (width - 36) / 2 : width;
    for (const one of [this.mean, this.check]) one.resize(room, scale);
  }

  update() {
    for (const one of [...this.small, this.mean, this.check]) one.draw();
    put(this.element, "data-drawn", "true");
    this.light();
  }

  // The weight that is pointed at, else the selected one: the same in all pictures.
  light() {
    const { lit, selected } = this.stage;
    const { l, focus } = this.part;
    const [pointed, chosen, usual] = [lit, selected, focus].map((id) => placeIn(id, l));
    for (const one of [...this.small, this.mean, this.check]) one.light(pointed, chosen ?? usual);
  }
}
