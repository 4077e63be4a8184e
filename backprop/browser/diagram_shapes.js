// The shapes of the diagram: neurons in columns, lines between them, and names above.

import { idOf, parse } from "./address.js";
import { ADVANCE } from "./cells.js";
import { put, s, say } from "./dom.js";
import { ARROWS, keepFocus } from "./keys.js";
import { breadth } from "./number.js";
import { leastNumber } from "./wall.js";

/** @import { Address } from "./types.d.ts" */
/** @import { Stage } from "./stage.js" */

/** @typedef {"neurons" | "edges"} Kind */
/**
 * A neuron or a line: where it is, the number that it shows now, and how it is shown.
 * @typedef {{ l: number, j: number, k: number | null, id: string, entry: Address, shown: string, element: SVGGElement }} Shape
 * @typedef {Shape & { circle: SVGCircleElement, text: SVGTextElement, sign: SVGTextElement }} Neuron
 * @typedef {Shape & { k: number, line: SVGLineElement, hit: SVGLineElement }} Edge
 */

const IN_NEURON = [0.58, 0.62]; // of the radius, a number: as usual, and on a wall
const ACROSS = 1.72; // of the radius, the widest number
const ON_WALL = IN_NEURON[1] * 0.45; // of the room for a neuron, a number
const BELOW = 10; // pixels below the lowest neuron
const NO_NUMBER = { id: "", entry: parse(""), shown: "" };

/**
 * @param {Element} element
 * @param {Record<string, number>} attributes
 */
function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

