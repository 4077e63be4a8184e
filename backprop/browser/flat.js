// The contour plot (or, over one output, the curve) with the marks on it: where the outputs are,
// where descent takes them, and y, which can be dragged and moved with the arrow keys.

import { h, put, s, say } from "./dom.js";
import { ARROWS } from "./keys.js";
import { short } from "./number.js";

const HEAD = 9; // pixels of an arrow's head, at most
const DOT = 5;

export class Flat {
  constructor(owner) {
    this.owner = owner;
    this.plot = h("div", { class: "plot", "aria-hidden": "true" });
    this.way = s("polyline", { class: "way" });
    this.dots = s("g", { class: "way" });
    this.arrow = s("path", { class: "arrow" });
    this.point = s("circle", { class: "point", r: DOT + 1 });
    this.names = [s("text", { class: "name a" }), s("text", { class: "name y" })];
    this.inside = s("svg", {}, this.way, this.dots, this.arrow);
    this.marks = s("svg", { role: "img" }, this.inside, this.point, ...this.names);
    this.handle = h("div", { class: "handle", role: "slider", tabindex: "0" });
    this.element = h("div", { class: "flat" }, this.plot, this.marks, this.handle);
    this.handle.addEventListener("pointerdown", (event) => this.grab(event));
    this.handle.addEventListener("keydown", (event) => this.key(event));
    this.handle.addEventListener("blur", () => owner.report());
  }

  get figure() {
    return this.owner.land.contour ?? this.owner.land.curve;
  }

  resize(width, height) {
    this.width = width;
    this.height = height;
    this.element.style.width = `${width}px`;
    this.element.style.height = `${height}px`;
    const { l, r, t, b } = this.figure.layout.margin;
    const box = [l, t, width - l - r, height - t - b];
    for (const [i, name] of ["x", "y", "width", "height"].entries()) put(this.inside, name, String(box[i]));
    put(this.inside, "viewBox", box.join(" "));
    put(this.marks, "viewBox", `0 0 ${width} ${height}`);
  }

  // Where a place on the axes is, in pixels. Over one output, up is the cost.
  x(value) {
    const { l, r } = this.figure.layout.margin;
    const [low, high] = this.figure.layout.xaxis.range;
    return l + ((value - low) / (high - low)) * (this.width - l - r);
  }

  y(value) {
    const { t, b } = this.figure.layout.margin;
    const [low, high] = this.figure.layout.yaxis.range;
    return this.height - b - ((value - low) / (high - low)) * (this.height - t - b);
  }

  place(places, height) {
    return [this.x(places[0]), this.y(places[1] ?? height)];
  }

  async draw(Plotly) {
    const { stage } = this.owner;
    const { data: [trace], layout } = this.figure;
    const { fontFamily: family, color, fontSize } = getComputedStyle(stage.element);
    const font = { family, color, size: parseFloat(fontSize) * 0.75 };
    const axis = { color, linecolor: color };
    const named = (one, hue) => ({ ...one, ...axis, title: { ...one.title, font: { size: font.size * 1.25, color: hue } } });
    const hues = [stage.colours.a, this.owner.land.contour ? stage.colours.a : stage.colours.C];
    const inked = trace.type === "contour"
      ? { colorscale: stage.ramps.cost, line: { ...trace.line, color: stage.theme === "dark" ? "rgba(255,255,255,0.28)" : "rgba(40,20,40,0.28)" } }
      : { line: { color: stage.colours.C, width: 2 } };
    await Plotly.react(this.plot, [{ ...trace, ...inked }], {
      ...layout, font, width: this.width, height: this.height,
      xaxis: named(layout.xaxis, hues[0]), yaxis: named(layout.yaxis, hues[1]),
    }, { staticPlot: true });
    this.drawn = Plotly;
    this.shown = null;
    this.update();
  }

