// The board: the heatmaps of the present layer. Plotly draws each figure once; on top of it lies a
// grid of cells with the numbers. A step only uncovers cells and marks them, so nothing is redrawn.
// The cells stand there, in their colours, before plotly.js has arrived: it takes a second to run.

import { covers, parse } from "./address.js";
import { inkOn, shade } from "./colour.js";
import { h, put, say } from "./dom.js";
import { ARROWS, keepFocus } from "./keys.js";
import { exact, fitting } from "./number.js";
import { asked, dressed, plotly } from "./plots.js";

const SIGN = 14; // pixels for a sign between two figures
const GAP = 4;
const rest = window.requestIdleCallback ?? ((act) => setTimeout(act, 50));

export class Board {
  constructor(stage) {
    this.stage = stage;
    this.layers = new Map();
    this.element = h("div", { class: "board" });
  }

  rebuild() {
    const { data } = this.stage;
    if (data.sizes.join() !== this.sizes) {
      this.remove();
      this.sizes = data.sizes.join();
    }
    this.resize();
  }

  resize() {
    for (const layer of this.layers.values()) {
      layer.drawn = false;
      layer.element.removeAttribute("data-drawn");
    }
    this.measure();
    for (const layer of this.layers.values()) this.place(layer);
    this.drawSoon();
  }

  remove() {
    for (const { plot } of [...this.layers.values()].flatMap(({ figures }) => figures)) {
      window.Plotly?.purge(plot);
    }
    this.element.replaceChildren();
    this.layers.clear();
  }

  // One size of cell for all layers, as large as the widest row allows.
  measure() {
    const { rows, figures } = this.stage.data;
    const width = this.stage.element.clientWidth || 640;
    const margin = (figure) => figure.layout.margin.l + figure.layout.margin.r;
    let cell = 76;
    for (const row of Object.values(rows).flatMap(Object.values)) {
      const shown = row.filter((id) => id in figures).map((id) => figures[id]);
      const columns = shown.reduce((sum, figure) => sum + figure.data[0].x.length, 0);
      const fixed = shown.reduce((sum, figure) => sum + margin(figure), 0) +
        (row.length - shown.length) * SIGN + row.length * GAP;
      cell = Math.min(cell, Math.floor((width - fixed) / columns));
    }
    const most = Math.max(...this.stage.data.sizes);
    const widest = Math.floor((width - 18) / most); // the widest matrix fits by itself
    this.cell = {
      width: Math.max(Math.min(36, widest), cell),
      height: Math.max(most > 8 ? 17 : 20, Math.min(most > 4 ? 26 : 37, (width / 680) * (most > 4 ? 22 : 31), window.innerHeight * 0.033)),
    };
    const size = Math.max(9.5, Math.min(18, this.cell.width * 0.29, this.cell.height * 0.5));
    this.room = this.cell.width / (size * 0.47); // characters
    this.element.style.setProperty("--number", `${size}px`);
  }

  layer(l) {
    if (!this.layers.has(l)) {
      const layer = { figures: [], drawn: false, element: h("div", { class: "layer" }) };
      for (const [name, row] of Object.entries(this.stage.data.rows[l])) {
        const line = h("div", { class: "line", "data-row": name, role: "group", "aria-label": `${name}, layer ${l}` });
        for (const id of row) line.append(id in this.stage.data.figures ? this.figure(layer, id) : h("i", {}, id));
        layer.element.append(line);
      }
      this.place(layer);
      this.layers.set(l, layer);
      this.element.append(layer.element);
    }
    return this.layers.get(l);
  }

  figure(layer, id) {
    const { data } = this.stage.data.figures[id];
    const plot = h("div", { class: "plot", "aria-hidden": "true" });
    const grid = h("div", { class: "cells", role: "grid", "data-array": id });
    const cells = data[0].customdata.map((ids, row) => {
      const line = h("div", { role: "row" });
      const made = ids.map((address, column) => {
        const first = row + column === 0;
        const element = h("div", { role: "gridcell", tabindex: first ? "0" : "-1", "data-id": address });
        line.append(element);
        return { element, entry: parse(address), id: address };
      });
      grid.append(line);
      return made;
    });
    this.listen(grid, cells);
    const title = h("b", { class: "title", "aria-hidden": "true" });
    const figure = { id, title, plot, grid, cells };
    layer.figures.push(figure);
    return h("div", { class: "figure" }, title, plot, grid);
  }

