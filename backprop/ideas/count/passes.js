// The passes of both ways as squares of one size: what is as large takes as many multiplications.

import { h, put, s, say } from "../../browser/dom.js";

/** @import { Part, PartData } from "../../browser/types.d.ts" */
/** @import { Stage } from "../../browser/stage.js" */

/**
 * @typedef {PartData & {
 *   passes: number,
 *   backward: number,
 *   texts: [string, string],
 *   colours: [string, string],
 * }} PassesData
 */

const LARGEST = 24; // pixels of a square
const TALL = 96; // pixels for all of them
const GAP = 0.14; // of a square, between two

/**
 * The outline of squares from the first up to the last, in rows of so many.
 * @param {number} first
 * @param {number} last
 * @param {number} columns
 * @param {number} size
 */
function squares(first, last, columns, size) {
  const side = size * (1 - GAP);
  return [...Array(last - first).keys()].map((n) => {
    const [x, y] = [(n + first) % columns * size, Math.floor((n + first) / columns) * size];
    return `M${x} ${y}h${side}v${side}h${-side}z`;
  }).join("");
}

/** @implements {Part} */
export default class Passes {
  /** @type {PassesData} */
  part;

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.rows = [0, 1].map(() => {
      const shapes = [s("path"), s("path")];
      const picture = s("svg", { role: "img" }, ...shapes);
      const caption = h("figcaption");
      return { picture, shapes, caption, element: h("figure", {}, caption, picture) };
    });
    this.element = h("div", { class: "passes" }, ...this.rows.map(({ element }) => element));
  }

  /** @param {PassesData} part */
  rebuild(part) {
    this.part = part;
    this.rows.forEach(({ picture, caption, shapes }, i) => {
      say(caption, part.texts[i]);
      put(picture, "aria-label", part.texts[i]);
      put(shapes[0], "fill", this.stage.colourOf(part.colours[0]));
      put(shapes[1], "fill", this.stage.colourOf(part.colours[i]));
    });
    put(this.rows[0].shapes[1], "opacity", "0.45");
    this.resize();
  }

  resize() {
    const { passes, backward } = this.part;
    const width = this.stage.width - 1;
    let size = LARGEST;
    while (size > 4 && Math.ceil(passes / Math.floor(width / size)) * size > TALL) size -= 0.5;
    const columns = Math.floor(width / size);
    const [many, both] = this.rows;
    put(many.shapes[0], "d", squares(0, 1, columns, size));
    put(many.shapes[1], "d", squares(1, passes, columns, size));
    put(both.shapes[0], "d", squares(0, 1, columns, size));
    const side = size * (1 - GAP);
    put(both.shapes[1], "d", `M${size} 0h${backward * side}v${side}h${-backward * side}z`);
    const lines = Math.ceil(passes / columns);
    [lines, 1].forEach((n, i) => {
      put(this.rows[i].picture, "width", String(width));
      put(this.rows[i].picture, "height", String(n * size));
    });
  }

  update() {
    put(this.element, "data-drawn", "true");
  }
}
