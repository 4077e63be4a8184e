// An array as a small grid of cells under its name, painted once: a step only uncovers it. The
// numbers stand in the cells while they fit, and else where a cell is pointed at.

import { covers, idOf, nameOf, parse } from "./address.js";
import { lettering, listenToGrid, paint } from "./cells.js";
import { shadeOn } from "./colour.js";
import { formatted, h, put, say } from "./dom.js";
import { keepFocus } from "./keys.js";
import { exact, fitting, short } from "./number.js";

/** @import { Address } from "./types.d.ts" */
/** @import { Stage } from "./stage.js" */

/** @typedef {{ element: HTMLElement, entry: Address, value: number, name: string }} Entry */
/** @typedef {{ scale: string, limit: number, texts: { value: string, unborn?: string } }} Look */

const LETTER = 6; // pixels of a letter of the name
const SHORTEST = 20; // pixels of a cell with a short number in it
const PADDING = 2; // pixels of a cell that its number leaves free
const BEYOND = 8; // pixels that the name may reach beyond the cells

export class ArrayGrid {
  /** @type {Entry[][]} */
  cells = [];
  room = 0; // digits that a cell has room for
  drawn = "";

  /**
   * @param {Stage} stage
   * @param {{ id: string, title: string, values: number[][] }} array a vector has one column, and no k
   * @param {Look} look
   */
  constructor(stage, { id, title, values }, look) {
    this.stage = stage;
    this.id = id;
    this.look = look;
    const { symbol, l } = parse(id);
    const matrix = /^(nabla_)?w$/.test(symbol);
    this.title = h("figcaption", { style: `color: ${stage.colourOf(symbol)}`, "aria-hidden": "true" }, title);
    this.cells = values.map((row, j) => row.map((value, k) => {
      const address = idOf(symbol, l, j + 1, matrix ? k + 1 : null);
      const element = h("div", { role: "gridcell", tabindex: j + k ? "-1" : "0", "data-id": address });
      return { element, entry: parse(address), value, name: nameOf(parse(address), title) };
    }));
    this.grid = h("div", { role: "grid", "aria-label": title, "data-array": id },
      ...this.cells.map((row) => h("div", { role: "row" }, ...row.map(({ element }) => element))));
    listenToGrid(this.grid, () => this.cells, stage);
    this.grid.addEventListener("mousedown", keepFocus);
    this.element = h("figure", { class: "array" }, this.title, this.grid);
  }

  /** @param {{ width: number, height: number }} cell in pixels */
  resize(cell) {
    this.drawn = "";
    const { size, room } = lettering({ ...cell, width: cell.width - PADDING });
    this.room = cell.height < size || cell.width < SHORTEST ? 0 : room;
    this.element.style.setProperty("--wide", `${cell.width}px`);
    this.element.style.setProperty("--high", `${cell.height}px`);
    this.element.style.setProperty("--number", `${size}px`);
    this.title.classList.toggle("unseen", this.cells[0].length * cell.width + BEYOND < this.title.textContent.length * LETTER);
  }

  /**
   * Other numbers for the same cells.
   * @param {number[][]} values
   */
  fill(values) {
    this.cells.forEach((row, j) => row.forEach((cell, k) => (cell.value = values[j][k])));
    this.drawn = "";
  }

  /**
   * @param {"now" | "operand" | "known" | "unborn" | "coming"} state
   */
  draw(state = "known") {
    put(this.grid, "data-state", state);
    const shown = state === "unborn" ? "unborn" : "born";
    if (shown === this.drawn) return;
    this.drawn = shown;
    const { scale, limit, texts } = this.look;
    for (const { element, value, name } of this.cells.flat()) {
      if (shown === "unborn") {
        say(element, "");
        element.removeAttribute("data-whole");
        put(element, "aria-label", formatted(texts.unborn ?? "", { name }));
        continue;
      }
      const text = short(value);
      const fits = fitting(text, value, this.room);
      paint(element, shadeOn(this.stage, scale, limit, value), fits);
      if (fits === text) element.removeAttribute("data-whole");
      else put(element, "data-whole", text);
      put(element, "aria-label", formatted(texts.value, { name, value: exact(value) }));
    }
  }

  /**
   * @param {Address[]} lit
   * @param {Address[]} selected
   * @param {(address: Address, entry: Address) => boolean} is
   */
  light(lit, selected, is = covers) {
    for (const { element, entry } of this.cells.flat()) {
      element.classList.toggle("lit", lit.some((one) => is(one, entry)));
      element.classList.toggle("selected", selected.some((one) => is(one, entry)));
    }
  }
}
