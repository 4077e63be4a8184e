// The board: the heatmaps of the present layer, in two rows that read like the equations.

import { h, put } from "./dom.js";
import { lettering } from "./cells.js";
import { extent, Heatmap } from "./heatmap.js";
import { drawInTurn, idle } from "./in_turn.js";
import { asked, failed, plotly, whenIdle } from "./plots.js";

/** @import { Part, PlotlyLibrary } from "./types.d.ts" */
/** @import { Stage } from "./stage.js" */

/** @typedef {{ figures: Heatmap[], element: HTMLElement }} Layer */

const SIGN = 14; // pixels for a sign between two figures
const GAP = 4;

/** @implements {Part} */
export default class Board {
  /** @type {Map<number, Layer>} */
  layers = new Map();
  shape = ""; // of all layers together
  cell = { width: 0, height: 0 };
  room = 0;
  turn = {}; // the last time that it began to be drawn

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.element = h("div", { class: "board" });
  }

  rebuild() {
    const { sizes, rows } = this.stage.data;
    const shape = JSON.stringify([sizes, rows]);
    if (shape !== this.shape) this.remove();
    this.shape = shape;
    this.resize();
  }

  resize() {
    this.measure();
    for (const layer of this.layers.values()) this.place(layer);
    this.drawSoon();
  }

  remove() {
    for (const layer of this.layers.values()) layer.figures.forEach((figure) => figure.remove());
    this.element.replaceChildren();
    this.layers.clear();
  }

  // One size of cell for all layers, as large as the widest row allows.
  measure() {
    const { width, height, figures, data: { rows, sizes } } = this.stage;
    let cell = 76;
    for (const row of Object.values(rows).flatMap(Object.values)) {
      const { columns, fixed } = extent(row, figures, SIGN, GAP);
      cell = Math.min(cell, Math.floor((width - fixed) / columns));
    }
    const most = Math.max(...sizes);
    const widest = Math.floor((width - 18) / most); // the widest matrix fits by itself
    this.cell = {
      width: Math.max(Math.min(36, widest), cell),
      height: Math.max(most > 8 ? 17 : 20, Math.min(most > 4 ? 26 : 37, (width / 680) * (most > 4 ? 22 : 31), height * 0.033)),
    };
    const { size, room } = lettering(this.cell);
    this.room = room;
    this.element.style.setProperty("--number", `${size}px`);
  }

  /** @param {number} l */
  layer(l) {
    let layer = this.layers.get(l);
    if (!layer) {
      layer = { figures: [], element: h("div", { class: "layer" }) };
      for (const [name, row] of Object.entries(this.stage.data.rows[l])) {
        const line = h("div", { class: "line", "data-row": name, role: "group", "aria-label": `${name}, layer ${l}` });
        for (const id of row) line.append(id in this.stage.figures ? this.figure(layer, id) : h("i", {}, id));
        layer.element.append(line);
      }
      this.place(layer);
      this.layers.set(l, layer);
      this.element.append(layer.element);
    }
    return layer;
  }

  /**
   * @param {Layer} layer
   * @param {string} id
   */
  figure(layer, id) {
    const figure = new Heatmap(this.stage, id);
    layer.figures.push(figure);
    return figure.element;
  }

  /** @param {Layer} layer */
  place(layer) {
    for (const figure of layer.figures) figure.place(this.cell);
  }

  // The present layer first. Of the others those without a picture, when the browser has time: old
  // numbers in a picture wait until its layer is seen.
  drawSoon() {
    for (const { element, figures } of this.layers.values()) {
      if (!figures.every((figure) => figure.isDrawn(this.cell))) element.removeAttribute("data-drawn");
    }
    const { data } = this.stage;
    const turn = (this.turn = {});
    const present = () => this.turn === turn && this.stage.data === data; // not overtaken, nor gone
    const load = () => plotly(data.plotly).then((Plotly) => this.draw(Plotly, present)).catch(() => failed(this.element));
    if (asked()) load();
    else whenIdle(load); // what is there already is painted first
  }

  /**
   * @param {PlotlyLibrary} Plotly
   * @param {() => boolean} present
   */
  async draw(Plotly, present) {
    const { now, data: { rows } } = this.stage;
    for (const l of [now.l, ...Object.keys(rows).map(Number).filter((one) => one !== now.l)]) {
      if (!this.layers.has(l)) await idle();
      if (!present()) return;
      const { figures, element } = this.layer(l);
      this.show();
      if (l !== now.l && figures.every((figure) => figure.hasPicture(this.cell))) continue;
      if (await drawInTurn(Plotly, figures, this.cell, present, l === now.l)) put(element, "data-drawn", "true");
    }
  }

  show() {
    for (const [l, { element }] of this.layers) element.hidden = l !== this.stage.now.l;
  }

  update() {
    const { stage } = this;
    const layer = this.layer(stage.now.l);
    this.show();
    if (!layer.element.hasAttribute("data-drawn")) this.drawSoon();
    put(layer.element, "data-first", stage.backward ? "Backward" : "Forward");
    for (const figure of layer.figures) figure.update(this.room);
    this.light();
  }

  light() {
    // Where its layers go while a cell has the focus, it hears that the cell has lost it.
    for (const figure of this.layers.get(this.stage.now.l)?.figures ?? []) figure.light();
  }
}
