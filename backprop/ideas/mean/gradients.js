// The gradients of one layer: of every example as small heatmaps, their mean, and the gradient of
// the mean. Pointing at a cell lights the same weight in all of them.

import { parse } from "../../browser/address.js";
import { formatted, h, put, say, scaleOf } from "../../browser/dom.js";
import { keepFocus } from "../../browser/keys.js";
import { Matrix } from "./matrix.js";
import { MiniHeatmap } from "./mini_heatmap.js";

/** @import { Part, PartData } from "../../browser/types.d.ts" */
/** @import { Stage } from "../../browser/stage.js" */

/** @typedef {{ w: (number | null)[][], b: (number | null)[] }} Gradient of the weights and of the biases of a layer */
/** @typedef {Gradient & { number: number, present: boolean }} Example */
/** @typedef {{ j: number, k: number | null }} Place a weight, or with k null a bias */
/**
 * @typedef {PartData & {
 *   l: number,
 *   layers: number[],
 *   rows: number,
 *   columns: number,
 *   limit: number,
 *   names: { w: string, b: string },
 *   heading: string,
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
    this.layers = h("span", { class: "layers", role: "group" });
    this.heading = h("b");
    this.multiples = h("div", { class: "multiples", role: "group", tabindex: "0" });
    this.mean = new Matrix(stage);
    this.check = new Matrix(stage);
    this.sign = h("i");
    this.difference = h("p", { class: "difference" });
    this.element = h("div", { class: "gradients" },
      h("div", { class: "heading" }, this.heading, this.layers), this.multiples,
      h("div", { class: "two" }, this.mean.element, this.sign, this.check.element),
      this.difference);
    this.element.addEventListener("mousedown", keepFocus);
  }

  /** @param {GradientsData} part */
  rebuild(part) {
    this.part = part;
    say(this.heading, part.heading);
    put(this.multiples, "aria-label", part.heading);
    put(this.layers, "aria-label", part.texts.layers);
    this.layers.replaceChildren(...part.layers.map((l) => h("button", {
      type: "button", "aria-pressed": String(l === part.l), onclick: () => this.stage.trigger("layer", l),
    }, formatted(part.texts.layer, { l }))));
    this.small = part.examples.map((example) => new MiniHeatmap(this.stage, part, example));
    /** @param {string} text */
    const sign = (text) => h("i", { "aria-hidden": "true" }, text);
    this.multiples.replaceChildren(sign(`1/${this.small.length} (`),
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
    const [pointed, chosen] = [lit, selected].map((id) => this.here(id));
    for (const one of [...this.small, this.mean, this.check]) one.light(pointed, chosen ?? this.here(this.part.focus));
  }

  /**
   * A weight or bias of this layer by its address, whichever of its numbers that names.
   * @param {string} id
   * @returns {Place | null}
   */
  here(id) {
    if (!id) return null;
    const { symbol, l, j, k } = parse(id);
    const ofWeight = /^(nabla_)?w$/.test(symbol) && k;
    const ofBias = /^(nabla_)?b$/.test(symbol);
    return l === this.part.l && j && (ofWeight || ofBias) ? { j, k: ofWeight ? k : null } : null;
  }
}

