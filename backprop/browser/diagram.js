// The diagram of the network: neurons in columns, weights as lines between them.

import { covers, idOf, neuronId, parse } from "./address.js";
import { inkOn, shade, strokeOf } from "./colour.js";
import { h, put, s, say } from "./dom.js";
import { ARROWS, giveKeysBack, keepFocus } from "./keys.js";
import { overlayOf } from "./modules.js";
import { exact } from "./number.js";

/** @import { Address, Part, PartData } from "./types.d.ts" */
/** @import { Stage } from "./stage.js" */

/** @typedef {PartData & { neurons?: string, edges?: string, lists?: boolean }} DiagramData */
/** @typedef {"neurons" | "edges"} Kind */
/**
 * A neuron or a line: where it is, and the number that it shows now.
 * @typedef {{ l: number, j: number, k: number | null, id: string, entry: Address, element: SVGGElement }} Shape
 * @typedef {Shape & { circle: SVGCircleElement, text: SVGTextElement, sign: SVGTextElement }} Neuron
 * @typedef {Shape & { k: number, line: SVGLineElement, hit: SVGLineElement }} Edge
 */

const NEURONS = { auto: "follow the step", a: "activations a", z: "weighted inputs z", delta: "errors δ" };
const EDGES = { auto: "follow the step", w: "weights w", nabla_w: "gradients ∂C/∂w" };

const NO_NUMBER = { id: "", entry: parse("") };

/**
 * @param {Element} element
 * @param {Record<string, number>} attributes
 */
function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

/**
 * @param {string} label
 * @param {Record<string, string>} options
 * @param {string} chosen
 * @param {(value: string) => void} act
 */
function choice(label, options, chosen, act) {
  const select = h("select", { "aria-label": label });
  select.addEventListener("change", () => act(select.value));
  for (const [value, text] of Object.entries(options)) select.append(h("option", { value }, text));
  select.value = chosen;
  return h("label", {}, h("span", {}, label), giveKeysBack(select));
}

/** @implements {Part} */
export default class Diagram {
  /** @type {number[]} */
  sizes = [];
  /** @type {{ l: number, kind: Kind, element: SVGTextElement }[]} */
  heads = [];
  /** @type {Edge[]} */
  edges = [];
  /** @type {Neuron[]} */
  nodes = [];
  radius = 0;
  between = 0; // two columns, in letters

  /**
   * A page may set what is shown, {neurons: "a"}, {edges: "w"}, and leave out the {lists} to choose it.
   * @param {Stage} stage
   * @param {DiagramData} part
   */
  constructor(stage, { neurons = "auto", edges = "auto", lists = true, overlays = [] }) {
    this.stage = stage;
    this.shown = { neurons, edges };
    /** @param {Kind} what */
    const show = (what) => (/** @type {string} */ value) => {
      this.shown[what] = value;
      this.update();
    };
    this.svg = s("svg", { role: "group", "aria-label": "Diagram of the network" });
    this.element = h("figure", { class: "diagram" }, this.svg);
    if (lists) {
      this.element.append(h("figcaption", {},
        choice("Neurons", NEURONS, neurons, show("neurons")), choice("Lines", EDGES, edges, show("edges"))));
    }
    this.svg.addEventListener("mousedown", keepFocus);
    this.svg.addEventListener("keydown", (event) => this.walk(event));
    this.overlays = overlays.map((one) => overlayOf(stage, one, this));
  }

  /** @param {DiagramData} part */
  rebuild({ overlays = [] }) {
    this.overlays.forEach((overlay, i) => overlay.rebuild(overlays[i]));
    this.build();
    for (const overlay of this.overlays) {
      this.svg.append(...overlay.elements); // on top
      overlay.place();
    }
  }

  build() {
    const { sizes } = this.stage.data;
    if (sizes.join() === this.sizes.join()) return;
    this.sizes = sizes;
    this.svg.replaceChildren();
    this.heads = [];
    this.edges = [];
    this.nodes = [];
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
    this.resize();
  }

  /**
   * @param {number} l
   * @param {number} j
   * @param {number} k
   */
  edge(l, j, k) {
    const line = s("line", { class: "line" });
    const hit = s("line", { class: "hit" });
    const mark = { l, j, k, ...NO_NUMBER, line, hit, element: s("g", { class: "edge" }, line, hit) };
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
    const first = this.nodes.length === 0;
    const element = s("g", { class: "node", role: "button", tabindex: first ? "0" : "-1" }, circle, text, sign);
    const mark = { l, j, k: null, ...NO_NUMBER, circle, text, sign, element };
    this.listen(mark);
    this.nodes.push(mark);
    return element;
  }

