// An overlay of the diagram: how far each weight and bias moves in the step of gradient descent, as a
// glow behind its line and its neuron, drawn larger than it is.

import { at } from "./colour.js";
import { put, s } from "./dom.js";

/** @import { Overlay } from "./types.d.ts" */
/** @import { Shapes } from "./diagram_shapes.js" */
/** @import { Stage } from "./stage.js" */

const [THIN, WIDE] = [2, 16]; // pixels
const FAINT = 0.04; // of the largest: what moves less has no glow

/** @implements {Overlay} */
export default class Glow {
  shown = "";

  /**
   * @param {Stage} stage
   * @param {unknown} _
   * @param {Shapes} shapes
   */
  constructor(stage, _, shapes) {
    this.stage = stage;
    this.shapes = shapes;
    this.element = s("g", { class: "glow", "aria-hidden": "true" });
    this.elements = [this.element];
  }

  rebuild() {
    this.shown = "anew";
  }

  place() {
    this.shapes.svg.prepend(this.element); // behind all
    this.shown = "anew";
    if (this.stage.data) this.update();
  }

  update() {
    const { stage } = this;
    const seen = stage.learns && stage.walk < 0 && "step_w2" in stage.figures;
    const shown = seen ? [stage.edition, stage.theme].join() : "";
    if (shown === this.shown) return;
    this.shown = shown;
    this.element.replaceChildren(...(seen ? this.drawn() : []));
  }

  drawn() {
    const { stage, shapes } = this;
    const limit = stage.data.limits.step_w;
    /**
     * @param {number} value
     * @param {SVGElement} element
     */
    const look = (value, element, width = THIN + (WIDE * Math.abs(value)) / limit) => {
      element.style.stroke = at(stage.ramps.signed, value < 0 ? 0.12 : 0.88);
      element.style.strokeWidth = `${width.toFixed(1)}px`;
      return element;
    };
    const lines = shapes.edges.flatMap(({ l, j, k, line }) => {
      const value = stage.valueOf({ array: `step_w${l}`, symbol: "step_w", l, j, k });
      if (Math.abs(value) < FAINT * limit) return [];
      const made = s("line");
      for (const name of ["x1", "y1", "x2", "y2"]) put(made, name, line.getAttribute(name) ?? "0");
      return [look(value, made)];
    });
    const rings = shapes.neurons.flatMap(({ l, j, circle }) => {
      if (l === 1 || !stage.figures[`step_b${l}`]) return [];
      const value = stage.valueOf({ array: `step_b${l}`, symbol: "step_b", l, j, k: null });
      if (Math.abs(value) < FAINT * limit) return [];
      const made = s("circle");
      for (const name of ["cx", "cy", "r"]) put(made, name, circle.getAttribute(name) ?? "0");
      return [look(value, made)];
    });
    return [...lines, ...rings];
  }
}
