// The contour plot (over one output, the curve) with the marks on it: the outputs, where descent
// takes them, and y, which is dragged or moved with the arrow keys.

import { h, put, s, say, setSize } from "../../browser/dom.js";
import { ARROWS } from "../../browser/keys.js";
import { short } from "../../browser/number.js";
import { letters } from "../../browser/plots.js";

/** @import { Axis, PlotlyLibrary } from "../../browser/types.d.ts" */
/** @import Surface from "./surface.js" */
/** @import { Landscape, Lines, Row } from "./surface.js" */

const DOT = 6; // pixels
const HEAD = 10;
const SMALL = 6;
const LEAST = 0.05; // pixels of a step, below which it is not seen

export class Contour {
  width = 0;
  height = 0;
  box = [0, 0, 0, 0]; // the plot without its margins
  /** @type {PlotlyLibrary | null} */
  drawn = null;
  /** @type {number[] | null} */
  shown = null;

  /** @param {Surface} owner */
  constructor(owner) {
    this.owner = owner;
    this.plot = h("div", { class: "plot", "aria-hidden": "true" });
    this.way = s("polyline");
    this.dots = s("g");
    this.arrow = s("path");
    this.inside = s("svg", { class: "way" }, this.way, this.dots, this.arrow);
    this.point = s("circle", { class: "point", r: DOT });
    this.names = [s("text", { class: "of-a" }), s("text", { class: "of-y" })];
    this.marks = s("svg", { role: "img" }, this.point, this.inside, ...this.names);
    this.handle = h("div", { class: "handle", role: "slider", tabindex: "0" });
    this.element = h("div", { class: "flat" }, this.plot, this.marks, this.handle);
    this.handle.addEventListener("pointerdown", (event) => this.grab(event));
    this.handle.addEventListener("keydown", (event) => this.key(event));
    this.handle.addEventListener("blur", () => owner.report());
  }

  get figure() {
    const { contour, curve } = this.owner.land;
    return /** @type {NonNullable<Landscape["curve"]>} */ (contour ?? curve);
  }

  /**
   * Over two outputs the plot is a square, so that equal axes have equal units.
   * @param {number} widest
   * @param {number} highest
   */
  resize(widest, highest) {
    const { l, r, t, b } = this.figure.layout.margin;
    const side = Math.min(widest - l - r, highest - t - b);
    const box = this.owner.land.contour ? [l, t, side, side] : [l, t, widest - l - r, highest - t - b];
    const [width, height] = [l + box[2] + r, t + box[3] + b];
    Object.assign(this, { width, height, box });
    setSize(this.element, width, height);
    ["x", "y", "width", "height"].forEach((name, i) => put(this.inside, name, String(box[i])));
    put(this.inside, "viewBox", box.join(" "));
    put(this.marks, "viewBox", `0 0 ${width} ${height}`);
  }

  /**
   * Where a place on the axes is, in pixels; over one output, up is the cost.
   * @param {number[]} place
   * @param {number} height
   */
  place([across, up], height) {
    const [left, top, width, tall] = this.box;
    const { xaxis, yaxis } = this.figure.layout;
    /** @type {(value: number, range: Axis["range"]) => number} */
    const share = (value, [low, high]) => (value - low) / (high - low);
    return [left + share(across, xaxis.range) * width, top + (1 - share(up ?? height, yaxis.range)) * tall];
  }

  /**
   * The values on the axes at a place in pixels.
   * @param {number} x
   * @param {number} y
   */
  values(x, y) {
    const [left, top, width, tall] = this.box;
    const { xaxis, yaxis } = this.figure.layout;
    /** @type {(share: number, range: Axis["range"]) => number} */
    const at = (share, [low, high]) => low + share * (high - low);
    return [at((x - left) / width, xaxis.range), at(1 - (y - top) / tall, yaxis.range)];
  }

  /** @param {PlotlyLibrary} Plotly */
  async draw(Plotly) {
    const { stage, land } = this.owner;
    const { data, layout } = this.figure;
    const font = letters(stage, 0.78);
    const { family, color, size } = font;
    /** @type {(axis: Axis, hue: string) => object} */
    const dressed = (axis, hue) => ({ ...axis, color, linecolor: color, tickcolor: color,
      title: { ...axis.title, standoff: 6, font: { size: size * 1.2, color: hue } } });
    const { a, C } = stage.colours;
    const [x, y] = land.axes.map(({ places }) => places);
    const labelfont = { family, size: size * 0.9, color: C };
    /** @param {Lines} lines */
    const look = ({ contours, line }) => (land.contour
      ? { x, y, z: this.owner.heights, colorscale: stage.ramps.cost, line: { ...line, color: `${C}50` }, contours: { ...contours, labelfont } }
      : { line: { color: C, width: 2 } });
    this.drawn = null;
    await Plotly.react(this.plot, data.map((trace) => ({ ...trace, ...look(trace) })), {
      ...layout, font, width: this.width, height: this.height,
      xaxis: dressed(layout.xaxis, a), yaxis: dressed(layout.yaxis, land.contour ? a : C),
    }, { staticPlot: true });
    this.drawn = Plotly;
    this.shown = null;
    this.update();
  }

