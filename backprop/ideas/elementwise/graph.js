// The graph of a function with points on it: Plotly draws it once; a point that is lit grows.

import { h, put } from "../../browser/dom.js";
import { charted, draw } from "../../browser/plots.js";

/** @import { Layout, Line, Part, PartData, Plot } from "../../browser/types.d.ts" */
/** @import { Stage } from "../../browser/stage.js" */

/** @typedef {PartData & { figure: { data: Line[], layout: Layout }, label: string }} GraphData */

/** @implements {Part} */
export default class Graph {
  /** @type {GraphData} */
  part;

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    /** @type {Plot} */
    this.plot = h("div", { class: "plot", "aria-hidden": "true" });
    this.element = h("figure", { class: "graph chart", role: "img" }, this.plot);
  }

  /** @param {GraphData} part */
  rebuild(part) {
    this.part = part;
    put(this.element, "aria-label", part.label);
    this.resize();
  }

  resize() {
    const { part, element, stage } = this;
    this.plot.style.height = `${Math.round(Math.max(200, Math.min(window.innerHeight - 430, element.clientWidth * 0.85)))}px`;
    const present = () => this.part === part && element.isConnected;
    const figure = () => ({ data: this.lines(), layout: charted(stage, part.figure.layout, this.plot) });
    return draw(element, this.plot, stage.data.plotly, figure, present);
  }

  lines() {
    /** @param {Line} line */
    const colour = ({ meta }) => (meta === "ink" ? getComputedStyle(this.stage.element).color : this.stage.colourOf(meta));
    return this.part.figure.data.map((line) => ({
      ...line,
      line: { ...line.line, color: colour(line) },
      marker: { color: colour(line), opacity: 1, size: this.sizes(line) },
    }));
  }

  /**
   * The points, the lit one larger.
   * @param {Line} line
   */
  sizes({ x }) {
    const lit = this.stage.marked.lit.map(({ j }) => j);
    return x.map((_, i) => (lit.includes(i + 1) ? 17 : 10));
  }

  update() {}

  light() {
    if (!this.element.hasAttribute("data-drawn")) return;
    const { data } = this.part.figure;
    const points = data.findIndex(({ mode }) => mode === "markers");
    window.Plotly?.restyle(this.plot, { "marker.size": [this.sizes(data[points])] }, [points]);
  }

  remove() {
    window.Plotly?.purge(this.plot);
  }
}
