// The cost over the outputs: a contour plot, and the same as a surface. The reader moves y, and the
// landscape for it is two rows of Python's tables added; what belongs to the old y is hidden, until
// Python has taken the new one.

import { h, say } from "./dom.js";
import { Flat } from "./flat.js";
import { keepFocus } from "./keys.js";
import { short } from "./number.js";
import { plotly } from "./plots.js";
import { Space } from "./space.js";

const REPORT_AFTER = 500; // milliseconds of rest after a key before Python is told
const TOO_NARROW = 560; // pixels for two pictures side by side

export class Surface {
  constructor(stage) {
    this.stage = stage;
    this.flat = new Flat(this);
    this.space = new Space(this);
    this.readout = h("p", { class: "readout", role: "status" });
    this.pictures = h("div", { class: "pictures" }, this.flat.element, this.space.element);
    this.legend = h("p", { class: "legend" });
    this.element = h("div", { class: "landscape" }, this.readout, this.pictures, this.legend);
    this.flat.element.addEventListener("mousedown", keepFocus);
  }

  rebuild({ landscape, signs }) {
    clearTimeout(this.timer);
    this.land = landscape;
    this.moved = null;
    this.legend.replaceChildren(...signs.map(([sign, text]) =>
      h("span", {}, h("i", { class: `sign ${sign}`, "aria-hidden": "true" }), text)));
    this.resize();
  }

  resize() {
    const width = this.stage.element.clientWidth || 640;
    const both = Boolean(this.land.surface) && this.space.able;
    const beside = both && width > TOO_NARROW;
    const one = beside ? (width - 12) / 2 : width;
    const height = Math.round(Math.min(one * 0.92, Math.max(260, window.innerHeight * 0.5)));
    this.element.toggleAttribute("data-beside", beside);
    this.flat.resize(one, height);
    if (both) this.space.resize(one, height);
    this.space.element.hidden = !this.land.surface;
    this.draw();
  }

  async draw() {
    const { land, stage: { data } } = this;
    this.element.removeAttribute("data-drawn");
    try {
      const Plotly = await plotly(data.plotly);
      if (this.land !== land) return; // overtaken
      await this.flat.draw(Plotly);
      if (this.land === land && land.surface && this.space.able) await this.space.draw(Plotly);
      if (this.land === land) this.element.setAttribute("data-drawn", "true");
    } catch {
      this.element.setAttribute("data-error", "The pictures could not be loaded. Reload the page.");
    }
  }

  // For each axis the row of its table that belongs to the present y.
  get rows() {
    return this.land.axes.map((axis, n) => (this.moved ? axis.grid[this.moved[n]] : axis.now));
  }

  // The costs over the places of the axes: a row for each place of the second.
  get heights() {
    const [across, up = { c: [0] }] = this.rows;
    return up.c.map((v) => across.c.map((u) => this.land.rest + u + v));
  }

  // The cost where the network's outputs are, and where they are y.
  sum(name) {
    return this.rows.reduce((total, row) => total + row[name], this.land.rest);
  }

  update() {
    const { axes } = this.land;
    const pairs = (values) => (values.length > 1 ? `(${values.map(short).join(", ")})` : short(values[0]));
    const list = (names) => (names.length > 1 ? `(${names.join(", ")})` : names[0]);
    const y = `${list(axes.map((axis) => axis.y_name))} = ${pairs(this.rows.map((row) => row.y))}`;
    const a = `${list(axes.map((axis) => axis.name))} = ${pairs(axes.map((axis) => axis.value))}`;
    say(this.readout, `C = ${short(this.sum("at"))}   at ${a}   for ${y}`);
    this.flat.update();
    this.space.update();
  }

  // y moved to these places of the grid; all pictures follow with the next frame.
  move(places) {
    if (this.moved?.join() === places.join()) return;
    this.moved = places;
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.update());
  }

  restore() {
    this.moved = null;
    this.update();
  }

  reportSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.report(), REPORT_AFTER);
  }

  // Python is told where y is now; it answers with new data.
  report() {
    clearTimeout(this.timer);
    if (!this.moved) return;
    const { axes } = this.land;
    this.stage.trigger("y", Object.fromEntries(axes.map(({ j }, n) => [j, this.rows[n].y])));
  }

  remove() {
    clearTimeout(this.timer);
    cancelAnimationFrame(this.frame);
    this.flat.remove();
    this.space.remove();
  }
}
