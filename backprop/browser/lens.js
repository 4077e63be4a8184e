// A neuron enlarged, with its number, where the network has so many that they are too small for one.

import { inkOn } from "./colour.js";
import { put, s, say } from "./dom.js";

/** @import { Neuron } from "./diagram_shapes.js" */

const RADIUS = 29; // pixels
const READABLE = 13; // pixels: a neuron of this radius has its number in it

export class Lens {
  constructor() {
    this.circle = s("circle", { r: RADIUS });
    this.text = s("text");
    this.element = s("g", { class: "lens", "aria-hidden": "true", hidden: "" }, this.circle, this.text);
  }

  /**
   * @param {Neuron | undefined} neuron that is looked at, if there is one
   * @param {number} radius of all of them
   * @param {string} number what stands in it, or "" before it is computed
   */
  show(neuron, radius, number) {
    const seen = neuron && number && radius <= READABLE;
    this.element.toggleAttribute("hidden", !seen);
    if (!seen) return;
    const { x, y } = { x: neuron.circle.cx.baseVal.value, y: Math.max(RADIUS + 2, neuron.circle.cy.baseVal.value) };
    put(this.element, "transform", `translate(${x} ${y})`);
    const colour = neuron.circle.style.fill;
    this.circle.style.fill = colour;
    this.text.style.fill = inkOn(colour);
    say(this.text, number);
  }
}
