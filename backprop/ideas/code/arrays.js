// The arrays of the present line in the order of its code, each with its shape: what the line
// computes and what it uses. A click on a number leads to the line that made it.

import { h, put, scaleOf } from "../../browser/dom.js";
import { ArrayGrid } from "./array_grid.js";

/** @import { Part, PartData } from "../../browser/types.d.ts" */
/** @import { Stage } from "../../browser/stage.js" */

/** @typedef {{ id: string, title: string, shape: string, turned: boolean }} ArrayItem */
/** @typedef {PartData & { rows: (string | ArrayItem)[][], label: string }} ArraysData */

const WIDEST = 60;
const GAP = 8;
const LETTER = 9; // pixels of a letter of a sign
const TALL = 112; // pixels that the rows of an array share
const MOST_LARGER = 1.25;

/** @implements {Part} */
export default class Arrays {
  /** @type {ArraysData} */
  part;
  /** @type {ArrayGrid[]} */
  grids = []; // of the present line
  /** @type {Map<string, ArrayGrid>} */
  known = new Map();
  step = 0;

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.element = h("div", { class: "arrays", role: "group" });
  }

  /** @param {ArraysData} part */
  rebuild(part) {
    this.part = part;
    this.step = 0;
    this.known.clear();
    put(this.element, "aria-label", part.label);
  }

  resize() {
    this.step = 0;
  }

  update() {
    if (this.step !== this.stage.step) this.build();
    for (const grid of this.grids) grid.update();
    this.light();
  }

  build() {
    this.step = this.stage.step;
    const row = this.part.rows[this.step - 1];
    this.grids = [];
    this.element.replaceChildren(...row.map((item) => {
      if (typeof item === "string") return h("i", {}, item);
      const grid = this.known.get(item.title) ?? new ArrayGrid(this.stage, item);
      this.known.set(item.title, grid);
      this.grids.push(grid);
      return grid.element;
    }));
    this.measure(row);
  }

  /** @param {(string | ArrayItem)[]} row */
  measure(row) {
    const { stage: { width, data: { sizes } }, grids, element } = this;
    const columns = grids.reduce((sum, grid) => sum + grid.columns, 0);
    const signs = row.filter((item) => typeof item === "string").join("").length;
    const room = width - signs * LETTER - row.length * GAP;
    const most = Math.max(...sizes);
    const larger = Math.min(MOST_LARGER, scaleOf(width));
    const height = larger * Math.max(15, Math.min(30, TALL / most));
    const cell = { width: Math.max(12, Math.min(WIDEST * larger, Math.floor(room / columns))), height };
    for (const grid of grids) grid.place(cell);
    element.style.setProperty("--room", `${most * height}px`); // nothing below moves with the steps
  }

  light() {
    for (const grid of this.grids) grid.light();
  }
}
