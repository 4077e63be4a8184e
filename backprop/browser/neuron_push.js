// An overlay of the diagram: a neuron that is pushed, by the chapter's demon, and by how much.

import { parse } from "./address.js";
import { put, s, say } from "./dom.js";

/** @import { Frames, Overlay, PartData } from "./types.d.ts" */
/** @import { Shapes } from "./diagram_shapes.js" */
/** @import { Stage } from "./stage.js" */

/** @typedef {PartData & { at: string, push: string }} PushData the neuron's id, and what is added to */

const HEAD = "M12 5c4.4 0 8 3.6 8 8s-3.6 8-8 8-8-3.6-8-8 3.6-8 8-8z";
const HORNS = "M4.6 11C2 9 1.7 5 3.2 1.5 4.7 4.5 6.5 5.8 8.6 6.2zM19.4 11C22 9 22.3 5 20.8 1.5 19.3 4.5 17.5 5.8 15.4 6.2z";
const FACE = "M7.5 10.5l3 1.5M16.5 10.5l-3 1.5M8 15.5c2 2.5 6 2.5 8 0";
const SIZE = 24;
const ROOM = 84; // pixels for what is written

/** @implements {Overlay} */
export default class NeuronPush {
  /** @type {PushData} */
  part;

  /**
   * @param {Stage} stage
   * @param {PushData} _
   * @param {Shapes} shapes
   */
  constructor(stage, _, shapes) {
    this.stage = stage;
    this.shapes = shapes;
    this.demon = s("g", { class: "demon", "aria-hidden": "true" },
      s("path", { class: "body", d: HORNS }), s("path", { class: "body", d: HEAD }),
      s("path", { class: "face", d: FACE }));
    this.push = s("text", { class: "push", "aria-hidden": "true" });
    this.elements = [this.demon, this.push];
  }

  /** @param {PushData} part */
  rebuild(part) {
    this.part = part;
  }

  // Above and to the left of its neuron; the push is written where there is room for it.
  place() {
    const { shapes, shapes: { radius } } = this;
    const { l, j } = parse(this.part.at);
    const { cx: x, cy: y } = shapes.neuron(l, j ?? 1).circle;
    const size = Math.max(20, radius * 1.15);
    const left = at(x) - radius * 0.95 - size * 0.6;
    const top = Math.max(1, at(y) - radius * 0.75 - size * 0.65);
    put(this.demon, "transform", `translate(${left} ${top}) scale(${size / SIZE})`);
    put(this.push, "x", String(left - 4));
    put(this.push, "y", String(top + size * 0.72));
    const before = at(shapes.neuron(l - 1, 1).circle.cx);
    this.push.toggleAttribute("hidden", left - before - radius < ROOM);
  }

  update() {
    const { frame, data } = this.stage;
    const { texts, rest } = /** @type {Frames} */ (data.frames);
    say(this.push, `${this.part.push} = ${frame > rest ? "+" : ""}${texts[frame]}`);
  }
}

/** @param {SVGAnimatedLength} length */
function at(length) {
  return length.baseVal.value;
}
