// The slopes of each layer that is shown, found in two ways, and their relative error, side by side.
// The slider brings other slopes and errors; those of backpropagation stay. The same weight is lit in
// all of them.

import { at } from "../../browser/colour.js";
import { h, put, say, scaleOf } from "../../browser/dom.js";
import { GradientMatrix, placeIn } from "../../browser/gradient_matrix.js";
import { keepFocus } from "../../browser/keys.js";
import { LayerButtons } from "../../browser/layer_buttons.js";

/** @import { Part, PartData } from "../../browser/types.d.ts" */
/** @import { Stage } from "../../browser/stage.js" */
/** @import { Texts } from "../../browser/gradient_matrix.js" */

/** @typedef {(number | null)[]} Row of all weights of a layer, row by row, each with its bias if there are any */
/**
 * @typedef {{
 *   l: number,
 *   title: string,
 *   rows: number,
 *   columns: number,
 *   biases: boolean,
 *   names: { w: string, b: string },
 *   backprop: Row,
 *   numeric: Row[],
 *   relative: Row[],
 *   kinks: number[][],
 * }} LayerData
 */
/**
 * @typedef {PartData & {
 *   layers: number[],
 *   shown: LayerData[],
 *   limit: number,
 *   matrices: (Texts & { title: string })[],
 *   ends: [string, string],
 *   focus: string,
 *   texts: { layers: string, layer: string },
 * }} ComparisonData
 */
/** @typedef {{ layer: LayerData, matrices: GradientMatrix[] }} Shown */

const NARROW = 560; // pixels: below, the matrices of a layer stand one below the other
const GAP = 12;
const TALL = 168; // pixels that the rows of all layers share
const DECADES = 12; // from the least error that has a colour to 1

/** @implements {Part} */
export default class Comparison {
  /** @type {ComparisonData} */
  part;
  /** @type {Shown[]} */
  shown = [];

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.buttons = new LayerButtons(stage);
    this.titles = [h("b"), h("b"), h("b")];
    this.ramp = h("i");
    this.ends = [h("span"), h("span")];
    const scale = h("span", { class: "scale", "aria-hidden": "true" }, this.ends[0], this.ramp, this.ends[1]);
    this.top = h("div", { class: "three" }, ...this.titles, scale);
    this.rows = h("div", { class: "rows" });
    this.element = h("div", { class: "comparison" }, this.buttons.element, this.top, this.rows);
    this.element.addEventListener("mousedown", keepFocus);
  }

  /** @param {number} error */
  shadeOf(error) {
    return at(this.stage.ramps.error, error ? 1 + Math.log10(error) / DECADES : 0);
  }

  /** @param {ComparisonData} part */
  rebuild(part) {
    this.part = part;
    const { stage } = this;
    this.buttons.rebuild(part.layers, part.shown[0].l, part.texts);
    this.buttons.element.hidden = !part.layers.length;
    this.ends.forEach((end, i) => say(end, part.ends[i]));
    this.titles.forEach((one, i) => say(one, part.matrices[i].title));
    const stops = stage.ramps.error.map(([position, colour]) => `${colour} ${100 * position}%`);
    this.ramp.style.background = `linear-gradient(90deg, ${stops.join(", ")})`;
    this.shown = part.shown.map((layer) => ({ layer, matrices: part.matrices.map((texts, i) => {
      const matrix = new GradientMatrix(stage, i === 2 ? (error) => this.shadeOf(error) : undefined);
      const empty = Array(layer.columns).fill(null);
      const none = { w: Array(layer.rows).fill(empty), b: Array(layer.biases ? layer.rows : 0).fill(null) };
      matrix.rebuild({ ...layer, limit: part.limit, texts }, { title: texts.title, ...none });
      if (i === 1) matrix.fill(layer.backprop, []);
      return matrix;
    }) }));
    this.rows.replaceChildren(...this.shown.map(({ layer, matrices }) =>
      h("div", { class: "three", role: "group", "aria-label": layer.title },
        h("span", { class: "layer-name" }, part.layers.length ? "" : layer.title), ...matrices.map(({ element }) => element))));
    this.resize();
  }

  resize() {
    const width = this.stage.width - 1;
    const wide = width > NARROW;
    const room = wide ? (width - 2 * GAP) / 3 : width;
    const scale = scaleOf(width);
    const lines = this.shown.reduce((sum, { layer }) => sum + layer.rows, 0);
    for (const { layer, matrices } of this.shown) {
      for (const one of matrices) one.resize(room, scale, scale * TALL * layer.rows / lines);
      matrices[1].draw();
    }
    this.element.toggleAttribute("data-narrow", !wide);
  }

  update() {
    const { frame } = this.stage;
    for (const { layer, matrices: [numeric, , relative] } of this.shown) {
      numeric.fill(layer.numeric[frame], layer.kinks[frame]);
      relative.fill(layer.relative[frame], layer.kinks[frame]);
      numeric.draw();
      relative.draw();
    }
    put(this.element, "data-drawn", "true");
    this.light();
  }

  // The weight that is pointed at, and the one that the page is about.
  light() {
    const { lit } = this.stage;
    for (const { layer: { l }, matrices } of this.shown) {
      for (const one of matrices) one.light(placeIn(lit, l), placeIn(this.part.focus, l));
    }
  }
}
