// The gradient of one example as a small heatmap without numbers; the one of the weight that is
// pointed at stands below it.

import { idOf } from "../../browser/address.js";
import { shadeOn } from "../../browser/colour.js";
import { formatted, h, put, say, setSize } from "../../browser/dom.js";
import { short } from "../../browser/number.js";

/** @import { Stage } from "../../browser/stage.js" */
/** @import { Place } from "../../browser/gradient_matrix.js" */
/** @import { Example, GradientsData } from "./gradients.js" */

const GAP = 3; // pixels between the weights and the bias

export class MiniHeatmap {
  cell = 0; // pixels
  size = [0, 0];

  /**
   * @param {Stage} stage
   * @param {GradientsData} part
   * @param {Example} example
   */
  constructor(stage, part, example) {
    this.stage = stage;
    this.part = part;
    this.example = example;
    const label = formatted(part.texts.example, { number: example.number });
    this.canvas = h("canvas", { role: "img", "aria-label": label });
    this.boxes = { chosen: h("i", { class: "chosen" }), pointed: h("i", { class: "pointed" }) };
    this.value = h("span", { class: "of-nabla_w" });
    const picture = h("div", { class: "picture" }, this.canvas, this.boxes.chosen, this.boxes.pointed);
    const caption = h("figcaption", {}, h("b", {}, String(example.number)), " ", this.value);
    this.element = h("figure", { class: example.present ? "present" : "" }, picture, caption);
    picture.addEventListener("pointermove", (event) => stage.light(this.idAt(event)));
    picture.addEventListener("pointerleave", () => stage.light(""));
    picture.addEventListener("click", (event) => stage.select(this.idAt(event)));
  }

  /** @param {number} cell */
  resize(cell) {
    this.cell = cell;
    const { rows, columns } = this.part;
    this.size = [columns * cell + (this.example.b.length ? cell + GAP : 0), rows * cell];
    setSize(this.canvas, this.size[0], this.size[1]);
  }

  /** @param {number | null} k */
  left(k) {
    return k === null ? this.part.columns * this.cell + GAP : (k - 1) * this.cell;
  }

  /** @param {MouseEvent} event */
  idAt({ offsetX, offsetY }) {
    const { l, rows, columns } = this.part;
    const j = Math.min(rows, Math.max(1, Math.ceil(offsetY / this.cell)));
    if (offsetX > columns * this.cell && this.example.b.length) return idOf("nabla_b", l, j);
    return idOf("nabla_w", l, j, Math.min(columns, Math.max(1, Math.ceil(offsetX / this.cell))));
  }

  draw() {
    const { stage, cell, example, part } = this;
    const ratio = window.devicePixelRatio || 1;
    [this.canvas.width, this.canvas.height] = this.size.map((pixels) => Math.round(pixels * ratio));
    const pen = this.canvas.getContext("2d");
    if (!pen) return;
    pen.scale(ratio, ratio);
    const gap = cell > 9 ? 1 : 0.5;
    example.w.forEach((row, j) => [...row, ...example.b.slice(j, j + 1)].forEach((value, k) => {
      pen.fillStyle = shadeOn(stage, "signed", part.limit, value ?? 0);
      pen.fillRect(this.left(k < row.length ? k + 1 : null), j * cell, cell - gap, cell - gap);
    }));
  }

  /**
   * @param {Place | null} pointed
   * @param {Place | null} chosen
   */
  light(pointed, chosen) {
    this.frame(this.boxes.chosen, chosen);
    this.frame(this.boxes.pointed, pointed);
    const place = pointed ?? chosen;
    if (!place) return;
    const { w, b } = this.example;
    const value = place.k === null ? b[place.j - 1] : w[place.j - 1][place.k - 1];
    say(this.value, value === null ? "–" : short(value));
  }

  /**
   * @param {HTMLElement} box
   * @param {Place | null} place
   */
  frame(box, place) {
    box.hidden = !place;
    if (!place) return;
    const [left, top] = [this.left(place.k), (place.j - 1) * this.cell];
    put(box, "style", `left:${left}px;top:${top}px;width:${this.cell - 1}px;height:${this.cell - 1}px`);
  }
}
