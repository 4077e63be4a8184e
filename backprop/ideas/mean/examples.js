// The table of examples: a row for each, with x, y, the outputs and the cost as heat cells, and the
// mean cost below. A row that is pressed becomes the lesson's example.

import { lettering, paint } from "../../browser/cells.js";
import { shadeOn } from "../../browser/colour.js";
import { formatted, h, put, say, scaleOf } from "../../browser/dom.js";
import { keepFocus } from "../../browser/keys.js";
import { exact, fitting, short } from "../../browser/number.js";

/** @import { Part, PartData } from "../../browser/types.d.ts" */
/** @import { Stage } from "../../browser/stage.js" */

/** @typedef {{ symbol: "x" | "y" | "a" | "C", names: string[], scale: string, limit: number }} Group of columns */
/** @typedef {{ values: Record<string, number[]>, refused: string }} Row */
/** @typedef {(make: (group: Group) => Node[]) => Node[]} Gaps puts a gap before the cells of each group */
/** @typedef {"numbers" | "row" | "cell" | "left_out" | "mean" | "mean_cell"} Said */
/**
 * @typedef {PartData & {
 *   groups: Group[],
 *   rows: Row[],
 *   present: number | null,
 *   mean: number,
 *   texts: Record<Said, string>,
 * }} ExamplesData
 */

const WIDEST = 62;
const TALL = 27;
const LEAST = 38; // pixels of a cell, below which the table is scrolled sideways
const COST = 48; // pixels of the cost, at least
const NAMES = 46; // pixels for the names of the rows
const GAP = 8;

/** @implements {Part} */
export default class Examples {
  /** @type {ExamplesData} */
  part;
  /** @type {{ element: HTMLElement, group: Group, value: number | null, name: string }[]} */
  cells = [];
  scale = 1;
  width = WIDEST;

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.head = h("thead");
    this.body = h("tbody");
    this.foot = h("tfoot");
    const table = h("table", {}, this.head, this.body, this.foot);
    this.element = h("div", { class: "examples" }, table);
    this.element.addEventListener("scroll", () => this.tellMore());
    this.body.addEventListener("mousedown", keepFocus);
    this.body.addEventListener("click", (event) => {
      const row = event.target instanceof Element && event.target.closest("tr")?.dataset.row;
      if (row) stage.trigger("row", Number(row));
    });
  }

  /** @param {ExamplesData} part */
  rebuild(part) {
    this.part = part;
    const { groups, rows, mean, texts } = part;
    this.cells = [];
    /** @type {Gaps} */
    const gaps = (make) => groups.flatMap((group) => [h("td", { class: "gap" }), ...make(group)]);
    this.head.replaceChildren(h("tr", {}, h("th", { "aria-label": texts.numbers }), ...gaps(({ names, symbol }) =>
      names.map((name) => h("th", { scope: "col", class: `of-${symbol}` }, name)))));
    this.body.replaceChildren(...rows.map((row, i) => this.row(row, i, gaps)));
    const before = groups.slice(0, -1).reduce((sum, { names }) => sum + names.length + 1, 1);
    this.foot.hidden = rows.length < 2;
    this.foot.replaceChildren(h("tr", {}, h("th", { scope: "row", colspan: String(before) }, h("span", {}, texts.mean)), h("td", { class: "gap" }),
      this.cell(groups[groups.length - 1], mean, texts.mean_cell)));
    this.resize();
  }

  /**
   * @param {Row} row
   * @param {number} i
   * @param {Gaps} gaps
   */
  row({ values, refused }, i, gaps) {
    const { texts } = this.part;
    const present = i === this.part.present;
    const number = i + 1;
    const button = h("button", { type: "button", "aria-label": formatted(texts.row, { number }) }, String(number));
    if (present) put(button, "aria-current", "true");
    const row = h("tr", { "data-row": String(i), class: present ? "present" : "" }, h("th", { scope: "row" }, button));
    row.append(...gaps((group) => group.names.map((name, n) =>
      this.cell(group, values[group.symbol]?.[n] ?? null, formatted(texts.cell, { name, number })))));
    if (refused) put(row, "title", refused);
    row.classList.toggle("refused", Boolean(refused));
    return row;
  }

  /**
   * @param {Group} group
   * @param {number | null} value
   * @param {string} name
   */
  cell(group, value, name) {
    const element = h("td", { "data-of": group.symbol });
    this.cells.push({ element, group, value, name });
    return element;
  }

  // Cells as wide as there is room for.
  resize() {
    const { part: { groups }, stage: { width } } = this;
    this.scale = scaleOf(width);
    const columns = groups.reduce((sum, { names }) => sum + names.length, 0);
    const room = width - NAMES - groups.length * GAP - columns - 8;
    const even = Math.floor(room / columns);
    const beside = Math.floor((room - COST) / (columns - 1)); // for all but the cost
    this.width = Math.max(LEAST, Math.min(WIDEST * this.scale, even < COST ? beside : even));
    this.element.style.setProperty("--cell", `${this.width}px`);
    this.element.style.setProperty("--tall", `${TALL * this.scale}px`);
    this.element.style.setProperty("--cost", `${Math.max(COST, this.width)}px`);
  }

  // The cost stays in sight; where outputs are hidden below it, its edge says so.
  tellMore() {
    const { scrollLeft, clientWidth, scrollWidth } = this.element;
    this.element.toggleAttribute("data-more", scrollLeft + clientWidth < scrollWidth - 1);
  }

  update() {
    const { stage } = this;
    put(this.element, "data-drawn", "true");
    for (const { element, group, value, name } of this.cells) {
      if (value === null) {
        say(element, "–");
        put(element, "aria-label", formatted(this.part.texts.left_out, { name }));
        continue;
      }
      const width = group.symbol === "C" ? Math.max(COST, this.width) : this.width;
      const { size, room } = lettering({ width, height: TALL * this.scale }, 14.5 * this.scale);
      element.style.fontSize = `${size}px`;
      paint(element, shadeOn(stage, group.scale, group.limit, value), fitting(short(value), value, room));
      put(element, "title", `${name} = ${exact(value)}`);
    }
    this.tellMore();
  }
}