export class Shapes {
  /** @type {number[]} */
  sizes = [];
  /** @type {{ l: number, kind: Kind, element: SVGTextElement }[]} */
  heads = [];
  /** @type {Edge[]} */
  edges = [];
  /** @type {Neuron[]} */
  neurons = [];
  radius = 0;
  between = 0; // two columns, in letters
  high = 0; // pixels that it was given, or 0: as many as it wants
  others = 0; // pixels of the window's height that all else on the page needs, or 0: it asks for no more
  /** @type {(width: number) => number} */
  beside = () => 0; // pixels to the right of the outputs that an overlay needs

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.svg = s("svg", { role: "group", "aria-label": "Diagram of the network" });
    this.svg.addEventListener("mousedown", keepFocus);
    this.svg.addEventListener("keydown", (event) => this.walk(event));
  }

  build() {
    const { sizes } = this.stage.data;
    if (sizes.join() === this.sizes.join()) return;
    this.sizes = sizes;
    this.svg.replaceChildren();
    this.heads = [];
    this.edges = [];
    this.neurons = [];
    const lines = s("g", { class: "edges" });
    sizes.forEach((n, index) => {
      const l = index + 1;
      this.heads.push({ l, kind: "neurons", element: s("text", { class: "head" }) });
      if (l > 1) this.heads.push({ l, kind: "edges", element: s("text", { class: "head" }) });
      for (let j = 1; j <= n; j++) {
        for (let k = 1; l > 1 && k <= sizes[index - 1]; k++) lines.append(this.edge(l, j, k));
      }
    });
    this.svg.append(lines, ...this.heads.map(({ element }) => element));
    sizes.forEach((n, index) => {
      for (let j = 1; j <= n; j++) this.svg.append(this.node(index + 1, j));
    });
    this.place();
  }

  /**
   * @param {number} l
   * @param {number} j
   * @param {number} k
   */
  edge(l, j, k) {
    const line = s("line", { class: "line" });
    const hit = s("line", { class: "hit" });
    const mark = { l, j, k, ...NO_NUMBER, line, hit, element: s("g", { class: "edge", "data-turn": idOf("w", l, j, k) }, hit, line) };
    this.listen(mark);
    this.edges.push(mark);
    return mark.element;
  }

  /**
   * @param {number} l
   * @param {number} j
   */
  node(l, j) {
    const circle = s("circle");
    const text = s("text");
    const sign = s("text", { class: "sign" });
    const first = this.neurons.length === 0;
    const element = s("g", { class: "node", role: "button", tabindex: first ? "0" : "-1" }, circle, text, sign);
    const mark = { l, j, k: null, ...NO_NUMBER, circle, text, sign, element };
    this.listen(mark);
    this.neurons.push(mark);
    return element;
  }

  /**
   * @param {number} l
   * @param {number} j
   */
  neuron(l, j) {
    return /** @type {Neuron} */ (this.neurons.find((one) => one.l === l && one.j === j));
  }

  /** @param {Shape} mark */
  listen(mark) {
    const { stage } = this;
    mark.element.addEventListener("click", () => stage.select(mark.id));
    mark.element.addEventListener("pointerenter", () => stage.light(mark.id));
    mark.element.addEventListener("pointerleave", () => stage.light(""));
    if (mark.k !== null) return; // lines are for the pointer; keys reach weights in the heatmaps
    mark.element.addEventListener("focus", () => stage.light(mark.id));
    mark.element.addEventListener("blur", () => stage.light(""));
  }

  get usual() {
    if (leastNumber(this.stage)) return this.least * 1.15;
    const { width, height: high, letters: { size } } = this.stage;
    const ample = Math.max(180, Math.max(...this.sizes) * 62, Math.min(width * 0.33, high * 0.3));
    const usual = Math.round(Math.min(Math.max(width * 0.44, 200), ample) + size * 2 - 30);
    return this.others ? Math.max(usual, Math.round(Math.min(high - this.others, width * 0.6))) : usual;
  }

  // In small networks the neurons still have numbers then.
  get least() {
    const most = Math.max(...this.sizes);
    const number = leastNumber(this.stage);
    if (number) return Math.round(Math.min(most * (number / ON_WALL) + this.stage.letters.size * 2 + BELOW, this.stage.height * 0.45));
    return Math.round(most * (most > 6 ? 12.5 : 35) + this.stage.letters.size * 2 + BELOW);
  }

  place() {
    const { width, letters: { size: letters } } = this.stage;
    const most = Math.max(...this.sizes);
    const wall = leastNumber(this.stage) > 0;
    const [top, bottom, side] = [letters * 2, BELOW, Math.min(wall ? letters * 4 : 60, width * 0.09)];
    const height = this.high || this.usual;
    const across = (width - 2 * side - this.beside(width)) / (this.sizes.length - 1);
    const down = (height - top - bottom) / most;
    this.between = across / letters;
    this.radius = Math.max(this.high ? 5 : 7, Math.min(down * (wall ? 0.45 : 0.42), across * 0.2, wall ? letters * 3 : 20 + width * 0.008));
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.svg.style.height = `${height}px`;
    /** @type {(l: number, j: number) => [x: number, y: number]} */
    const place = (l, j) => [
      side + (l - 1) * across,
      top + (height - top - bottom) / 2 + (j - (this.sizes[l - 1] + 1) / 2) * down,
    ];
    for (const { l, j, circle, text, sign } of this.neurons) {
      const [x, y] = place(l, j);
      set(sign, { x: x + this.radius * 0.9, y: y - this.radius * 0.9 });
      set(circle, { cx: x, cy: y, r: this.radius });
      set(text, { x, y });
      text.style.fontSize = `${Math.max(9, this.radius * IN_NEURON[Number(wall)])}px`;
    }
    for (const { l, j, k, line, hit } of this.edges) {
      const [[x1, y1], [x2, y2]] = [place(l - 1, k), place(l, j)];
      for (const one of [line, hit]) set(one, { x1, y1, x2, y2 });
    }
    for (const { l, kind, element } of this.heads) {
      set(element, { x: place(l, 1)[0] - (kind === "edges" ? across / 2 : 0), y: letters * 1.07 });
    }
  }

  /**
   * A number in a neuron; one that is as wide as the circle is set narrower.
   * @param {SVGTextElement} text
   * @param {string} number
   */
  write(text, number) {
    say(text, number);
    const room = ACROSS * this.radius;
    const wide = breadth(number) * parseFloat(text.style.fontSize) * ADVANCE;
    put(text, "textLength", wide > room ? String(room) : undefined);
    put(text, "lengthAdjust", wide > room ? "spacingAndGlyphs" : undefined);
  }

  /**
   * Arrow keys walk from neuron to neuron; Enter and Space select.
   * @param {KeyboardEvent} event
   */
  walk(event) {
    const here = this.neurons.find(({ element }) => element === event.target);
    if (!here) return;
    const [dl, dj] = ARROWS[event.key] ?? [0, 0];
    if (event.key === "Enter" || event.key === " ") this.stage.select(here.id);
    else if (!dl && !dj) return;
    event.preventDefault();
    const l = Math.min(Math.max(1, here.l + dl), this.sizes.length);
    const j = Math.min(Math.max(1, here.j + dj), this.sizes[l - 1]);
    const there = this.neuron(l, j);
    put(here.element, "tabindex", "-1");
    put(there.element, "tabindex", "0");
    there.element.focus();
  }
}
