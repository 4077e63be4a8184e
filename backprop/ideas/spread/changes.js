// An overlay of the diagram: how far a change of one weight has spread at this step, and beside each
// neuron on the way what really happens to its activation, and what its rate predicts.

import { idOf, parse } from "../../browser/address.js";
import { centre, CostNode } from "../../browser/cost_node.js";
import { formatted, put, s, say } from "../../browser/dom.js";
import { EdgeLabels } from "../../browser/edge_labels.js";
import { short } from "../../browser/number.js";
import { quietBeside } from "../../browser/way.js";

/** @import { Address, Frames, Overlay, PartData } from "../../browser/types.d.ts" */
/** @import { Shapes } from "../../browser/diagram_shapes.js" */
/** @import { Stage } from "../../browser/stage.js" */

/**
 * The weight's id; by layer the rate of each neuron; the rates of the edges to the next layer and its
 * neuron that responds most, from 1; the cost's rate, and its true change at each frame.
 * @typedef {PartData & {
 *   weight: string,
 *   rates: Record<string, number[]>,
 *   edges: number[],
 *   next: number,
 *   cost: { rate: number, changes: number[] },
 *   texts: Record<"pushed" | "rate" | "truly" | "predicted" | "spoken", string>,
 * }} ChangesData
 */
/** @typedef {{ element: SVGGElement, truly: SVGTextElement, predicted: SVGTextElement }} Pair */

const WIDEST = 6; // times the size of the letters that ≈ −2.34×10⁻⁵ is wide
const HIGH = 28; // pixels that both numbers need beside every neuron
const ROOM_FOR_RATE = 130; // pixels between two neurons for their numbers and a rate on the line

/** @implements {Overlay} */
export default class Changes {
  /** @type {ChangesData} */
  part;
  /** @type {Map<string, Pair>} */
  pairs = new Map(); // by the id of the activation, or C

  /**
   * @param {Stage} stage
   * @param {ChangesData} _
   * @param {Shapes} shapes
   */
  constructor(stage, _, shapes) {
    this.stage = stage;
    this.shapes = shapes;
    this.cost = new CostNode(shapes);
    this.edges = new EdgeLabels(stage, shapes);
    this.numbers = s("g", { class: "changes", "aria-hidden": "true" });
    this.elements = [this.cost.element, this.edges.element, this.numbers];
  }

  /** @param {ChangesData} part */
  rebuild(part) {
    this.part = part;
    const { l, j } = parse(part.weight);
    const ids = Object.entries(part.rates).flatMap(([t, rates]) => rates.map((_, n) => idOf("a", Number(t), n + 1)));
    const on = ids.filter((id) => parse(id).l > l || parse(id).j === j);
    this.pairs = new Map([...on, "C"].map((id) => [id, pair()]));
    this.numbers.replaceChildren(...[...this.pairs.values()].map(({ element }) => element));
  }

  // Of the letters, in pixels.
  get size() {
    return Math.max(10, Math.min(15, this.shapes.radius * 0.56));
  }

  place() {
    const { shapes, cost } = this;
    cost.place();
    const { size } = this;
    for (const [id, { element, truly, predicted }] of this.pairs) {
      const { l, j } = parse(id);
      const at = id === "C" ? { x: cost.x, y: cost.y + cost.radius + size * 1.5 } : centre(shapes.neuron(l, j ?? 1).circle);
      const x = String(id === "C" ? at.x + cost.radius + 10 : at.x + shapes.radius + 5);
      put(element, "font-size", String(size));
      put(element, "text-anchor", id === "C" ? "end" : "start");
      put(truly, "x", x);
      put(predicted, "x", x);
      put(truly, "y", String(at.y - size * 0.62));
      put(predicted, "y", String(at.y + size * 0.62));
    }
    this.edges.place();
    quietBeside(this.part.weight, shapes);
    for (const { element: node } of shapes.neurons) node.removeAttribute("aria-description");
  }

  /**
   * The step at which the change reaches this number.
   * @param {string} id
   */
  reachedAt(id) {
    return (id === "C" ? this.stage.data.sizes.length + 1 : parse(id).l) - parse(this.part.weight).l + 2;
  }

