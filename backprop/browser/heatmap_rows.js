// Rows of heatmaps with signs and short notes between them, all in view at once.
// A row is {label, items}; an item is the id of a figure, a sign, or {note}. What is too wide for its
// numbers goes on in the next line, which begins with its sign.

import { h } from "./dom.js";
import { lettering, widthOf } from "./cells.js";
import { extent, Heatmap } from "./heatmap.js";
import { drawInTurn } from "./in_turn.js";
import { drawn } from "./plots.js";

/** @import { Part, PartData } from "./types.d.ts" */
/** @import { Stage } from "./stage.js" */

/** @typedef {string | { note: string }} Item */
/**
 * @typedef {PartData & {
 *   rows: { label: string, items: Item[] }[],
 *   widest: number,
 *   high: number,
 *   least?: number,
 *   exact?: boolean,
 * }} RowsData
 */

const SIGN = 26;
const GAP = 6;
const USUAL = 900; // pixels of a window for which Python has chosen the height of a cell
const CLOSES = /^[)ᵀ]/; // a sign that stays with what is before it

/** @implements {Part} */
export class HeatmapRows {
  /** @type {RowsData} */
  part;
  /** @type {Heatmap[]} */
  figures = [];
  cell = { width: 0, height: 0 };
  room = 0;
  shapes = "";

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.element = h("div", { class: "exhibits" });
  }

  /** @param {RowsData} part */
  rebuild(part) {
    this.part = part;
    const { figures } = this.stage;
    /** @param {Item} item */
    const shape = (item) => (typeof item === "string" && item in figures ? [item, figures[item].shape] : item);
    const shapes = JSON.stringify(part.rows.map(({ label, items }) => [label, items.map(shape)]));
    if (shapes !== this.shapes) this.build();
    this.shapes = shapes;
    this.resize();
  }

  build() {
    this.remove();
    this.element.replaceChildren(...this.part.rows.map(({ label, items }) => {
      const line = h("div", { class: "line", role: "group", "aria-label": label });
      for (const together of this.signed(items)) line.append(h("div", { class: "signed" }, ...together.map((item) => this.item(item))));
      const row = h("div", { class: "exhibit" });
      if (label) row.append(h("span", { class: "label" }, label));
      row.append(line);
      return row;
    }));
  }

  /**
   * The items in groups that are not parted: each figure with the signs before it.
   * @param {Item[]} items
   */
  signed(items) {
    const { figures } = this.stage;
    /** @param {Item} item */
    const isSign = (item) => typeof item === "string" && !(item in figures);
    /** @param {Item} item */
    const closes = (item) => isSign(item) && CLOSES.test(String(item));
    /** @param {Item} item */
    const leads = (item) => isSign(item) && !closes(item);
    /** @type {Item[][]} */
    const groups = [];
    items.forEach((item, n) => {
      if (n > 0 && (closes(item) || leads(items[n - 1]))) groups[groups.length - 1].push(item);
      else groups.push([item]);
    });
    return groups;
  }

  /** @param {Item} item */
  item(item) {
    if (typeof item === "object") return h("p", { class: "note" }, item.note);
    if (!(item in this.stage.figures)) return h("i", {}, item);
    const figure = new Heatmap(this.stage, item);
    this.figures.push(figure);
    return figure.element;
  }

  // One size of cell for all rows, as large as the widest has room for; below ``least``, or what the
  // longest number needs, the rows are broken into lines, but the widest matrix still fits into one.
  resize() {
    const { width, height, figures } = this.stage;
    const every = this.part.rows.map(({ items }) => items.flatMap((item) => (typeof item === "string" ? [item] : [])));
    const texts = every.flat().flatMap((id) => figures[id]?.texts ?? []);
    const { widest, high, least = Math.max(16, ...texts.map(widthOf)), exact } = this.part;
    const share = exact ? 1 : Math.min(1.2, Math.max(0.8, height / USUAL));
    let [cell, whole] = Array(2).fill(widest * Math.max(1, share));
    for (const ids of every) {
      const { columns, fixed } = extent(ids, figures, SIGN, GAP);
      if (columns) cell = Math.min(cell, Math.floor((width - fixed) / columns));
      for (const id of ids) {
        const alone = extent([id], figures, SIGN, GAP);
        if (alone.columns) whole = Math.min(whole, Math.floor((width - alone.fixed) / alone.columns));
      }
    }
    this.cell = { width: Math.max(Math.min(least, whole), cell), height: Math.max(Math.min(16, high), Math.round(high * share)) };
    const { size, room } = lettering(this.cell);
    this.room = room;
    this.element.style.setProperty("--number", `${size}px`);
    this.keepApart(this.figures.filter((figure) => figure.place(this.cell)));
    this.draw();
  }

  // A long name keeps the next figure away: all are measured before one is moved.
  /** @param {Heatmap[]} figures */
  keepApart(figures) {
    const beyond = figures.map(({ title, plot }) => title.offsetLeft + title.offsetWidth - plot.offsetWidth);
    figures.forEach(({ element }, i) => (element.style.marginRight = `${Math.max(0, beyond[i])}px`));
  }

  draw() {
    const { figures, stage: { data } } = this;
    const present = () => this.figures === figures && this.stage.data === data;
    return drawn(this.element, data.plotly, present, (Plotly) => drawInTurn(Plotly, figures, this.cell, present));
  }

  update() {
    for (const figure of this.figures) figure.update(this.room);
    this.light();
  }

  light() {
    for (const figure of this.figures) figure.light();
  }

  remove() {
    for (const figure of this.figures) figure.remove();
    this.figures = [];
  }
}
