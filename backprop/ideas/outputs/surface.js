// The cost over the outputs: a contour plot, and the same as a surface. The reader moves y, and the
// landscape for it is two rows of Python's tables added. What belongs to the y before is hidden
// until Python, told when y rests, has answered.

import { formatted, h, inPieces } from "../../browser/dom.js";
import { keepFocus } from "../../browser/keys.js";
import { short } from "../../browser/number.js";
import { drawn } from "../../browser/plots.js";
import { Contour } from "./contour.js";
import { Surface3D } from "./surface3d.js";

/** @import { Layout, Part, PartData, Segments } from "../../browser/types.d.ts" */
/** @import { Stage } from "../../browser/stage.js" */

/** @typedef {{ y: number, c: number[], at: number, least: number }} Row what an output adds to C, for one y */
/**
 * @typedef {{
 *   j: number,
 *   letter: string,
 *   name: string,
 *   y_name: string,
 *   range: [number, number],
 *   places: number[],
 *   value: number,
 *   grid: Row[],
 *   now: Row,
 * }} OutputAxis
 */
/** @typedef {{ place: number[], height: number, inside: boolean }} Point */
/** @typedef {{ start: number, end: number, size: number }} Levels */
/** @typedef {{ contours: Levels, line: object }} Lines */
/**
 * Over two outputs it has a contour plot and a surface, over one a curve.
 * @typedef {{
 *   axes: OutputAxis[],
 *   rest: number,
 *   top: number,
 *   way: Point[],
 *   contour?: { data: Lines[], layout: Layout },
 *   curve?: { data: Lines[], layout: Layout },
 *   surface?: { data: object[], layout: Layout & { scene: Record<string, { title: object }> }, lift: number },
 * }} Landscape
 */
/**
 * What is said, with places for the numbers: {C}, {a} and {y}, and for the readout itself.
 * @typedef {{ readout: Segments, wanted: string, surface: string, no_webgl: string }} Texts
 */
/** @typedef {PartData & { landscape: Landscape, legend: { sign: string, text: string }[], texts: Texts }} SurfaceData */

const REPORT_AFTER = 600; // milliseconds of rest after a key before Python is told
const NARROW = 560; // pixels: below, the two pictures stand one above the other
const GAP = 12;

/** @param {number[]} values */
const tuple = (values) => (values.length > 1 ? `(${values.map(short).join(", ")})` : short(values[0]));

/** @implements {Part} */
export default class Surface {
  /** @type {Landscape} */
  land;
  /** @type {Texts} */
  texts;
  /** @type {number[] | null} */
  moved = null; // the place of y on the grid of each axis, where it has been moved
  /** @type {number[] | null} */
  sent = null;
  frame = 0;
  timer = 0;

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.flat = new Contour(this);
    this.space = new Surface3D(this);
    this.readout = h("p", { class: "readout" });
    this.legend = h("p", { class: "legend" });
    this.element = h("div", { class: "chart landscape" }, this.readout,
      h("div", { class: "pictures" }, this.flat.element, this.space.element), this.legend);
    this.flat.element.addEventListener("mousedown", keepFocus);
  }

  /** @param {SurfaceData} part */
  rebuild({ landscape, legend, texts }) {
    const ahead = this.moved && this.moved !== this.sent ? this.rows.map((row) => row.y) : null;
    this.land = landscape;
    this.texts = texts;
    this.moved = ahead && this.nearest(ahead); // y has gone on while Python was at work
    this.legend.replaceChildren(...legend.map(({ sign, text }) =>
      h("span", {}, h("i", { class: sign, "aria-hidden": "true" }), text)));
    this.resize();
  }

  resize() {
    const width = this.stage.width - 1; // it may have been rounded up
    this.space.element.hidden = !this.land.surface;
    const both = Boolean(this.land.surface) && this.space.able;
    const one = both && width > NARROW ? Math.floor((width - GAP) / 2) : Math.min(width, both ? width : 560);
    const height = Math.round(Math.min(one * 0.95, Math.max(260, window.innerHeight * 0.5)));
    this.flat.resize(one, height);
    if (both) this.space.resize(width > NARROW ? width - GAP - this.flat.width : one, height);
    this.draw();
  }

  draw() {
    const { land, stage } = this;
    const present = () => this.land === land;
    return drawn(this.element, stage.data.plotly, present, async (Plotly) => {
      await this.flat.draw(Plotly);
      if (present() && land.surface && this.space.able) await this.space.draw(Plotly);
    });
  }

  // For each axis the row of its table that belongs to the present y.
  get rows() {
    return this.land.axes.map(({ grid, now }, n) => (this.moved ? grid[this.moved[n]] : now));
  }

  // The costs over the places of the axes: a row for each place of the second.
  get heights() {
    const [across, up = { c: [0] }] = this.rows;
    return up.c.map((v) => across.c.map((u) => this.land.rest + u + v));
  }

  get highest() {
    return this.rows.reduce((total, { c }) => total + Math.max(...c), this.land.rest);
  }

  /**
   * The cost at the network's outputs, or where they are y.
   * @param {"at" | "least"} name
   */
  cost(name) {
    return this.rows.reduce((total, row) => total + row[name], this.land.rest);
  }

  update() {
    const numbers = {
      C: short(this.cost("at")),
      a: tuple(this.land.axes.map(({ value }) => value)),
      y: tuple(this.rows.map(({ y }) => y)),
    };
    /** @type {Segments} */
    const readout = this.texts.readout.map(([text, symbol]) => [formatted(text, numbers), symbol]);
    this.readout.replaceChildren(...inPieces(readout));
    this.flat.update();
    this.space.update();
  }

  /**
   * The places of the grid that are nearest to these y.
   * @param {number[]} ys
   */
  nearest(ys) {
    return this.land.axes.map(({ grid }, n) => {
      const far = grid.map(({ y }) => Math.abs(y - ys[n]));
      return far.indexOf(Math.min(...far));
    });
  }

  /**
   * y moved to these places of the grid; the pictures follow with the next frame.
   * @param {number[]} places
   */
  move(places) {
    if (this.moved?.join() === places.join()) return;
    this.moved = places;
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.update());
  }

  restore() {
    clearTimeout(this.timer);
    this.moved = null;
    this.update();
  }

  reportSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.report(), REPORT_AFTER);
  }

  // Python is told where y is now, and answers with new data.
  report() {
    clearTimeout(this.timer);
    if (!this.moved || this.moved === this.sent) return;
    this.sent = this.moved;
    this.stage.trigger("y", this.land.axes.map(({ j }, n) => [j, this.rows[n].y]));
  }

  remove() {
    clearTimeout(this.timer);
    cancelAnimationFrame(this.frame);
    this.flat.remove();
    this.space.remove();
  }
}