  // Room for each figure, and its cells and its name where Plotly's drawing will have them.
  place(layer) {
    for (const { id, title, plot, grid } of layer.figures) {
      const { data: [heat], layout } = this.stage.data.figures[id];
      const { l: left, r: right, t: top, b: bottom } = layout.margin;
      plot.style.width = `${left + right + heat.x.length * this.cell.width}px`;
      plot.style.height = `${top + bottom + heat.y.length * this.cell.height}px`;
      grid.style.inset = `${top}px ${right}px ${bottom}px ${left}px`;
      title.style.left = `${left}px`;
      title.style.color = this.stage.colours[parse(id).symbol];
      say(title, layout.title.text);
    }
  }

  listen(grid, cells) {
    const { stage } = this;
    const idOf = (event) => event.target.dataset.id ?? "";
    grid.addEventListener("pointerover", (event) => stage.light(idOf(event)));
    grid.addEventListener("pointerleave", () => stage.light(""));
    grid.addEventListener("mousedown", keepFocus);
    grid.addEventListener("click", (event) => idOf(event) && stage.select(idOf(event)));
    grid.addEventListener("focusin", (event) => stage.light(idOf(event)));
    grid.addEventListener("focusout", () => stage.light(""));
    grid.addEventListener("keydown", (event) => {
      const row = cells.findIndex((line) => line.some(({ element }) => element === event.target));
      const column = cells[row].findIndex(({ element }) => element === event.target);
      const [right, down] = ARROWS[event.key] ?? [0, 0];
      if (event.key === "Enter" || event.key === " ") stage.select(idOf(event));
      else if (!down && !right) return;
      event.preventDefault();
      const next = cells[row + down]?.[column + right]?.element;
      if (!next || next === event.target) return;
      put(event.target, "tabindex", "-1");
      put(next, "tabindex", "0");
      next.focus();
    });
  }

  // The present layer at once, the others when the browser has time.
  drawSoon() {
    const { data } = this.stage;
    const begin = async (Plotly) => {
      await this.draw(Plotly, this.stage.now.l);
      const others = () => {
        if (this.stage.data !== data || !this.element.isConnected) return;
        const l = Object.keys(data.rows).map(Number).find((one) => !this.layers.get(one)?.drawn);
        if (l) this.draw(Plotly, l).then(() => rest(others));
      };
      rest(others);
    };
    const load = () => plotly(data.plotly).then(begin, () =>
      put(this.element, "data-error", "The pictures could not be loaded. Reload the page."));
    if (asked()) load();
    else rest(load); // what is there already is painted first
  }

  async draw(Plotly, l) {
    const layer = this.layer(l);
    if (layer.drawn) return;
    layer.drawn = true;
    this.show();
    for (const figure of layer.figures) {
      if (this.layers.get(l) !== layer || !layer.drawn) return; // overtaken by new data
      const { data, layout } = dressed(this.stage, figure.id, this.cell);
      await Plotly.react(figure.plot, data, layout, { staticPlot: true });
    }
    if (layer.drawn) put(layer.element, "data-drawn", "true");
  }

  show() {
    for (const [l, { element }] of this.layers) element.hidden = l !== this.stage.now.l;
  }

  update() {
    const { stage } = this;
    const layer = this.layer(stage.now.l);
    this.show();
    if (!layer.drawn) this.drawSoon();
    put(layer.element, "data-first", stage.backward ? "Backward" : "Forward");
    for (const { id, cells, grid } of layer.figures) {
      put(grid, "aria-label", stage.data.figures[id].layout.title.text);
      put(grid, "data-state", stage.stateOf(parse(id)));
      for (const { element, entry } of cells.flat()) {
        const state = stage.stateOf(entry);
        const { value, text, name } = stage.number(entry);
        const hidden = state === "unborn";
        put(element, "data-state", state);
        say(element, hidden ? "" : fitting(text, value, this.room));
        const colour = shade(stage, entry.symbol, value);
        element.style.setProperty("--shade", colour);
        element.style.color = hidden ? "" : inkOn(colour);
        put(element, "aria-label", `${name} ${hidden ? "not computed yet" : `= ${exact(value)}`}`);
      }
    }
    this.light();
  }

  light() {
    const { stage } = this;
    const layer = this.layers.get(stage.now.l);
    const [lit, selected] = stage.marked;
    for (const { element, entry } of layer.figures.flatMap(({ cells }) => cells.flat())) {
      element.classList.toggle("lit", Boolean(lit && covers(lit, entry)));
      element.classList.toggle("selected", Boolean(selected && covers(selected, entry)));
    }
  }
}
