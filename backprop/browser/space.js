// The cost as a surface over two outputs, with the same marks; it can be turned with the pointer.

import { h } from "./dom.js";

const CAMERA = { eye: { x: -0.95, y: -1.5, z: 1.0 }, center: { x: 0, y: 0, z: -0.16 } };
const SLOW = 60; // milliseconds for a frame, beyond which the surface lets the contour plot go first
const NO_WEBGL = "This browser draws no picture in three dimensions (WebGL is off); the contour plot has it all.";

function drawsInSpace() {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return Boolean(context);
}

export class Space {
  constructor(owner) {
    this.owner = owner;
    this.able = drawsInSpace();
    this.plot = h("div", { class: "plot" });
    this.element = h("div", { class: "space", role: "img" }, this.able ? this.plot : h("p", { class: "hint" }, NO_WEBGL));
  }

  resize(width, height) {
    this.size = { width, height };
    this.element.style.width = `${width}px`;
    this.element.style.height = `${height}px`;
  }

  // The marks: the way, its first step, the outputs, and y, each a little above the surface.
  marks() {
    const { land, rows, moved, stage: { colours, element } } = this.owner;
    const { lift } = land.surface;
    const low = (height) => Math.min(height, land.top) + lift;
    const color = colours.a;
    const { backgroundColor } = getComputedStyle(element.closest(".stApp") ?? document.body);
    const at = (points) => ({
      x: points.map(({ place }) => place[0]), y: points.map(({ place }) => place[1]),
      z: points.map(({ height }) => low(height)),
    });
    const common = { type: "scatter3d", hoverinfo: "skip", showlegend: false };
    const way = moved ? [] : land.way.filter(({ inside }) => inside);
    return [
      { ...common, ...at(way), mode: "lines+markers", line: { color, width: 3 }, marker: { color, size: 2 } },
      { ...common, ...at(way.slice(0, 2)), mode: "lines", line: { color, width: 8 } },
      { ...common, ...at([{ place: land.way[0].place, height: this.owner.sum("at") }]), mode: "markers",
        marker: { color, size: 7, line: { color: backgroundColor, width: 2 } } },
      { ...common, ...at([{ place: rows.map((row) => row.y), height: this.owner.sum("least") }]), mode: "markers",
        marker: { color: colours.y, size: 9, symbol: "circle-open", line: { width: 3 } } },
    ];
  }

  async draw(Plotly) {
    const { stage, land } = this.owner;
    const { data: [surface], layout } = land.surface;
    const { fontFamily: family, color, fontSize } = getComputedStyle(stage.element);
    const ink = stage.theme === "dark" ? "rgba(255,255,255,0.35)" : "rgba(40,20,40,0.35)";
    const dressed = Object.fromEntries(["xaxis", "yaxis", "zaxis"].map((name) => [name, {
      ...layout.scene[name], color, gridcolor: ink, showbackground: false, zeroline: false, nticks: 5, showspikes: false,
      title: { ...layout.scene[name].title, font: { color: name === "zaxis" ? stage.colours.C : stage.colours.a } },
    }]));
    const { start, end, size } = land.contour.data[0].contours;
    const lines = { show: true, start, end, size, color: ink, width: 1, highlight: false };
    await Plotly.react(this.plot, [
      { ...surface, z: this.owner.heights, colorscale: stage.ramps.cost, contours: { z: lines, x: { highlight: false }, y: { highlight: false } },
        lighting: { ambient: 0.85, diffuse: 0.3, specular: 0.05, roughness: 0.9 } },
      ...this.marks(),
    ], {
      ...layout, ...this.size, font: { family, color, size: parseFloat(fontSize) * 0.7 },
      scene: { ...layout.scene, ...dressed, camera: CAMERA, hovermode: false, dragmode: matchMedia("(pointer: coarse)").matches ? false : "turntable" },
      uirevision: "kept",
    }, { displayModeBar: false, scrollZoom: false });
    this.drawn = Plotly;
    this.shown = String(this.owner.moved);
  }

  update() {
    const { moved, readout } = this.owner;
    this.element.setAttribute("aria-label", `The cost as a surface. ${readout.textContent}`);
    if (!this.drawn || this.busy || this.shown === String(moved)) return;
    this.shown = String(moved);
    this.busy = true;
    const begun = performance.now();
    const marks = this.marks();
    const list = (name) => marks.map((mark) => mark[name]);
    this.drawn.restyle(this.plot, {
      x: [this.owner.land.axes[0].places, ...list("x")], y: [this.owner.land.axes[1].places, ...list("y")],
      z: [this.owner.heights, ...list("z")],
    }, [0, 1, 2, 3, 4]);
    const rested = () => {
      this.busy = false;
      this.update();
    };
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const took = performance.now() - begun;
      setTimeout(rested, took > SLOW ? 2 * took : 0);
    }));
  }

  remove() {
    window.Plotly?.purge(this.plot);
  }
}
