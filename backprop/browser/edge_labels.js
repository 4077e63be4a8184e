// Numbers on lines of the diagram: the lines are lit, and each has a label where there is room.
// Overlays of the diagram show theirs with this class.

import { s } from "./dom.js";

/** @import { Shapes } from "./diagram_shapes.js" */
/** @import { Stage } from "./stage.js" */

/**
 * A label on the line from neuron k of layer l - 1 to neuron j of layer l, in a symbol's colour.
 * @typedef {{ l: number, j: number, k: number, text: string, symbol?: string }} Label
 */
/** @typedef {{ x: number, y: number, width: number }} Box around its middle */

const PLACES = [0.5, 0.38, 0.62, 0.28, 0.72, 0.2, 0.8]; // along the line
const LETTER = 0.58; // the width of one, as a share of their size

export class EdgeLabels {
  /** @type {Label[]} */
  labels = [];
  /** @type {SVGGElement[]} */
  lit = []; // the lines that have labels now: of a thousand lines only these are touched

  /**
   * @param {Stage} stage
   * @param {Shapes} shapes
   */
  constructor(stage, shapes) {
    this.stage = stage;
    this.shapes = shapes;
    this.element = s("g", { class: "edge-labels", "aria-hidden": "true" });
  }

  /** @param {Label[]} labels */
  show(labels) {
    this.labels = labels;
    this.place();
  }

  place() {
    const { labels, shapes } = this;
    const size = Math.max(11, Math.min(17, shapes.radius * 0.62));
    /** @type {Box[]} */
    const taken = [];
    for (const element of this.lit) element.classList.remove("labelled");
    this.lit = [];
    this.element.replaceChildren(...labels.flatMap((label) => {
      const edge = shapes.edges.find(({ l, j, k }) => l === label.l && j === label.j && k === label.k);
      if (!edge) return [];
      edge.element.classList.add("labelled");
      this.lit.push(edge.element);
      const box = free(ends(edge.line), label.text.length * size * LETTER + 6, size * 1.3, taken);
      taken.push(box);
      const text = s("text", { x: box.x, y: box.y, "font-size": size }, label.text);
      text.style.fill = label.symbol ? this.stage.colourOf(label.symbol) : "";
      return [text];
    }));
  }
}

/** @param {SVGLineElement} line */
function ends(line) {
  const [x1, y1, x2, y2] = [line.x1, line.y1, line.x2, line.y2].map(({ baseVal }) => baseVal.value);
  return { x1, y1, x2, y2 };
}

/**
 * Where along the line a label overlaps the others least.
 * @param {{ x1: number, y1: number, x2: number, y2: number }} line its ends
 * @param {number} width
 * @param {number} height
 * @param {Box[]} taken
 */
export function free({ x1, y1, x2, y2 }, width, height, taken) {
  const places = PLACES.map((t) => ({ x: x1 + t * (x2 - x1), y: y1 + t * (y2 - y1), width }));
  /** @param {Box} box */
  const overlap = (box) => taken.reduce((sum, other) => sum +
    Math.max(0, (box.width + other.width) / 2 - Math.abs(box.x - other.x)) *
    Math.max(0, height - Math.abs(box.y - other.y)), 0);
  return places.reduce((best, one) => (overlap(one) < overlap(best) ? one : best));
}
