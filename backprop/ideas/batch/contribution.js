// What one example adds to a step: its error on the left, the activations on top, and their outer
// product, which is its gradient of the weights. The number that is pointed at stands below.

import { idOf } from "../../browser/address.js";
import { lettering } from "../../browser/cells.js";
import { inkOn, shadeOn } from "../../browser/colour.js";
import { formatted, h, put, say, scaleOf, setSize } from "../../browser/dom.js";
import { fitting, short } from "../../browser/number.js";

/** @import { Stage } from "../../browser/stage.js" */
/** @import { Place, UpdateData } from "./update.js" */

const GAP = 5; // pixels between the error, the activations and their product
const PADDING = 2; // pixels of a cell that its number leaves free
const NAME = 13; // pixels of the letters of a name
const LABEL = 20; // pixels for the names below
const SHORTEST = 20; // pixels of a cell with a short number in it
const READABLE = 33; // pixels of a cell with its number in it: then it need not stand below

export class Contribution {
  cell = { width: 0, height: 0 };

  /**
   * @param {Stage} stage
   * @param {UpdateData} part
   * @param {number} number of the example
   */
  constructor(stage, part, number) {
    this.stage = stage;
    this.part = part;
    this.example = part.examples[number];
    const { texts } = part;
    this.canvas = h("canvas", { role: "img", "aria-label": formatted(texts.product, { number }) });
    this.boxes = { product: h("i"), delta: h("i", { class: "thin" }), a: h("i", { class: "thin" }) };
    this.value = h("span", { class: "of-nabla_w" });
    const picture = h("div", { class: "picture" }, this.canvas, ...Object.values(this.boxes));
    const head = h("figcaption", { title: this.example.about }, h("b", {}, formatted(texts.example, { number })), " ", this.example.about);
    this.element = h("figure", { class: "contribution" }, head, picture, this.value);
    picture.addEventListener("pointermove", (event) => stage.light(this.idAt(event)));
    picture.addEventListener("pointerleave", () => stage.light(""));
    picture.addEventListener("click", (event) => this.idAt(event) && stage.select(this.idAt(event)));
  }

  /** @param {{ width: number, height: number }} cell */
  resize(cell) {
    this.cell = cell;
    const { delta, a } = this.example;
    setSize(this.canvas, (a.length + 1) * cell.width + GAP, (delta.length + 1) * cell.height + GAP + LABEL);
    this.element.style.width = this.canvas.style.width;
  }

  /**
   * The corner of a cell; j = 0 for the activations, k = 0 for the error.
   * @param {number} j
   * @param {number} k
   */
  corner(j, k) {
    const { width, height } = this.cell;
    return [k * width + (k ? GAP : 0), j * height + (j ? GAP : 0)];
  }

  /** @param {MouseEvent} event */
  idAt({ offsetX, offsetY }) {
    const { cell: { width, height }, example: { delta, a }, part: { l } } = this;
    const j = Math.min(delta.length, Math.floor((offsetY - (offsetY < height ? 0 : GAP)) / height));
    const k = Math.min(a.length, Math.floor((offsetX - (offsetX < width ? 0 : GAP)) / width));
    if (j > 0) return k > 0 ? idOf("nabla_w", l, j, k) : idOf(this.part.b.length ? "nabla_b" : "delta", l, j);
    return k > 0 ? idOf("a", l - 1, k) : "";
  }

  /** @param {string} family of letters */
  draw(family) {
    const { stage, part: { scale, limits, names }, example: { delta, a }, cell } = this;
    const ratio = window.devicePixelRatio || 1;
    this.canvas.width = Math.round(parseFloat(this.canvas.style.width) * ratio);
    this.canvas.height = Math.round(parseFloat(this.canvas.style.height) * ratio);
    const pen = this.canvas.getContext("2d");
    if (!pen) return;
    pen.scale(ratio, ratio);
    const { size, room } = lettering({ ...cell, width: cell.width - PADDING });
    const legible = cell.height >= size && cell.width >= SHORTEST;
    pen.textBaseline = "middle";
    /** @type {(j: number, k: number, value: number, colour: string) => void} */
    const paint = (j, k, value, colour) => {
      const [left, top] = this.corner(j, k);
      pen.fillStyle = colour;
      pen.fillRect(left, top, cell.width - 1, cell.height - 1);
      if (!legible) return;
      pen.fillStyle = inkOn(colour);
      pen.font = `${size}px ${family}`;
      pen.textAlign = "center";
      pen.fillText(fitting(short(value), value, room), left + cell.width / 2, top + cell.height / 2);
    };
    /** @type {(text: string, symbol: string, left: number, top: number, align: CanvasTextAlign) => void} */
    const name = (text, symbol, left, top, align) => {
      pen.fillStyle = stage.colourOf(symbol);
      pen.font = `600 ${NAME * scaleOf(stage.width)}px ${family}`;
      pen.textAlign = align;
      pen.fillText(text, left, top);
    };
    a.forEach((value, k) => paint(0, k + 1, value, shadeOn(stage, scale, limits.a, value)));
    delta.forEach((error, j) => [1, ...a].forEach((value, k) =>
      paint(j + 1, k, error * value, shadeOn(stage, "signed", limits.gradient, error * value))));
    const below = this.corner(delta.length + 1, 0)[1] + LABEL / 2;
    if (cell.width >= LABEL) name(names.a, "a", cell.width - 2, cell.height / 2, "right");
    name(names.delta, "delta", 1, below, "left");
    if (cell.width * a.length >= 60) name(names.product, "nabla_w", this.corner(0, 1)[0] + 1, below, "left");
  }

  /**
   * @param {Place | null} place
   */
  light(place) {
    const { boxes, example: { delta, a } } = this;
    const [j, k] = [place?.j ?? 0, place?.k ?? 0];
    this.frame(boxes.product, j, k, Boolean(place));
    this.frame(boxes.delta, j, 0, k > 0);
    this.frame(boxes.a, 0, k, k > 0);
    this.value.hidden = this.cell.width >= READABLE;
    if (place) say(this.value, short(delta[j - 1] * (k ? a[k - 1] : 1)));
  }

  /** @type {(box: HTMLElement, j: number, k: number, shown: boolean) => void} */
  frame(box, j, k, shown) {
    const [left, top] = this.corner(j, k);
    const { width, height } = this.cell;
    box.hidden = !shown;
    put(box, "style", `left:${left}px;top:${top}px;width:${width - 1}px;height:${height - 1}px`);
  }
}
