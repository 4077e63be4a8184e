// All examples in the batches of one epoch, x and y of each as small squares. A batch that is pressed
// becomes the present one; below each stands the cost over all after its step, once it was taken.

import { shadeOn } from "../../browser/colour.js";
import { formatted, h, put } from "../../browser/dom.js";
import { keepFocus } from "../../browser/keys.js";
import { short } from "../../browser/number.js";

/** @import { Part, PartData } from "../../browser/types.d.ts" */
/** @import { Stage } from "../../browser/stage.js" */

/** @typedef {{ number: number, x: number[], y: number[], about: string }} Example */
/**
 * @typedef {PartData & {
 *   batches: Example[][],
 *   scales: Record<"x" | "y", string>,
 *   limits: Record<"x" | "y", number>,
 *   cost: number | null,
 *   after: (number | null)[],
 *   texts: Record<"epoch" | "batch" | "example" | "cost" | "after", string>,
 * }} EpochData
 */

const WIDE = 12; // numbers of an example, from which on its squares are small

/** @implements {Part} */
export default class Epoch {
  /** @type {HTMLButtonElement[]} */
  batches = [];

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.element = h("div", { class: "epoch", role: "group" });
    this.element.addEventListener("mousedown", keepFocus);
  }

  /** @param {EpochData} part */
  rebuild(part) {
    const { batches, cost, after, texts } = part;
    put(this.element, "aria-label", texts.epoch);
    /** @type {(text: string, value: number | null) => HTMLElement} */
    const said = (text, value) => h("span", { class: "of-C" }, formatted(text, { cost: value === null ? "–" : short(value) }));
    this.element.toggleAttribute("data-wide", batches[0][0].x.length + batches[0][0].y.length > WIDE);
    this.batches = batches.map((examples, i) => h("button", {
      type: "button", "aria-label": formatted(texts.batch, { number: i + 1 }), onclick: () => this.stage.go(i + 1),
    }, ...examples.map((one) => this.example(part, one))));
    this.element.replaceChildren(h("div", { class: "start" }, said(texts.cost, cost)),
      ...this.batches.map((button, i) => h("div", { class: "step" }, button, ...(i in after ? [said(texts.after, after[i])] : []))));
  }

  /**
   * @param {EpochData} part
   * @param {Example} example
   */
  example({ scales, limits, texts }, { number, x, y, about }) {
    /** @type {(values: number[], name: "x" | "y") => HTMLElement[]} */
    const squares = (values, name) => values.map((value) =>
      h("i", { style: `background: ${shadeOn(this.stage, scales[name], limits[name], value)}` }));
    return h("span", { class: "example", title: `${formatted(texts.example, { number })}: ${about}` },
      h("b", {}, String(number)), ...squares(x, "x"), h("span", {}, "→"), ...squares(y, "y"));
  }

  update() {
    this.batches.forEach((button, i) => {
      const present = i + 1 === this.stage.step;
      put(button, "aria-pressed", String(present));
      if (present) this.element.scrollTop = button.offsetTop - this.element.offsetTop;
    });
    put(this.element, "data-drawn", "true");
  }
}
