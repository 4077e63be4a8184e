// A gradient as a large heatmap with its numbers: a column for each weight k and one for the bias.

import { idOf, nameOf, parse } from "../../browser/address.js";
import { lettering, listenToGrid, paint } from "../../browser/cells.js";
import { shadeOn } from "../../browser/colour.js";
import { formatted, h, put, say } from "../../browser/dom.js";
import { exact, fitting, short } from "../../browser/number.js";

/** @import { Stage } from "../../browser/stage.js" */
/** @import { GradientsData, Gradient, Place } from "./gradients.js" */

/** @typedef {{ element: HTMLElement, value: number | null, name: string, kink: boolean }} Entry */

const NAMES = 18; // pixels for the number of a row
const GAP = 8;
const READABLE = 28; // pixels of a cell with a number in it

export class Matrix {
  /** @type {Entry[][]} */
  cells = [];
  /** @type {GradientsData["texts"]} */
  texts;
  limit = 1;
  columns = 1;
  cell = READABLE;
  characters = 0; // that a cell has room for

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.title = h("figcaption");
    this.grid = h("div", { class: "matrix", role: "grid" });
    this.element = h("figure", {}, this.title, this.grid);
    listenToGrid(this.grid, () => this.cells, stage);
  }

  /**
   * @param {GradientsData} part
   * @param {Gradient & { title: string, kinks?: string[] }} shown
   */
  rebuild({ l, rows, columns, limit, names, texts }, { title, w, b, kinks = [] }) {
    this.limit = limit;
    this.texts = texts;
    this.columns = columns;
    say(this.title, title);
    put(this.grid, "aria-label", title);
    const ks = [...Array(columns).keys()].map((k) => h("span", { role: "columnheader" }, String(k + 1)));
    const head = h("div", { role: "row", class: "head" }, h("span"), ...ks,
      h("span", { role: "columnheader", class: "bias" }, "b"));
    this.cells = [...Array(rows).keys()].map((j) => [...w[j], b[j]].map((value, k) => {
      const id = k < columns ? idOf("nabla_w", l, j + 1, k + 1) : idOf("nabla_b", l, j + 1);
      const element = h("div", { role: "gridcell", "data-id": id, tabindex: j + k ? "-1" : "0", class: k < columns ? "" : "bias" });
      const name = nameOf(parse(id), k < columns ? names.w : names.b);
      const kink = kinks.includes(id);
      if (kink) put(element, "data-mark", "◆");
      return { element, value, name, kink };
    }));
    this.grid.replaceChildren(head, ...this.cells.map((line, j) => h("div", { role: "row" },
      h("span", { role: "rowheader" }, String(j + 1)), ...line.map(({ element }) => element))));
  }

  /**
   * @param {number} room
   * @param {number} scale
   */
  resize(room, scale) {
    const rows = this.cells.length;
    this.cell = Math.max(12, Math.min(58 * scale, Math.floor((room - NAMES - GAP) / (this.columns + 1)) - 1));
    const height = Math.min(34 * scale, Math.max(18, 210 / rows));
    const { size, room: characters } = lettering({ width: this.cell, height }, 15 * scale);
    this.characters = this.cell < READABLE ? 0 : characters;
    const sizes = { cell: this.cell, tall: height, number: size };
    for (const [name, pixels] of Object.entries(sizes)) this.grid.style.setProperty(`--${name}`, `${pixels}px`);
  }

  draw() {
    for (const { element, value, name, kink } of this.cells.flat()) {
      if (value === null) {
        say(element, "–");
        put(element, "aria-label", formatted(this.texts.no_value, { name }));
        continue;
      }
      const colour = shadeOn(this.stage, "signed", this.limit, value);
      paint(element, colour, fitting(short(value), value, this.characters));
      const said = kink ? formatted(this.texts.at_kink, { name, value: exact(value) }) : `${name} = ${exact(value)}`;
      put(element, "aria-label", said);
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
