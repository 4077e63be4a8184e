// Exhibits: rows of heatmaps with signs and short notes between them, all in view at once.
// A row is {label, items, scrolls}; an item is the id of a figure, a sign, or {note}. What is too wide
// goes on in the next line, or sideways where the row scrolls.

import { h, put } from "./dom.js";
import { lettering } from "./cells.js";
import { extent, Heatmap } from "./heatmap.js";
import { plotly } from "./plots.js";

const SIGN = 26;
const GAP = 6;

export class Exhibits {
  constructor(stage, part) {
    this.stage = stage;
    this.part = part;
    this.element = h("div", { class: "exhibits" });
    this.figures = [];
  }

  rebuild(part) {
    this.part = part;
    const { figures } = this.stage.data;
    const shape = (item) => (item in figures ? [item, figures[item].data[0].customdata] : item);
    const key = JSON.stringify(part.rows.map(({ label, items, scrolls }) => [label, items.map(shape), scrolls]));
    if (key !== this.key) this.build();
    this.key = key;
    this.resize();
  }

  build() {
    this.remove();
    this.element.replaceChildren(...this.part.rows.map(({ label, items, scrolls }) => {
      const line = h("div", { class: scrolls ? "line scrolls" : "line", role: "group", "aria-label": label });
      for (const item of items) line.append(this.item(item));
      const row = h("div", { class: "exhibit" });
      if (label) row.append(h("span", { class: "label" }, label));
      row.append(line);
      return row;
    }));
  }

  item(item) {
    if (item.note) return h("p", { class: "note" }, item.note);
    if (!(item in this.stage.data.figures)) return h("i", {}, item);
    const figure = new Heatmap(this.stage, item);
    this.figures.push(figure);
    return figure.element;
  }

  // One size of cell for all rows, as large as the widest has room for; below ``least`` the rows are
  // broken into lines, but the widest matrix still fits into one.
  resize() {
    const { figures } = this.stage.data;
    const width = this.stage.element.clientWidth || 640;
    const { widest = 72, least = 16, high = 30 } = this.part;
    let [cell, whole] = [widest, widest];
    for (const { items } of this.part.rows) {
      const ids = items.filter((item) => typeof item === "string");
      const { columns, fixed } = extent(ids, figures, SIGN, GAP);
      if (columns) cell = Math.min(cell, Math.floor((width - fixed) / columns));
      for (const id of ids) {
        const alone = extent([id], figures, SIGN, GAP);
        if (alone.columns) whole = Math.min(whole, Math.floor((width - alone.fixed) / alone.columns));
      }
    }
    this.cell = { width: Math.max(Math.min(least, whole), cell), height: high };
    const { size, room } = lettering(this.cell);
    this.room = room;
    this.element.style.setProperty("--number", `${size}px`);
    for (const figure of this.figures) {
      figure.place(this.cell);
      const { title, plot, element } = figure; // a long name keeps the next figure away
      const beyond = title.offsetLeft + title.offsetWidth - plot.offsetWidth;
      element.style.marginRight = `${Math.max(0, beyond)}px`;
    }
    this.draw();
  }

  async draw() {
    const { figures, stage: { data } } = this;
    this.element.removeAttribute("data-drawn");
    try {
      const Plotly = await plotly(data.plotly);
      for (const figure of figures) {
        if (this.figures !== figures || this.stage.data !== data) return; // overtaken
        await figure.draw(Plotly, this.cell);
      }
      put(this.element, "data-drawn", "true");
    } catch {
      put(this.element, "data-error", "The pictures could not be loaded. Reload the page.");
    }
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