  /** @param {string} id */
  changeOf(id) {
    const { stage, part: { cost, rates } } = this;
    const frames = /** @type {Frames} */ (stage.data.frames);
    const dw = Number(frames.values[stage.frame]);
    if (id === "C") return { truly: cost.changes[stage.frame], predicted: cost.rate * dw };
    const { l, j } = parse(id);
    const n = (j ?? 1) - 1;
    return { truly: stage.numbers(`change${l}`)[n], predicted: rates[l][n] * dw };
  }

  // The neurons with numbers beside them: all, or where these would overlap one of each layer.
  labelled() {
    const { stage: { lit, selected }, part: { rates } } = this;
    if (this.between() > WIDEST * this.size && this.down() > HIGH) return [...this.pairs.keys()];
    const pointed = [lit, selected].map(parse);
    return ["C", ...Object.entries(rates).map(([t, every]) => {
      const own = pointed.find(({ l, j, k }) => l === Number(t) && j && !k && this.pairs.has(idOf("a", l, j)));
      return idOf("a", Number(t), own?.j ?? strongest(every));
    })];
  }

  // The room between two columns.
  between() {
    const { shapes } = this;
    return centre(shapes.neuron(2, 1).circle).x - centre(shapes.neuron(1, 1).circle).x - 2 * shapes.radius;
  }

  // How far apart two neurons of the largest layer are, from top to bottom.
  down() {
    const { shapes } = this;
    const l = shapes.sizes.indexOf(Math.max(...shapes.sizes)) + 1;
    if (shapes.sizes[l - 1] === 1) return Infinity;
    return centre(shapes.neuron(l, 2).circle).y - centre(shapes.neuron(l, 1).circle).y;
  }

  update() {
    const { stage, shapes, part: { texts } } = this;
    const shown = new Set(this.labelled());
    for (const [id, { element, truly, predicted }] of this.pairs) {
      const there = stage.step >= this.reachedAt(id);
      element.toggleAttribute("hidden", !there || !shown.has(id));
      const change = this.changeOf(id);
      const [one, other] = [signed(change.truly), signed(change.predicted)];
      say(truly, formatted(texts.truly, { change: one }));
      say(predicted, formatted(texts.predicted, { change: other }));
      const { l, j } = parse(id);
      if (j) put(shapes.neuron(l, j).element, "aria-description", there ? formatted(texts.spoken, { truly: one, predicted: other }) : "");
    }
    const reached = stage.step >= this.reachedAt("C");
    this.cost.element.classList.toggle("on", reached);
    for (const line of this.cost.lines) line.classList.toggle("on", reached);
    this.showEdges();
  }

  // The weight and what is added to it, and the way on to one neuron of the next layer.
  showEdges() {
    const { stage, part: { weight, edges, texts } } = this;
    const { l, j, k } = parse(weight);
    const frames = /** @type {Frames} */ (stage.data.frames);
    const dw = `${stage.frame > frames.rest ? "+" : ""}${frames.texts[stage.frame]}`;
    const labels = [{ l, j: j ?? 1, k: k ?? 1, text: formatted(texts.pushed, { dw }), symbol: "w" }];
    const q = this.next();
    if (q && stage.step > 2 && this.between() > ROOM_FOR_RATE) {
      labels.push({ l: l + 1, j: q, k: j ?? 1, text: formatted(texts.rate, { rate: short(edges[q - 1]) }), symbol: "a" });
    }
    this.edges.show(labels);
  }

  // The neuron of the next layer that is pointed at or selected, or responds most; 0 for none.
  next() {
    const { stage: { lit, selected }, part: { weight, next } } = this;
    const after = parse(weight).l + 1;
    /** @param {Address} one */
    const isNext = ({ l, j, k }) => l === after && Boolean(j) && !k;
    return next && ([lit, selected].map(parse).find(isNext)?.j ?? next);
  }

  light() {
    this.update();
  }
}

/** @returns {Pair} */
function pair() {
  const truly = s("text", { class: "truly" });
  const predicted = s("text", { class: "predicted" });
  return { element: s("g", {}, truly, predicted), truly, predicted };
}

/** @param {number} value */
function signed(value) {
  return `${value > 0 ? "+" : ""}${short(value)}`;
}

/** @param {number[]} rates */
function strongest(rates) {
  const sizes = rates.map(Math.abs);
  return sizes.indexOf(Math.max(...sizes)) + 1;
}
