// Exhibits: rows of heatmaps with signs and short notes between them, all in view at once.
// A row is {label, items}; an item is the id of a figure, a sign, or {note}. What is too wide for its
// numbers goes on in the next line, which begins with its sign.

import { h } from "./dom.js";
import { lettering, widthOf } from "./cells.js";
import { extent, Heatmap } from "./heatmap.js";
import { drawn } from "./plots.js";

const SIGN = 26;
const GAP = 6;
const CLOSES = /^[)ᵀ]/; // a sign that stays with what is before it

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
    const key = JSON.stringify(part.rows.map(({ label, items }) => [label, items.map(shape)]));
    if (key !== this.key) this.build();
    this.key = key;
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

  // The items in groups that are not parted: each figure with the signs before it.
  signed(items) {
    const { figures } = this.stage.data;
    const isSign = (item) => typeof item === "string" && !(item in figures);
    const closes = (item) => isSign(item) && CLOSES.test(item);
    const leads = (item) => isSign(item) && !CLOSES.test(item);
    const groups = [];
    items.forEach((item, n) => {
      if (n === 0 || !(closes(item) || leads(items[n - 1]))) groups.push([]);
      groups.at(-1).push(item);
    });
    return groups;
  }

  item(item) {
    if (item.note) return h("p", { class: "note" }, item.note);
    if (!(item in this.stage.data.figures)) return h("i", {}, item);
    const figure = new Heatmap(this.stage, item);
    this.figures.push(figure);
    return figure.element;
  }

  // One size of cell for all rows, as large as the widest has room for; below ``least``, or what the
  // longest number needs, the rows are broken into lines, but the widest matrix still fits into one.
  resize() {
    const { width, data: { figures } } = this.stage;
    const every = this.part.rows.map(({ items }) => items.filter((item) => typeof item === "string"));
    const texts = every.flat().flatMap((id) => figures[id]?.data[0].text.flat() ?? []);
    const { widest, high, least = Math.max(16, ...texts.map(widthOf)) } = this.part;
    let [cell, whole] = [widest, widest];
    for (const ids of every) {
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

  draw() {
    const { figures, stage: { data } } = this;
    const present = () => this.figures === figures && this.stage.data === data;
    return drawn(this.element, data.plotly, present, async (Plotly) => {
      for (const figure of figures) if (present()) await figure.draw(Plotly, this.cell);
    });
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
