// Over the diagram in the first minute: beside each output what it should be and how far off it is,
// and at the end the one line that is most to blame, with its weight.

import { parse } from "./address.js";
import { centre } from "./cost_node.js";
import { s, say } from "./dom.js";
import { NAMED, act } from "./first_look.js";

/** @import { Overlay, PartData } from "./types.d.ts" */
/** @import { Edge, Shapes } from "./diagram_shapes.js" */
/** @import { Stage } from "./stage.js" */

/** @typedef {{ wishes: string[], gaps: string[], weight: string, number: string }} Told */
/** @typedef {PartData & Partial<Told>} WishesData it has them where the first minute is on */

/** @type {Told} */
const NOTHING = { wishes: [], gaps: [], weight: "", number: "" };
const HOW_WRONG = 2; // an act
const LETTER = 0.57; // the width of one, as a share of their size
const SPACE = 10; // pixels between an output and its words

/** @implements {Overlay} */
export default class Wishes {
  /** @type {Told} */
  data = NOTHING;
  shown = -1; // the act

  /**
   * @param {Stage} stage
   * @param {WishesData} _
   * @param {Shapes} shapes
   */
  constructor(stage, _, shapes) {
    this.stage = stage;
    this.shapes = shapes;
    this.element = s("g", { class: "wishes", "aria-hidden": "true" });
    this.number = s("text", { class: "blamed-number" });
    this.elements = [this.element, this.number];
    const { beside } = shapes;
    shapes.beside = (width) => (act() < 0 ? beside(width) : this.room());
  }

  /** @param {WishesData} data */
  rebuild(data) {
    this.data = { ...NOTHING, ...data };
  }

  get size() {
    const { letters: { size }, width } = this.stage;
    return width < 500 ? size * 0.85 : size * 1.15;
  }

  room() {
    const longest = Math.max(0, ...[...this.data.wishes, ...this.data.gaps].map((text) => text.length));
    return Math.max(0, longest * LETTER * this.size + this.shapes.radius + SPACE - Math.min(60, this.stage.width * 0.09));
  }

  place() {
    const { shapes, size } = this;
    const outputs = shapes.neurons.filter(({ l }) => l === shapes.sizes.length);
    this.texts = outputs.map(({ circle }) => {
      const { x, y } = centre(circle);
      const at = { x: x + shapes.radius + SPACE, "font-size": size };
      return { y, wish: s("text", at), gap: s("text", { ...at, class: "gap" }) };
    });
    this.element.replaceChildren(...this.texts.flatMap(({ wish, gap }) => [wish, gap]));
    this.tell();
  }

  tell() {
    const { data, size } = this;
    const shown = act();
    const line = size * 0.68;
    this.texts?.forEach(({ y, wish, gap }, i) => {
      const both = shown === HOW_WRONG;
      say(wish, shown >= 0 && shown <= HOW_WRONG ? data.wishes[i] ?? "" : "");
      say(gap, both ? data.gaps[i] ?? "" : "");
      wish.setAttribute("y", String(both ? y - line : y));
      gap.setAttribute("y", String(y + line));
    });
    const named = shown === NAMED ? this.blamed() : undefined;
    for (const { element } of this.shapes.edges) element.classList.toggle("blamed", element === named?.element);
    for (const { l, j, element } of this.shapes.neurons) {
      const { l: layer, j: to, k: from } = parse(this.data.weight);
      element.classList.toggle("blamed", Boolean(named) && ((l === layer && j === to) || (l === layer - 1 && j === from)));
    }
    say(this.number, named ? data.number : "");
    if (!named) return;
    const [x1, y1, x2, y2] = ["x1", "y1", "x2", "y2"].map((name) => Number(named.line.getAttribute(name)));
    this.number.setAttribute("font-size", String(size * 1.5));
    this.number.setAttribute("x", String((x1 + x2) / 2));
    this.number.setAttribute("y", String((y1 + y2) / 2));
  }

  /** @returns {Edge | undefined} */
  blamed() {
    const { l, j, k } = parse(this.data.weight);
    return this.shapes.edges.find((one) => one.l === l && one.j === j && one.k === k);
  }

  update() {
    const shown = act();
    if (shown < 0 && this.shown === shown) return;
    this.shown = shown;
    this.tell();
  }
}
