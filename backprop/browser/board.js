// The board: the heatmaps of the present layer, in two rows that read like the equations. Where the
// window has no room for both it shows the row of the present step.

import { cellOfLayers, cellOfSteps, cellOnWall, heightsOf, leastOf } from "./board_sizes.js";
import { h, put, say } from "./dom.js";
import { lettering } from "./cells.js";
import { Heatmap } from "./heatmap.js";
import { drawInTurn, idle } from "./in_turn.js";
import { asked, failed, plotly, whenIdle } from "./plots.js";
import { leastNumber, zoomOf } from "./wall.js";

/** @import { Flexible, PartData, PlotlyLibrary } from "./types.d.ts" */
/** @import { Rows } from "./board_sizes.js" */
/** @import { Stage } from "./stage.js" */

/** @typedef {PartData & { steps?: Rows, layers?: Record<string, string> }} BoardData by layer the rows of its steps, and its name */
/** @typedef {{ l: number, figures: Heatmap[], element: HTMLElement }} Layer what is seen at a time: all of a layer, or a row of it */

const HEADING = 20; // pixels
const LARGEST = 64; // of a number on a wall

/** @implements {Flexible} */
export default class Board {
  /** @type {BoardData} */
  part;
  /** @type {Map<string, Layer>} */
  layers = new Map();
  shape = ""; // of all layers together
  /** @type {import("./heatmap.js").Size} */
  cell = { width: 0, height: 0 };
  turn = {}; // the last time that it began to be drawn
  letters = { size: 0, room: 0 };
  high = 0; // pixels that it was given
  byStep = false; // one row at a time
  shown = 0; // the layer that is seen

  /**
   * @param {Stage} stage
   * @param {BoardData} part
   */
  constructor(stage, part) {
    this.stage = stage;
    this.part = part;
    this.flexible = Boolean(part.steps);
    this.heading = h("div", { class: "heading" });
    this.element = h("div", { class: "board" });
  }

  /** @param {BoardData} part */
  rebuild(part) {
    this.part = part;
    this.resize();
  }

  /** @returns {Rows} */
  get rows() {
    return (this.byStep && this.part.steps) || this.stage.data.rows;
  }

  resize() {
    const shape = JSON.stringify([this.stage.data.sizes, this.rows]);
    if (shape !== this.shape) this.remove();
    this.shape = shape;
    this.measure();
    for (const layer of this.layers.values()) this.place(layer);
    this.drawSoon();
  }

  remove() {
    for (const layer of this.layers.values()) layer.figures.forEach((figure) => figure.remove());
    this.element.replaceChildren(...(this.part.layers ? [this.heading] : []));
    this.layers.clear();
  }

  get above() {
    return HEADING * zoomOf(this.stage);
  }

  // How high it is with all rows, with one row at a time, and with the smallest cells.
  heights() {
    const { stage, stage: { data: { rows, sizes } }, part: { steps = rows } } = this;
    const cell = cellOfSteps(stage, steps);
    const together = cellOfLayers(stage, rows);
    const isSmall = together.height < 2 * leastNumber(stage) - 0.1; // for the back row
    const all = isSmall ? [Infinity] : heightsOf(stage, rows, together).map((layer) => layer.reduce((sum, one) => sum + one));
    /** @param {number} height */
    const highest = (height) => Math.max(...heightsOf(stage, steps, { ...cell, height }).flat());
    return {
      most: this.above + Math.max(...all),
      usual: this.above + highest(cell.height),
      least: this.above + highest(leastOf(sizes)),
    };
  }

  /** @param {number} high */
  fit(high) {
    if (high === this.high) return false;
    this.high = high;
    this.byStep = high < this.heights().most;
    return true;
  }

  measure() {
    const { stage, rows, byStep, high } = this;
    /** @param {import("./heatmap.js").Size} one */
    const fits = (one) => this.above + Math.max(...heightsOf(stage, rows, one).map((layer) =>
      (byStep ? Math.max(...layer) : layer.reduce((sum, row) => sum + row)))) <= high + 1;
    const number = leastNumber(stage);
    const usual = () => (byStep ? cellOfSteps(stage, rows) : cellOfLayers(stage, rows));
    const cell = number ? cellOnWall(stage, rows, LARGEST, fits) : usual();
    const least = leastOf(stage.data.sizes);
    while (!number && byStep && cell.height > least && !fits(cell)) cell.height -= 1;
    this.cell = cell;
    this.letters = lettering(cell, number ? LARGEST : undefined);
    this.element.style.setProperty("--number", `${this.letters.size}px`);
    this.element.style.minHeight = byStep ? `${high}px` : "";
  }

  /** @param {string} key */
  layer(key) {
    let layer = this.layers.get(key);
    if (!layer) {
      const [l, one] = key.split(" ");
      layer = { l: Number(l), figures: [], element: h("div", { class: "layer" }) };
      for (const [name, row] of Object.entries(this.rows[l])) {
        if (one && name !== one) continue;
        const label = one ? this.part.layers?.[l] : `${name}, layer ${l}`;
        const line = h("div", { class: "line", "data-row": name, role: "group", "aria-label": label });
        for (const id of row) line.append(id in this.stage.figures ? this.figure(layer, id) : h("i", {}, id));
        layer.element.append(line);
      }
      this.place(layer);
      this.layers.set(key, layer);
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

  // What is seen now.
  get seen() {
    const { now: { l }, result } = this.stage;
    if (!this.byStep) return String(l);
    return `${l} ${result && result.symbol in this.rows[l] ? result.symbol : "z"}`;
  }

  // All that may be seen, or only it where that is one row of many.
  get all() {
    const { seen } = this;
    return this.byStep ? [seen] : [seen, ...Object.keys(this.rows).filter((one) => one !== seen)];
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
    const { seen } = this;
    for (const key of this.all) {
      if (!this.layers.has(key)) await idle();
      if (!present()) return;
      const { figures, element } = this.layer(key);
      this.show();
      if (key !== seen && figures.every((figure) => figure.hasPicture(this.cell))) continue;
      if (await drawInTurn(Plotly, figures, this.cell, present, key === seen)) put(element, "data-drawn", "true");
    }
  }

  // The present layer comes in from the side to which the pass goes.
  show() {
    const { l } = this.stage.now;
    const { seen } = this;
    for (const [one, { element }] of this.layers) element.hidden = one !== seen;
    say(this.heading, this.part.layers?.[l] ?? "");
    if (this.shown === l) return;
    if (this.flexible && this.shown) put(this.layer(seen).element, "data-from", l > this.shown ? "right" : "left");
    this.shown = l;
  }

  update() {
    const { stage } = this;
    const layer = this.layer(this.seen);
    this.show();
    if (!layer.element.hasAttribute("data-drawn")) this.drawSoon();
    put(layer.element, "data-first", stage.backward ? "Backward" : "Forward");
    const { width, single = width } = this.cell;
    const { room } = this.letters;
    for (const figure of layer.figures) figure.update(figure.figure.columns === 1 ? (room * single) / width : room);
    this.light();
  }

  light() {
    // Where its layers go while a cell has the focus, it hears that the cell has lost it.
    for (const figure of this.layers.get(this.seen)?.figures ?? []) figure.light();
  }
}