  update() {
    const { owner } = this;
    const { land, rows } = owner;
    const moved = Boolean(owner.moved);
    if (this.drawn && this.shown !== String(owner.moved)) {
      const name = land.contour ? "z" : "y";
      this.drawn.restyle(this.plot, { [name]: [land.contour ? owner.heights : owner.heights[0]] }, [0]);
      this.shown = String(owner.moved);
    }
    const places = land.way.map(({ place, height }) => this.place(place, height));
    const [here, next] = places;
    this.marks.classList.toggle("moved", moved);
    put(this.way, "points", places.join(" "));
    this.dots.replaceChildren(...places.slice(2).map(([cx, cy]) => s("circle", { cx, cy, r: 2 })));
    put(this.arrow, "d", next ? arrow(here, next) : "");
    const at = land.contour ? here : this.place(land.way[0].place, owner.sum("at"));
    put(this.point, "transform", `translate(${at.join(" ")})`);
    put(this.marks, "aria-label", owner.readout.textContent);
    const [left, top] = this.place(rows.map((row) => row.y), owner.sum("least"));
    this.name(this.names[0], at, land.axes[0].letter, next ? here[0] - next[0] : 1);
    this.name(this.names[1], [left, top], "y", left - at[0]);
    this.handle.style.left = `${left}px`;
    this.handle.style.top = `${top}px`;
    const [{ range, y_name: name }] = land.axes;
    put(this.handle, "aria-label", `${land.axes.map((axis) => axis.y_name).join(" and ")}, what is wanted`);
    put(this.handle, "aria-valuemin", String(range[0]));
    put(this.handle, "aria-valuemax", String(range[1]));
    put(this.handle, "aria-valuenow", String(rows[0].y));
    put(this.handle, "aria-valuetext", rows.map((row, n) => `${land.axes[n].y_name ?? name} = ${short(row.y)}`).join(", "));
  }

  // A name beside its mark, on the side that is away from what else is there, and in the picture.
  name(text, [x, y], letter, away) {
    const right = (away > 0 || x < 60) && x < this.width - 40;
    put(text, "x", String(x + (right ? 14 : -14)));
    put(text, "y", String(Math.max(16, y - 8)));
    put(text, "text-anchor", right ? "start" : "end");
    say(text, letter);
  }

  // The mark follows the pointer as it was grabbed, from one place of the grid to the next.
  grab(event) {
    if (event.button) return;
    event.preventDefault();
    const { handle, owner } = this;
    handle.focus({ preventScroll: true });
    handle.setPointerCapture(event.pointerId);
    const off = [event.clientX - parseFloat(handle.style.left), event.clientY - parseFloat(handle.style.top)];
    const follow = (moved) => owner.move(this.nearest(moved.clientX - off[0], moved.clientY - off[1]));
    const end = (ended) => {
      handle.removeEventListener("pointermove", follow);
      for (const name of ["pointerup", "pointercancel"]) handle.removeEventListener(name, end);
      if (ended.type === "pointerup") owner.report();
      else owner.restore();
    };
    handle.addEventListener("pointermove", follow);
    for (const name of ["pointerup", "pointercancel"]) handle.addEventListener(name, end);
  }

  nearest(left, top) {
    const pixels = [(value) => Math.abs(this.x(value) - left), (value) => Math.abs(this.y(value) - top)];
    return this.owner.land.axes.map(({ grid }, n) => {
      const far = grid.map(({ y }) => pixels[n](y));
      return far.indexOf(Math.min(...far));
    });
  }

  key(event) {
    const { owner } = this;
    const [right, down] = ARROWS[event.key] ?? [0, 0];
    if (event.key === "Escape" && owner.moved) owner.restore();
    else if (event.key === "Enter") owner.report();
    else if (!right && !down) return;
    event.preventDefault();
    if (!right && !down) return;
    const steps = [right, -down];
    owner.move(owner.land.axes.map(({ grid }, n) => {
      const y = owner.rows[n].y;
      const next = steps[n] > 0 ? grid.findIndex((one) => one.y > y) : grid.findLastIndex((one) => one.y < y);
      const same = grid.findIndex((one) => one.y >= y);
      return steps[n] && next >= 0 ? next : same;
    }));
    owner.reportSoon();
  }

  remove() {
    window.Plotly?.purge(this.plot);
  }
}

// A line from one point to another, with a head that is no longer than the line.
function arrow([x1, y1], [x2, y2]) {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length < 1) return "";
  const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length];
  const head = Math.min(HEAD, Math.max(DOT, length));
  const [bx, by] = [x2 - dx * head, y2 - dy * head];
  const side = head * 0.5;
  const shaft = length > head ? `M${x1} ${y1}L${bx} ${by}` : "";
  return `${shaft}M${x2} ${y2}L${bx - dy * side} ${by + dx * side}L${bx + dy * side} ${by - dx * side}Z`;
}
