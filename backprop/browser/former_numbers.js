// What the numbers of neurons were before the last change, small below the new ones.

import { put, s, say } from "./dom.js";

/** @import { Overlay } from "./types.d.ts" */
/** @import { Neuron, Shapes } from "./diagram_shapes.js" */
/** @import { Stage } from "./stage.js" */

const LEAST = 17; // pixels of a neuron's radius that has room for two numbers

/** @implements {Overlay} */
export default class FormerNumbers {
  /** @type {{ neuron: Neuron, text: SVGTextElement }[]} */
  below = [];

  /**
   * @param {Stage} stage
   * @param {unknown} _
   * @param {Shapes} shapes
   */
  constructor(stage, _, shapes) {
    this.stage = stage;
    this.shapes = shapes;
    this.group = s("g", { class: "former", "aria-hidden": "true" });
    this.elements = [this.group];
  }

  rebuild() {}

  place() {
    const { neurons, radius } = this.shapes;
    const size = Math.max(9, radius * 0.4);
    this.below = neurons.map((neuron) => {
      const { cx, cy } = neuron.circle;
      const text = s("text", { x: cx.baseVal.value, y: cy.baseVal.value + radius * 0.56, "font-size": size });
      return { neuron, text };
    });
    this.group.replaceChildren(...this.below.map(({ text }) => text));
  }

  update() {
    for (const { neuron, text } of this.below) {
      const changed = this.stage.changes.was(neuron.entry) !== undefined;
      const was = changed ? this.stage.changes.wasWritten(neuron.entry) : "";
      neuron.element.classList.toggle("changed", changed);
      say(text, this.shapes.radius < LEAST ? "" : was);
      put(neuron.element, "data-was", was || undefined);
      text.style.fill = neuron.text.style.fill;
    }
  }
}
