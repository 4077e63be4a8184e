// The graph of a function with points on it: Plotly draws it once, and again when a point is lit.

import { h, put } from "./dom.js";
import { plotly } from "./plots.js";

export class Graph {
  constructor(stage) {
    this.stage = stage;
    this.plot = h("div", { class: "plot", "aria-hidden": "true" });
    this.element = h("figure", { class: "graph chart", role: "img" }, this.plot);
  }

  rebuild(part) {
    this.part = part;
    put(this.element, "aria-label", part.label);
    this.resize();
  }

  async resize() {
    const { part, element, stage: { data } } = this;
    element.removeAttribute("data-drawn");
    this.plot.style.height = `${Math.round(Math.max(200, Math.min(window.innerHeight * 0.4, element.clientWidth * 0.66)))}px`;
    try {
      const Plotly = await plotly(data.plotly);
      if (this.part !== part || !element.isConnected) return; // overtaken by new data
      await Plotly.react(this.plot, this.lines(), this.layout(), { staticPlot: true });
      put(element, "data-drawn", "true");
    } catch {
      put(element, "data-error", "The picture could not be loaded. Reload the page.");
    }
  }

  // The lines and the points in the page's colours, the lit point larger.
  lines() {
    const lit = this.stage.marked.lit.map(({ j }) => j);
    const colour = ({ meta }) => (meta === "ink" ? getComputedStyle(this.stage.element).color : this.stage.colourOf(meta));
    return this.part.figure.data.map((line) => ({
      ...line,
      line: { ...line.line, color: colour(line) },
      marker: { color: colour(line), opacity: 1, size: line.x.map((_, i) => (lit.includes(i + 1) ? 17 : 10)) },
    }));
  }

  layout() {
    const { fontFamily: family, color, fontSize } = getComputedStyle(this.stage.element);
    const { layout } = this.part.figure;
    const faint = color.replace("rgb(", "rgba(").replace(")", ", 0.13)");
    const axis = { gridcolor: faint, zerolinecolor: color.replace("rgb(", "rgba(").replace(")", ", 0.5)") };
    return {
      ...layout,
      width: this.plot.clientWidth,
      height: this.plot.clientHeight,
      font: { family, color, size: parseFloat(fontSize) * 0.85 },
      xaxis: { ...layout.xaxis, ...axis },
      yaxis: { ...layout.yaxis, ...axis },
    };
  }

  update() {}

  light() {
    if (this.element.hasAttribute("data-drawn")) window.Plotly.react(this.plot, this.lines(), this.layout(), { staticPlot: true });
  }

  remove() {
    window.Plotly?.purge(this.plot);
  }
}
