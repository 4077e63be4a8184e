// An overlay of the diagram: the numbers on lines that belong to the present step.

import { EdgeLabels } from "./edge_labels.js";

/** @import { Overlay, PartData } from "./types.d.ts" */
/** @import { Label } from "./edge_labels.js" */
/** @import { Shapes } from "./diagram_shapes.js" */
/** @import { Stage } from "./stage.js" */

/** @typedef {PartData & { steps: Label[][] }} StepLabelsData for each step its labels */

/** @implements {Overlay} */
export default class StepLabels {
  /** @type {StepLabelsData} */
  part;

  /**
   * @param {Stage} stage
   * @param {StepLabelsData} _
   * @param {Shapes} shapes
   */
  constructor(stage, _, shapes) {
    this.stage = stage;
    this.drawn = new EdgeLabels(stage, shapes);
    this.elements = [this.drawn.element];
  }

  /** @param {StepLabelsData} part */
  rebuild(part) {
    this.part = part;
  }

  place() {
    this.drawn.place();
  }

  update() {
    this.drawn.show(this.part.steps[this.stage.step - 1] ?? []);
  }
}
