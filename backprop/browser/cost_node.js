// The cost as a node of its own, to the right of the outputs, with a line from each of them: for
// overlays of the diagram that go on to C.

import { put, s } from "./dom.js";

/** @import { Shapes } from "./diagram_shapes.js" */

const [LEAST, MOST, MARGIN] = [92, 104, 12]; // pixels beside the outputs, and beside itself

export class CostNode {
  x = 0;
  y = 0;
  radius = 0;
  /** @type {SVGLineElement[]} */
  lines = []; // from each output, in order

  /** @param {Shapes} shapes */
  constructor(shapes) {
    this.shapes = shapes;
    shapes.beside = (width) => Math.max(LEAST, Math.min(MOST, width * 0.16));
    this.circle = s("circle");
    this.name = s("text", {}, "C");
    this.element = s("g", { class: "cost-node", "aria-hidden": "true" });
  }

  place() {
    const { shapes } = this;
    const outputs = shapes.neurons.filter(({ l }) => l === shapes.sizes.length).map(({ circle }) => centre(circle));
    this.radius = Math.min(20, Math.max(10, shapes.radius * 0.75));
    this.x = shapes.stage.width - this.radius - MARGIN;
    this.y = outputs.reduce((sum, { y }) => sum + y, 0) / outputs.length;
    this.lines = outputs.map(({ x, y }) => s("line", { x1: x + shapes.radius, y1: y, x2: this.x - this.radius, y2: this.y }));
    put(this.circle, "cx", String(this.x));
    put(this.circle, "cy", String(this.y));
    put(this.circle, "r", String(this.radius));
    put(this.name, "x", String(this.x));
    put(this.name, "y", String(this.y));
    this.element.replaceChildren(...this.lines, this.circle, this.name);
  }
}

/** @param {SVGCircleElement} circle */
export function centre({ cx, cy }) {
  return { x: cx.baseVal.value, y: cy.baseVal.value };
}