  update() {
    const { owner } = this;
    const { land, rows, moved } = owner;
    if (this.drawn && moved !== this.shown) {
      const { heights, highest } = owner;
      if (land.contour) this.drawn.restyle(this.plot, { z: [heights], zmax: highest });
      else this.drawn.restyle(this.plot, { y: heights });
      this.shown = moved;
    }
    const places = land.way.map(({ place, height }) => this.place(place, height));
    const here = this.place(land.way[0].place, owner.cost("at"));
    const next = places[1];
    this.marks.classList.toggle("moved", Boolean(moved));
    put(this.way, "points", places.join(" "));
    this.dots.replaceChildren(...places.slice(2).map(([cx, cy]) => s("circle", { cx, cy, r: 2 })));
    put(this.arrow, "d", next ? arrow(places[0], next) : "");
    this.point.style.transform = `translate(${here.map((pixels) => `${pixels}px`).join()})`;
    put(this.marks, "aria-label", owner.readout.textContent ?? "");
    const wanted = this.place(rows.map((row) => row.y), owner.cost("least"));
    [this.handle.style.left, this.handle.style.top] = wanted.map((pixels) => `${pixels}px`);
    this.name(this.names[0], land.axes[0].letter, here, here[0] >= (next ?? wanted)[0], 12);
    this.name(this.names[1], "y", wanted, wanted[0] > here[0], 18);
    this.tell(rows);
  }

  /** @param {Row[]} rows */
  tell(rows) {
    const { axes } = this.owner.land;
    const [first] = axes;
    const texts = rows.map((row, n) => `${axes[n].y_name} = ${short(row.y)}`);
    put(this.handle, "aria-label", this.owner.texts.wanted);
    put(this.handle, "aria-valuemin", String(first.range[0]));
    put(this.handle, "aria-valuemax", String(first.range[1]));
    put(this.handle, "aria-valuenow", String(rows[0].y));
    put(this.handle, "aria-valuetext", texts.join(", "));
  }

  /**
   * A name beside its mark, to the right or to the left of it, inside the picture.
   * @param {Element} text
   * @param {string} letter
   * @param {number[]} mark
   * @param {boolean} right
   * @param {number} away
   */
  name(text, letter, [x, y], right, away) {
    const beside = (right && x < this.width - 40) || x < this.box[0] + 30 ? 1 : -1;
    put(text, "x", String(x + beside * away));
    put(text, "y", String(Math.max(16, y - away + 4)));
    put(text, "text-anchor", beside > 0 ? "start" : "end");
    say(text, letter);
  }

  /**
   * The mark follows the pointer as it was grabbed, from one place of the grid to the next.
   * @param {PointerEvent} event
   */
  grab(event) {
    if (event.button) return;
    event.preventDefault();
    const { handle, owner } = this;
    const off = [event.clientX - parseFloat(handle.style.left), event.clientY - parseFloat(handle.style.top)];
    handle.focus({ preventScroll: true });
    handle.setPointerCapture(event.pointerId);
    /** @param {PointerEvent} event */
    const follow = ({ clientX, clientY }) =>
      owner.move(owner.nearest(this.values(clientX - off[0], clientY - off[1])));
    const held = new AbortController();
    const { signal } = held;
    handle.addEventListener("pointermove", follow, { signal });
    for (const [name, act] of Object.entries({ pointerup: () => owner.report(), pointercancel: () => owner.restore() })) {
      handle.addEventListener(name, () => {
        held.abort();
        act();
      }, { signal });
    }
  }

  /**
   * An arrow key moves y to the next place of the grid, Enter tells Python at once.
   * @param {KeyboardEvent} event
   */
  key(event) {
    const { owner } = this;
    const steps = ARROWS[event.key];
    if (event.key === "Escape" && owner.moved) owner.restore();
    else if (event.key === "Enter") owner.report();
    else if (!steps) return;
    event.preventDefault();
    if (!steps) return;
    const ways = [steps[0], -steps[1]];
    const near = owner.nearest(owner.rows.map((row) => row.y));
    owner.move(owner.land.axes.map(({ grid }, n) => {
      const past = (grid[near[n]].y - owner.rows[n].y) * ways[n] > 0; // the nearest is already on
      const next = near[n] + (past ? 0 : ways[n]);
      return Math.min(Math.max(0, next), grid.length - 1);
    }));
    owner.reportSoon();
  }

  remove() {
    window.Plotly?.purge(this.plot);
  }
}

/**
 * A line from one point to another with a head; of a short step, only a head beside the first.
 * @param {number[]} from
 * @param {number[]} to
 */
function arrow([x1, y1], [x2, y2]) {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length < LEAST) return "";
  const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length];
  const short = length < DOT + HEAD;
  const head = short ? SMALL : HEAD;
  const end = short ? DOT + 2 + head : length;
  const [x, y] = [x1 + dx * end, y1 + dy * end];
  const [bx, by, side] = [x - dx * head, y - dy * head, head / 2];
  const shaft = short ? "" : `M${x1} ${y1}L${bx} ${by}`;
  return `${shaft}M${x} ${y}L${bx - dy * side} ${by + dx * side}L${bx + dy * side} ${by - dx * side}Z`;
}
