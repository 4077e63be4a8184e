// One array as a grid of cells, or its transpose: the same numbers under the same addresses.

import { covers, parse } from "../../browser/address.js";
import { lettering, listenToGrid, paint } from "../../browser/cells.js";
import { shade } from "../../browser/colour.js";
import { h, put } from "../../browser/dom.js";
import { keepFocus } from "../../browser/keys.js";
import { allFitting, exact } from "../../browser/number.js";

/** @import { Address } from "../../browser/types.d.ts" */
/** @import { Stage } from "../../browser/stage.js" */
/** @import { ArrayItem } from "./arrays.js" */

/** @typedef {{ element: HTMLElement, entry: Address }} NumberCell */

export class ArrayGrid {
  placed = ""; // the size of its cells

  /**
   * @param {Stage} stage
   * @param {ArrayItem} item
   */
  constructor(stage, { id, title, shape, turned }) {
    this.stage = stage;
    this.whole = parse(id);
    const rows = stage.figures[id].cells;
    const ids = turned ? rows[0].map((_, k) => rows.map((row) => row[k])) : rows;
    /** @type {NumberCell[][]} */
    this.cells = ids.map((row, j) => row.map((address, k) => ({
      entry: parse(address),
      element: h("div", { role: "gridcell", tabindex: j + k ? "-1" : "0", "data-id": address }),
    })));
    this.columns = ids[0].length;
    this.grid = h("div", { role: "grid", "aria-label": `${title}, ${shape}` },
      ...this.cells.map((row) => h("div", { role: "row" }, ...row.map(({ element }) => element))));
    this.grid.addEventListener("mousedown", keepFocus);
    listenToGrid(this.grid, () => this.cells, stage);
    const name = h("b", { style: `color: ${stage.colourOf(this.whole.symbol)}` }, title);
    this.element = h("figure", {}, h("figcaption", {}, name), this.grid, h("small", {}, shape));
  }

  /**
   * The cells in this size, with their numbers where all have room.
   * @param {{ width: number, height: number }} cell
   */
  place(cell) {
    const { size, room } = lettering(cell);
    const placed = `${cell.width} ${cell.height}`;
    if (placed === this.placed) return;
    this.placed = placed;
    const { style } = this.grid;
    style.setProperty("--cell", `${cell.width}px`);
    style.setProperty("--tall", `${cell.height}px`);
    style.setProperty("--number", `${size}px`);
    const { stage } = this;
    const cells = this.cells.flat();
    const numbers = cells.map(({ entry }) => stage.number(entry));
    const fits = allFitting(numbers, room);
    cells.forEach(({ element, entry }, i) => {
      const { value, text, name } = numbers[i];
      paint(element, shade(stage, entry.symbol, value), fits[i]);
      if (fits[i] === text) element.removeAttribute("data-whole");
      else put(element, "data-whole", text); // seen while it is pointed at
      put(element, "aria-label", `${name} = ${exact(value)}`);
    });
  }

  update() {
    put(this.grid, "data-state", this.stage.stateOf(this.whole));
  }

  light() {
    const { lit } = this.stage.marked;
    for (const { element, entry } of this.cells.flat()) {
      element.classList.toggle("lit", lit.some((one) => covers(one, entry)));
    }
  }
}
