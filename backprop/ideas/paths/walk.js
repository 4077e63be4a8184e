// An overlay of the diagram: each line as wide as what all paths along it carry, and one path with the
// rates that are multiplied along it, on to the cost.

import { parse } from "../../browser/address.js";
import { centre, CostNode } from "../../browser/cost_node.js";
import { put, s, say } from "../../browser/dom.js";
import { EdgeLabels } from "../../browser/edge_labels.js";
import { short } from "../../browser/number.js";
import { isOnWay, quietBeside } from "../../browser/way.js";
import { present, termsOf } from "./terms.js";

/** @import { Overlay, PartData } from "../../browser/types.d.ts" */
/** @import { Shapes } from "../../browser/diagram_shapes.js" */
/** @import { Stage } from "../../browser/stage.js" */
/** @import { Term } from "./terms.js" */

/**
 * By layer the share of each line of all that the paths carry; and, where paths are walked one by one,
 * the rate of the weight, those between layers, and of the cost by each output.
 * @typedef {PartData & {
 *   weight: string,
 *   shares: Record<string, number[][]>,
 *   rates?: { first: number, between: Record<string, number[][]>, last: number[] },
 * }} WalkData
 */

const [THIN, WIDE] = [0.6, 11]; // pixels of a line that carries nothing, and all
const NUMBER = 0.6; // the size of the last rate, as a share of the neurons' radius

/** @implements {Overlay} */
export default class Walk {
  /** @type {WalkData} */
  part;
  /** @type {string[]} */
  widths = []; // of the lines, in their order
  /** @type {SVGGElement[]} */
  ringed = []; // the neuron whose paths are summed, and its lines on the way

  /**
   * @param {Stage} stage
   * @param {WalkData} _
   * @param {Shapes} shapes
   */
  constructor(stage, _, shapes) {
    this.stage = stage;
    this.shapes = shapes;
    this.cost = new CostNode(shapes);
    this.labels = new EdgeLabels(stage, shapes);
    this.last = s("text");
    this.last.style.fill = "var(--q-nabla_a)";
    this.labels.element.append(this.last);
    this.elements = [this.cost.element, this.labels.element];
  }

  /** @param {WalkData} part */
  rebuild(part) {
    this.part = part;
  }

  place() {
    const { part: { shares, weight }, shapes } = this;
    this.cost.place();
    this.labels.place();
    quietBeside(weight, shapes);
    const { l } = parse(weight);
    this.widths = shapes.edges.map((edge) => {
      const share = !isOnWay(weight, edge) ? 0 : edge.l === l ? 1 : shares[edge.l][edge.j - 1][edge.k - 1];
      return `${THIN + (WIDE - THIN) * share}px`;
    });
  }

  update() {
    this.shapes.edges.forEach(({ line }, n) => (line.style.strokeWidth = this.widths[n]));
    this.light();
  }

  light() {
    const term = termsOf(this.stage)[present(this.stage)];
    if (this.part.rates) this.walk(term);
    else this.ring(term);
  }

  /**
   * The path with its rates.
   * @param {Term} term
   */
  walk({ first, at }) {
    const { part: { rates, weight }, cost, stage, shapes } = this;
    if (!rates) return;
    const { l, j, k } = parse(weight);
    const labels = [{ l, j: j ?? 1, k: k ?? 1, text: short(rates.first), symbol: "a" }];
    at.slice(1).forEach((q, n) => {
      const [t, p] = [first + n + 1, at[n]];
      labels.push({ l: t, j: q, k: p, text: short(rates.between[t][q - 1][p - 1]), symbol: "a" });
    });
    this.labels.show(labels);
    const m = at[at.length - 1];
    cost.lines.forEach((line, n) => line.classList.toggle("on", n === m - 1));
    this.labels.element.append(this.last); // show() has emptied it
    say(this.last, short(rates.last[m - 1]));
    const from = centre(shapes.neuron(stage.data.sizes.length, m).circle);
    put(this.last, "font-size", String(Math.max(10, Math.min(16, shapes.radius * NUMBER))));
    put(this.last, "x", String((from.x + shapes.radius + cost.x - cost.radius) / 2));
    put(this.last, "y", String((from.y + cost.y) / 2 + (from.y > cost.y ? 13 : -13)));
  }

  /**
   * The neuron whose paths are summed.
   * @param {Term} term
   */
  ring({ first, at: [j] }) {
    for (const element of this.ringed) element.classList.remove("summed");
    const { edges, neurons } = this.shapes;
    const own = neurons.filter((one) => one.l === first && one.j === j);
    const lines = edges.filter((one) => (one.l === first && one.j === j) || (one.l === first + 1 && one.k === j));
    this.ringed = [...own, ...lines.filter((one) => isOnWay(this.part.weight, one))].map(({ element }) => element);
    for (const element of this.ringed) element.classList.add("summed");
  }
}
