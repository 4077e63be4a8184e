// The cost as a surface over two outputs, with the same marks; the pointer turns it.

import { formatted, h, put, say, setSize } from "../../browser/dom.js";
import { letters, whenIdle } from "../../browser/plots.js";

/** @import { PlotlyLibrary } from "../../browser/types.d.ts" */
/** @import Surface from "./surface.js" */
/** @import { Point } from "./surface.js" */

const SLOW = 80; // milliseconds for a new picture, beyond which there is a pause before each
const REST = 300; // the longest such pause

function drawsInSpace() {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return Boolean(context);
}

export class Surface3D {
  size = { width: 0, height: 0 };
  names = "";
  eye = { x: 0, y: 0, z: 0 };
  /** @type {PlotlyLibrary | null} */
  drawn = null;
  /** @type {number[] | null} */
  shown = null;
  slow = 0; // milliseconds between two pictures
  timer = 0;

  /** @param {Surface} owner */
  constructor(owner) {
    this.owner = owner;
    this.able = drawsInSpace();
    this.plot = h("div", { class: "plot" });
    this.hint = h("p", { class: "hint" }); // that it is not able
    this.element = h("div", { class: "space" }, this.able ? this.plot : this.hint);
    if (this.able) put(this.element, "role", "img");
  }

  /**
   * @param {number} width
   * @param {number} height
   */
  resize(width, height) {
    this.size = { width, height };
    setSize(this.element, width, height);
  }

  // From where it is looked at, at first: y is in front, so that nothing hides the way to it. It
  // stays there when y is moved.
  get camera() {
    const { axes } = this.owner.land;
    const names = axes.map(({ name }) => name).join();
    if (names !== this.names) {
      this.names = names;
      const [x, y] = axes.map(({ range: [low, high], now }) => (2 * now.y > low + high ? 1 : -1));
      this.eye = { x: 0.95 * x, y: 1.5 * y, z: 1.1 };
    }
    return { eye: this.eye, center: { x: 0, y: 0, z: -0.2 } };
  }

  // The way, its first step, the outputs, and y: each a little above the surface.
  marks() {
    const { land, rows, moved, stage: { colours: { a, y } } } = this.owner;
    const lift = land.surface?.lift ?? 0;
    /** @type {(points: Pick<Point, "place" | "height">[], mode: string, look: object) => Record<string, unknown>} */
    const marks = (points, mode, look) => ({
      type: "scatter3d", mode, hoverinfo: "skip", ...look,
      x: points.map(({ place }) => place[0]),
      y: points.map(({ place }) => place[1]),
      z: points.map(({ height }) => Math.min(height, land.top) + lift),
    });
    const way = moved ? [] : land.way.filter(({ inside }) => inside);
    const here = { place: land.way[0].place, height: this.owner.cost("at") };
    const wanted = { place: rows.map((row) => row.y), height: this.owner.cost("least") };
    return [
      marks(way, "lines+markers", { line: { color: a, width: 3 }, marker: { color: a, size: 2 } }),
      marks(way.slice(0, 2), "lines", { line: { color: a, width: 9 } }),
      marks([here], "markers", { marker: { color: a, size: 5.5 } }),
      marks([wanted], "markers", { marker: { color: y, size: 7, symbol: "circle-open", line: { width: 3 } } }),
    ];
  }

  /** @param {PlotlyLibrary} Plotly */
  async draw(Plotly) {
    const { stage, land } = this.owner;
    if (!land.surface || !land.contour) return;
    const { data: [surface], layout } = land.surface;
    const font = letters(stage, 0.74);
    const { color, size } = font;
    const { a, C } = stage.colours;
    /** @type {(name: string, hue: string) => object} */
    const axis = (name, hue) => ({ ...layout.scene[name], color, gridcolor: `${C}60`, nticks: 5,
      showbackground: false, zeroline: false, showspikes: false,
      title: { ...layout.scene[name].title, font: { color: hue, size: size * 1.25 } } });
    const { start, end, size: step } = land.contour.data[0].contours;
    const quiet = { highlight: false };
    const lines = { ...quiet, show: true, start, end, size: step, color: `${C}40`, width: 1 };
    const [x, y] = land.axes.map(({ places }) => places);
    const look = { x, y, z: this.owner.heights, colorscale: stage.ramps.cost, contours: { x: quiet, y: quiet, z: lines },
      lighting: { ambient: 0.85, diffuse: 0.3, specular: 0.05, roughness: 0.9 } };
    this.drawn = null;
    await Plotly.react(this.plot, [{ ...surface, ...look }, ...this.marks()], {
      ...layout, ...this.size, font, uirevision: "kept",
      scene: { ...layout.scene, xaxis: axis("xaxis", a), yaxis: axis("yaxis", a), zaxis: axis("zaxis", C),
        camera: this.camera, hovermode: false, dragmode: matchMedia("(pointer: coarse)").matches ? false : "turntable" },
    }, { displayModeBar: false, scrollZoom: false });
    this.drawn = Plotly;
    this.shown = this.owner.moved;
    whenIdle(() => this.follow()); // to find out how fast this browser is
  }

  update() {
    const { moved, readout, land, texts } = this.owner;
    if (this.able) put(this.element, "aria-label", formatted(texts.surface, { readout: readout.textContent ?? "" }));
    say(this.hint, texts.no_webgl);
    if (!this.drawn || !land.surface || this.shown === moved) return;
    if (!this.slow) this.follow();
    else if (!this.timer) this.timer = setTimeout(() => this.follow(), this.slow);
  }

  follow() {
    const { moved, land, heights, highest } = this.owner;
    clearTimeout(this.timer);
    this.timer = 0;
    if (!this.drawn || !land.surface) return;
    this.shown = moved;
    const begun = performance.now();
    const marks = this.marks();
    /** @param {string} name */
    const all = (name) => marks.map((mark) => mark[name]);
    const [across, up] = land.axes.map(({ places }) => places);
    this.drawn.restyle(this.plot, { x: [across, ...all("x")], y: [up, ...all("y")], z: [heights, ...all("z")],
      cmax: [highest, ...marks.map(() => undefined)] });
    const measure = () => {
      const took = performance.now() - begun;
      this.slow = took > SLOW ? Math.min(took, REST) : 0;
    };
    requestAnimationFrame(() => requestAnimationFrame(measure));
  }

  remove() {
    clearTimeout(this.timer);
    this.drawn = null;
    window.Plotly?.purge(this.plot);
  }
}