  /**
   * @param {number} l
   * @param {number} j
   */
  neuron(l, j) {
    return /** @type {Neuron} */ (this.nodes.find((one) => one.l === l && one.j === j));
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

  resize() {
    const { width } = this.stage;
    const most = Math.max(...this.sizes);
    const ample = Math.max(180, most * 62, Math.min(width * 0.33, window.innerHeight * 0.3));
    const letters = parseFloat(getComputedStyle(this.stage.element).fontSize);
    const [top, bottom, side] = [letters * 2, 10, Math.min(60, width * 0.09)];
    const height = Math.round(Math.min(Math.max(width * 0.44, 200), ample) + top - 30);
    const across = (width - 2 * side) / (this.sizes.length - 1);
    const down = (height - top - bottom) / most;
    this.between = across / letters;
    this.radius = Math.max(7, Math.min(down * 0.42, across * 0.2, 20 + width * 0.008));
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.svg.style.height = `${height}px`;
    /** @type {(l: number, j: number) => [x: number, y: number]} */
    const place = (l, j) => [
      side + (l - 1) * across,
      top + (height - top - bottom) / 2 + (j - (this.sizes[l - 1] + 1) / 2) * down,
    ];
    for (const { l, j, circle, text, sign } of this.nodes) {
      const [x, y] = place(l, j);
      set(sign, { x: x + this.radius * 0.9, y: y - this.radius * 0.9 });
      set(circle, { cx: x, cy: y, r: this.radius });
      set(text, { x, y });
      text.style.fontSize = `${Math.max(9, this.radius * 0.58)}px`;
    }
    for (const { l, j, k, line, hit } of this.edges) {
      const [[x1, y1], [x2, y2]] = [place(l - 1, k), place(l, j)];
      for (const one of [line, hit]) set(one, { x1, y1, x2, y2 });
    }
    for (const { l, kind, element } of this.heads) {
      set(element, { x: place(l, 1)[0] - (kind === "edges" ? across / 2 : 0), y: letters * 1.07 });
    }
    for (const overlay of this.overlays) overlay.place();
  }

  /**
   * The symbol that a layer's neurons or the lines into it show at this step.
   * @param {Kind} kind
   * @param {number} l
   */
  symbol(kind, l) {
    const chosen = this.shown[kind];
    /** @param {string} symbol */
    const born = (symbol) => this.stage.isBorn({ array: symbol + l });
    if (kind === "edges") return chosen !== "auto" ? chosen : born("nabla_w") ? "nabla_w" : "w";
    if (l === 1) return "a";
    if (chosen !== "auto") return chosen;
    if (this.stage.result?.symbol === "sigma_prime" && this.stage.now.l === l) return "z";
    if (born("delta")) return "delta";
    return born("a") || !born("z") ? "a" : "z";
  }

  /**
   * Gives a mark the address of the number that it shows.
   * @param {Shape} mark
   * @param {string} symbol
   */
  look(mark, symbol) {
    mark.id = idOf(symbol, mark.l, mark.j, mark.k);
    mark.entry = parse(mark.id);
    return { ...this.stage.number(mark.entry), born: this.stage.isBorn(mark.entry) };
  }

  update() {
    const { stage } = this;
    const { figures } = stage.data;
    put(this.svg, "data-direction", stage.backward ? "left" : "right");
    for (const mark of this.edges) {
      const symbol = this.symbol("edges", mark.l);
      const { value, born } = this.look(mark, symbol);
      const state = this.stateOf(mark);
      const { colour, share } = strokeOf(stage, symbol, value);
      mark.line.style.stroke = born ? colour : "";
      const least = state === "now" ? 2.5 : 0.8;
      mark.line.style.strokeWidth = born ? `${least + 5 * share}px` : "";
      put(mark.element, "data-state", state);
    }
    for (const mark of this.nodes) {
      const symbol = this.symbol("neurons", mark.l);
      const { value, text, name, born } = this.look(mark, symbol);
      const colour = shade(stage, symbol, value);
      mark.circle.style.fill = born ? colour : "";
      mark.text.style.fill = born ? inkOn(colour) : "";
      say(mark.text, born && this.radius > 13 ? text : "");
      put(mark.element, "data-state", this.stateOf(mark));
      const note = stage.markOf(neuronId(mark.l, mark.j));
      say(mark.sign, note?.sign ?? "");
      put(mark.element, "aria-label",
        `${name} ${born ? `= ${exact(value)}` : "not computed yet"}${note ? `, ${note.words}` : ""}`);
    }
    for (const { l, kind, element } of this.heads) {
      const symbol = this.symbol(kind, l);
      const text = l === 1 ? "a¹ = x" : figures[symbol + l].layout.title.text;
      say(element, text);
      element.toggleAttribute("hidden", kind === "edges" && text.length * 0.55 + 2.9 > this.between);
      element.style.fill = stage.colours[symbol];
    }
    for (const overlay of this.overlays) overlay.update();
    this.light();
  }

  /**
   * A neuron takes part in a step with any of its numbers: its bias, its slope, its error.
   * @param {Shape} mark
   */
  stateOf(mark) {
    const { stage } = this;
    if (mark.k !== null) return stage.stateOf(mark.entry);
    /** @param {Address} address */
    const takesPart = (address) => address.symbol !== "w" && address.symbol !== "nabla_w" &&
      address.l === mark.l && (address.j === null || address.j === mark.j);
    if (stage.result && takesPart(stage.result)) return "now";
    if (stage.operands.some(takesPart)) return "operand";
    return stage.isBorn(mark.entry) ? "known" : "unborn";
  }

  light() {
    const { stage } = this;
    const { lit, selected } = stage.marked;
    /** @type {(mark: Shape) => (address: Address) => boolean} */
    const shows = ({ entry, l, j, k }) => (address) => covers(address, entry) ||
      (address.l === l && address.j === j && address.k === k && address.j !== null);
    for (const mark of [...this.edges, ...this.nodes]) {
      mark.element.classList.toggle("lit", lit.some(shows(mark)));
      mark.element.classList.toggle("selected", selected.some(shows(mark)));
    }
  }

  /**
   * Arrow keys walk from neuron to neuron; Enter and Space select.
   * @param {KeyboardEvent} event
   */
  walk(event) {
    const here = this.nodes.find(({ element }) => element === event.target);
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
