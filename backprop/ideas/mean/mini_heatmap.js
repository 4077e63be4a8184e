// The gradient of one example as a small heatmap without numbers; the one of the weight that is
// pointed at stands below it.

import { idOf } from "../../browser/address.js";
import { shadeOn } from "../../browser/colour.js";
import { h, put, say } from "../../browser/dom.js";
import { short } from "../../browser/number.js";

const GAP = 3; // pixels between the weights and the bias

export class MiniHeatmap {
  constructor(stage, part, example) {
    Object.assign(this, { stage, part, example });
    this.canvas = h("canvas", { role: "img", "aria-label": `Gradient of example ${example.number}` });
    this.boxes = ["chosen", "pointed"].map((name) => h("i", { class: name }));
    this.value = h("span", { class: "of-nabla_w" });
    const picture = h("div", { class: "picture" }, this.canvas, ...this.boxes);
    const caption = h("figcaption", {}, h("b", {}, String(example.number)), " ", this.value);
    this.element = h("figure", { class: example.present ? "present" : "" }, picture, caption);
    picture.addEventListener("pointermove", (event) => stage.light(this.idAt(event)));
    picture.addEventListener("pointerleave", () => stage.light(""));
    picture.addEventListener("click", (event) => stage.select(this.idAt(event)));
  }

  resize(cell) {
    this.cell = cell;
    const { rows, columns } = this.part;
    this.size = [(columns + 1) * cell + GAP, rows * cell];
    const [width, height] = this.size;
    for (const [name, size] of Object.entries({ width, height })) this.canvas.style[name] = `${size}px`;
  }

  left(k) {
    return k === null ? this.part.columns * this.cell + GAP : (k - 1) * this.cell;
  }

  idAt({ offsetX, offsetY }) {
    const { l, rows, columns } = this.part;
    const j = Math.min(rows, Math.max(1, Math.ceil(offsetY / this.cell)));
    if (offsetX > columns * this.cell) return idOf("nabla_b", l, j);
    return idOf("nabla_w", l, j, Math.max(1, Math.ceil(offsetX / this.cell)));
  }

  draw() {
    const { stage, cell, example, part } = this;
    const ratio = window.devicePixelRatio || 1;
    [this.canvas.width, this.canvas.height] = this.size.map((pixels) => Math.round(pixels * ratio));
    const pen = this.canvas.getContext("2d");
    pen.scale(ratio, ratio);
    const gap = cell > 9 ? 1 : 0.5;
    example.w.forEach((row, j) => [...row, example.b[j]].forEach((value, k) => {
      pen.fillStyle = shadeOn(stage, "signed", part.limit, value);
      pen.fillRect(this.left(k < row.length ? k + 1 : null), j * cell, cell - gap, cell - gap);
    }));
  }

  light(pointed, chosen) {
    [chosen, pointed].forEach((place, i) => {
      const box = this.boxes[i];
      box.hidden = !place;
      if (!place) return;
      const [left, top] = [this.left(place.k), (place.j - 1) * this.cell];
      put(box, "style", `left:${left}px;top:${top}px;width:${this.cell - 1}px;height:${this.cell - 1}px`);
    });
    const { j, k } = pointed ?? chosen;
    say(this.value, short(k === null ? this.example.b[j - 1] : this.example.w[j - 1][k - 1]));
  }
}
