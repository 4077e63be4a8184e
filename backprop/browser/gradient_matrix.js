// What there is of each weight and bias of a layer, such as its gradient, as a large heatmap with
// its numbers: a column for each weight k and one for the bias, if there are biases.

import { idOf, nameOf, parse } from "./address.js";
import { lettering, listenToGrid, paint } from "./cells.js";
import { shadeOn } from "./colour.js";
import { formatted, h, put, say } from "./dom.js";
import { exact, fitting, short } from "./number.js";

/** @import { Stage } from "./stage.js" */

/** @typedef {{ w: (number | null)[][], b: (number | null)[] }} Gradient of the weights and of the biases of a layer */
/** @typedef {{ j: number, k: number | null }} Place a weight, or with k null a bias */
/** @typedef {{ at_kink: string, no_value: string, value?: string }} Texts */
/** @typedef {{ l: number, rows: number, columns: number, limit: number, names: { w: string, b: string }, texts: Texts }} Shape */

/** @typedef {{ element: HTMLElement, value: number | null, name: string, kink: boolean }} Entry */

const NAMES = 14; // pixels for the number of a row
const GAP = 8;
const READABLE = 28; // pixels of a cell with a number in it

/**
 * A weight or bias of a layer by its address, whichever of its numbers that names.
 * @param {string} id
 * @param {number} layer
 * @returns {Place | null}
 */
export function placeIn(id, layer) {
  if (!id) return null;
  const { symbol, l, j, k } = parse(id);
  const ofWeight = /^(nabla_)?w$/.test(symbol) && k;
  const ofBias = /^(nabla_)?b$/.test(symbol);
  return l === layer && j && (ofWeight || ofBias) ? { j, k: ofWeight ? k : null } : null;
}

export class GradientMatrix {
  /** @type {Entry[][]} */
  cells = [];
  /** @type {Texts} */
  texts;
  limit = 1;
  columns = 1;
  cell = READABLE;
  characters = 0; // that a cell has room for

  /**
   * @param {Stage} stage
   * @param {(value: number) => string} [colourOf] where that is not the colour of a signed number
   */
  constructor(stage, colourOf) {
    this.stage = stage;
    this.colourOf = colourOf ?? ((value) => shadeOn(stage, "signed", this.limit, value));
    this.title = h("figcaption");
    this.grid = h("div", { class: "matrix", role: "grid" });
    this.element = h("figure", {}, this.title, this.grid);
    listenToGrid(this.grid, () => this.cells, stage);
  }

  /**
   * @param {Shape} shape
   * @param {Gradient & { title: string, kinks?: string[] }} shown
   */
  rebuild({ l, rows, columns, limit, names, texts }, { title, w, b, kinks = [] }) {
    this.limit = limit;
    this.texts = texts;
    this.columns = columns;
    say(this.title, title);
    put(this.grid, "aria-label", title);
    const ks = [...Array(columns).keys()].map((k) => h("span", { role: "columnheader" }, String(k + 1)));
    const biases = b.length ? [h("span", { role: "columnheader", class: "bias" }, "b")] : [];
    const head = h("div", { role: "row", class: "head" }, h("span"), ...ks, ...biases);
    this.cells = [...Array(rows).keys()].map((j) => [...w[j], ...b.slice(j, j + 1)].map((value, k) => {
      const id = k < columns ? idOf("nabla_w", l, j + 1, k + 1) : idOf("nabla_b", l, j + 1);
      const element = h("div", { role: "gridcell", "data-id": id, tabindex: j + k ? "-1" : "0", class: k < columns ? "" : "bias" });
      const name = nameOf(parse(id), k < columns ? names.w : names.b);
      return { element, value, name, kink: kinks.includes(id) };
    }));
    this.grid.replaceChildren(head, ...this.cells.map((line, j) => h("div", { role: "row" },
      h("span", { role: "rowheader" }, String(j + 1)), ...line.map(({ element }) => element))));
  }

  /**
   * @param {number} room the width in pixels
   * @param {number} scale
   * @param {number} [tall] the height that its rows share, each at least 18 and at most 34 high
   */
  resize(room, scale, tall = 210) {
    const rows = this.cells.length;
    this.cell = Math.max(12, Math.min(58 * scale, Math.floor((room - NAMES - GAP) / this.cells[0].length) - 1));
    const height = Math.min(34 * scale, Math.max(18, tall / rows));
    const { size, room: characters } = lettering({ width: this.cell, height }, 15 * scale);
    this.characters = this.cell < READABLE ? 0 : characters;
    const sizes = { cell: this.cell, tall: height, number: size };
    for (const [name, pixels] of Object.entries(sizes)) this.grid.style.setProperty(`--${name}`, `${pixels}px`);
  }

  /**
   * Other numbers in its cells, row by row, and which of the cells are at a kink.
   * @param {(number | null)[]} values
   * @param {number[]} kinks
   */
  fill(values, kinks) {
    const marked = new Set(kinks);
    this.cells.flat().forEach((entry, i) => {
      entry.value = values[i];
      entry.kink = marked.has(i);
    });
  }

  draw() {
    const { at_kink: atKink, no_value: noValue, value: plain = "{name} = {value}" } = this.texts;
    for (const { element, value, name, kink } of this.cells.flat()) {
      if (kink) put(element, "data-mark", "◆");
      else element.removeAttribute("data-mark");
      if (value === null) {
        element.removeAttribute("data-whole");
        paint(element, "", "–", "");
        put(element, "aria-label", formatted(noValue, { name }));
        continue;
      }
      const text = short(value);
      const shown = fitting(text, value, this.characters);
      if (shown === text) element.removeAttribute("data-whole");
      else put(element, "data-whole", text); // seen while it is pointed at
      paint(element, this.colourOf(value), shown);
      put(element, "aria-label", formatted(kink ? atKink : plain, { name, value: exact(value) }));
    }
  }

  /**
   * @param {Place | null} pointed
   * @param {Place | null} chosen
   */
  light(pointed, chosen) {
    /** @type {(place: Place | null, j: number, k: number) => boolean} */
    const is = (place, j, k) => place?.j === j + 1 && (place.k ?? this.columns + 1) === k + 1;
    this.cells.forEach((line, j) => line.forEach(({ element }, k) => {
      element.classList.toggle("lit", is(pointed, j, k));
      element.classList.toggle("selected", is(chosen, j, k));
    }));
  }
}
