// One weight between the neuron that it comes from and the one that it ends in: its gradient is the
// activation that goes in times the error that comes out. It is the selected weight of layer l, or
// one at the selected neuron.

import { idOf, parse } from "../../browser/address.js";
import { inkOn, shade, strokeOf } from "../../browser/colour.js";
import { h, s, say } from "../../browser/dom.js";
import { exact, short } from "../../browser/number.js";

/** @import { Part, PartData, Shown } from "../../browser/types.d.ts" */
/** @import { Stage } from "../../browser/stage.js" */

/** @typedef {PartData & { l: number, equation: string }} SingleWeightData its layer, and (32) for it */

const [WIDTH, HEIGHT, RADIUS, MIDDLE] = [380, 96, 27, 62];
const LETTERS = { a: "aᵢₙ", delta: "δₒᵤₜ" };
const ENDS = { a: 46, delta: WIDTH - 46 };
/** @type {["a", "delta"]} */
const SYMBOLS = ["a", "delta"];

/** @implements {Part} */
export default class SingleWeight {
  /** @type {SingleWeightData} */
  part;

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    /** @type {(x: number, y: number, name: string) => SVGTextElement} */
    const text = (x, y, name) => s("text", { x, y, class: name });
    this.line = s("line", { class: "line", x1: ENDS.a + RADIUS, x2: ENDS.delta - RADIUS, y1: MIDDLE, y2: MIDDLE });
    this.arrow = s("path", { d: `M ${WIDTH / 2 - 6} ${MIDDLE - 9} l 16 9 l -16 9 z` });
    this.weight = text(WIDTH / 2, MIDDLE - 26, "name");
    this.size = text(WIDTH / 2, MIDDLE + 28, "");
    /** @param {number} x */
    const end = (x) => ({
      circle: s("circle", { cx: x, cy: MIDDLE, r: RADIUS }),
      value: text(x, MIDDLE + 5, ""),
      name: text(x, MIDDLE - RADIUS - 11, "name"),
    });
    this.ends = { a: end(ENDS.a), delta: end(ENDS.delta) };
    const marks = Object.values(this.ends).flatMap((one) => Object.values(one));
    const svg = s("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true" },
      this.line, this.arrow, this.weight, this.size, ...marks);
    this.letters = h("span");
    this.numbers = h("span");
    this.element = h("figure", { class: "wire" }, svg, h("p", {}, this.letters, this.numbers));
  }

  /** @param {SingleWeightData} part */
  rebuild(part) {
    this.part = part;
  }

  /**
   * The indices of the weight that is looked at.
   * @returns {[j: number, k: number]}
   */
  place() {
    const { part: { l }, stage: { selected, data: { sizes } } } = this;
    const { symbol, l: layer, j, k } = parse(selected);
    if (layer === l && ["w", "nabla_w"].includes(symbol)) return [j ?? 1, k ?? 1];
    if (layer === l && j && j <= sizes[l - 1]) return [j, 1];
    return [1, layer === l - 1 && symbol === "a" && j ? j : 1];
  }

  update() {
    const { stage, part: { l } } = this;
    say(this.letters, this.part.equation);
    const [j, k] = this.place();
    /** @type {(symbol: string, l: number, j: number, k?: number) => Shown} */
    const number = (...address) => stage.number(parse(idOf(...address)));
    const w = number("w", l, j, k);
    const gradient = number("nabla_w", l, j, k);
    const ends = { a: number("a", l - 1, k), delta: number("delta", l, j) };
    for (const symbol of SYMBOLS) {
      const { value, text, name } = ends[symbol];
      const end = this.ends[symbol];
      const colour = shade(stage, symbol, value);
      end.circle.style.fill = colour;
      end.value.style.fill = inkOn(colour);
      say(end.value, text);
      say(end.name, `${LETTERS[symbol]} = ${name}`);
      end.name.style.fill = stage.colours[symbol];
    }
    const { colour: seen, share } = strokeOf(stage, "w", w.value);
    this.line.style.stroke = this.arrow.style.fill = seen;
    this.line.style.strokeWidth = `${1.5 + 6 * share}px`;
    say(this.weight, w.name);
    this.weight.style.fill = stage.colours.w;
    say(this.size, w.text);
    this.size.style.fill = stage.colours.w;
    const numbers = [ends.a, ends.delta, gradient];
    const [a, delta, product] = numbers.map(({ value }) => short(value) || exact(value));
    const whole = [a, delta, product].map((text, n) => Number(text.replaceAll("−", "-")) === numbers[n].value);
    const [given, all] = [whole.slice(0, 2), whole].map((some) => (some.every(Boolean) ? "=" : "≈"));
    const right = ends.delta.value < 0 ? `(${delta})` : delta;
    say(this.numbers, `${gradient.name} ${given} ${a} · ${right} ${all} ${product}`);
  }
}
