// A chart of lines on which points move with the frame. Plotly draws the lines once; the points lie
// on top of it, so that a drag redraws nothing. A press on the chart goes to the nearest frame.

import { h, put, s } from "./dom.js";
import { charted, draw } from "./plots.js";

/** @import { Layout, Line, Part, PartData, Plot } from "./types.d.ts" */
/** @import { Stage } from "./stage.js" */

/**
 * @typedef {PartData & {
 *   figure: { data: Line[], layout: Layout & { shapes: object[], annotations?: object[] } },
 *   points: { like: string, x: number[], y: (number | null)[] }[],
 *   ground: string,
 *   tall?: number,
 *   label: string,
 * }} CurveData
 */

/** @type {Record<string, string>} */
const SAMPLE = { solid: "", dash: "6 4", dot: "2 3" };
const RADIUS = 6;
const TALL = 0.31; // of the window's height, where the page says no other share

/** @implements {Part} */
export default class Curve {
  /** @type {CurveData} */
  part;
  /** @type {SVGCircleElement[]} */
  points = [];
  /** @type {SVGLineElement} */
  gap;

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    /** @type {Plot} */
    this.plot = h("div", { class: "plot", "aria-hidden": "true" });
    this.marks = s("svg", { class: "points", "aria-hidden": "true" });
    this.legend = h("figcaption", { class: "legend" });
    this.chart = h("div", { class: "chart", role: "img" }, this.plot, this.marks);
    this.element = h("figure", { class: "curve" }, this.legend, this.chart);
    this.chart.addEventListener("pointerdown", (event) => this.drag(event));
    this.chart.addEventListener("pointermove", (event) => event.buttons && this.drag(event));
  }

  /** @param {CurveData} part */
  rebuild(part) {
    this.part = part;
    put(this.chart, "aria-label", part.label);
    this.legend.replaceChildren(...part.figure.data.map(({ name, meta, line }) => this.sample(name, meta, line.dash)));
    if (part.ground) this.legend.append(h("span", {}, h("i", { class: "ground" }), part.ground));
    this.gap = s("line", { class: "gap" });
    this.points = part.points.map(({ like }) => s("circle", { r: RADIUS, fill: this.stage.colourOf(like) }));
    this.chart.toggleAttribute("data-still", !part.points.length);
    this.marks.replaceChildren(this.gap, ...this.points);
    this.resize();
  }

  /**
   * @param {string} name
   * @param {string} like
   */
  sample(name, like, dash = "solid") {
    const line = s("line", { x1: 1, x2: 27, y1: 6, y2: 6, stroke: this.stage.colourOf(like),
      "stroke-width": 2.5, "stroke-dasharray": SAMPLE[dash] });
    return h("span", {}, s("svg", { width: 28, height: 12, "aria-hidden": "true" }, line), name);
  }

  async resize() {
    const { part, stage: { data } } = this;
    const { tall = TALL } = part;
    this.chart.style.height = `${Math.round(Math.max(190, Math.min(window.innerHeight * tall, this.element.clientWidth * 0.5)))}px`;
    const present = () => this.part === part && this.element.isConnected;
    const figure = () => ({ data: this.lines(), layout: this.layout() });
    if (await draw(this.chart, this.plot, data.plotly, figure, present)) this.update();
  }

  lines() {
    return this.part.figure.data.map((line) => {
      const color = this.stage.colourOf(line.meta);
      return { ...line, line: { ...line.line, color }, ...(line.marker ? { marker: { ...line.marker, color } } : {}) };
    });
  }

  layout() {
    const { layout } = this.part.figure;
    const look = charted(this.stage, layout, this.chart);
    const { size } = look.font;
    const fillcolor = getComputedStyle(this.stage.element).getPropertyValue("--accent").trim();
    const { annotations = [] } = layout;
    return {
      ...look,
      annotations: annotations.map((one) => ({ ...one, arrowcolor: look.font.color })),
      margin: { ...layout.margin, l: size * 4, b: size * 3.2 },
      shapes: layout.shapes.map((shape) => ({ ...shape, fillcolor, opacity: 0.14 })),
    };
  }

  update() {
    const { _fullLayout: drawn } = this.plot;
    if (!this.chart.hasAttribute("data-drawn") || !drawn) return;
    const { xaxis, yaxis } = drawn;
    /** @param {number} y */
    const within = (y) => Math.min(Math.max(y, 0), yaxis._length);
    const { frame } = this.stage;
    const places = this.part.points.flatMap(({ x, y }, i) => {
      this.points[i].toggleAttribute("hidden", y[frame] === null); // in a gap of its line
      if (y[frame] === null) return [];
      const place = { x: xaxis._offset + xaxis.l2p(x[frame]), y: yaxis._offset + within(yaxis.l2p(y[frame])) };
      put(this.points[i], "cx", String(place.x));
      put(this.points[i], "cy", String(place.y));
      return [place];
    });
    const [one, other] = [places[0], places[places.length - 1]];
    this.gap.toggleAttribute("hidden", !one);
    if (!one) return;
    const ends = { x1: one.x, y1: one.y, x2: other.x, y2: other.y };
    for (const [name, value] of Object.entries(ends)) put(this.gap, name, String(value));
  }

  /**
   * To the frame whose point is nearest to the pointer.
   * @param {PointerEvent} event
   */
  drag(event) {
    const drawn = this.plot._fullLayout;
    if (!drawn) return;
    if (!this.points.length) return;
    event.preventDefault();
    const at = event.clientX - this.chart.getBoundingClientRect().left - drawn.xaxis._offset;
    const wanted = drawn.xaxis.p2l(at);
    const { x } = this.part.points[0];
    this.stage.show(x.reduce((best, one, i) => (Math.abs(one - wanted) < Math.abs(x[best] - wanted) ? i : best), 0));
  }

  remove() {
    window.Plotly?.purge(this.plot);
  }
}
