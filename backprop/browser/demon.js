// The diagram with the demon of the chapter in it: at the neuron that the page names, with its push.

import { neuronId } from "./address.js";
import { Diagram } from "./diagram.js";
import { put, s, say } from "./dom.js";

const HEAD = "M12 5c4.4 0 8 3.6 8 8s-3.6 8-8 8-8-3.6-8-8 3.6-8 8-8z";
const HORNS = "M4.6 11C2 9 1.7 5 3.2 1.5 4.7 4.5 6.5 5.8 8.6 6.2zM19.4 11C22 9 22.3 5 20.8 1.5 19.3 4.5 17.5 5.8 15.4 6.2z";
const FACE = "M7.5 10.5l3 1.5M16.5 10.5l-3 1.5M8 15.5c2 2.5 6 2.5 8 0";
const SIZE = 24;
const PUSH = 84; // pixels for what is written

export class Demon extends Diagram {
  constructor(stage, part) {
    super(stage, part);
    this.demon = s("g", { class: "demon", "aria-hidden": "true" },
      s("path", { class: "body", d: HORNS }), s("path", { class: "body", d: HEAD }),
      s("path", { class: "face", d: FACE }));
    this.push = s("text", { class: "push", "aria-hidden": "true" });
  }

  rebuild(part) {
    this.seat = part.at;
    this.pushed = part.push;
    super.rebuild(part);
    this.svg.append(this.demon, this.push);
    this.sit();
  }

  resize() {
    super.resize();
    this.sit();
  }

  // Above and to the left of its neuron; its push is written where there is room for it.
  sit() {
    const { circle, l } = this.nodes.find((node) => neuronId(node.l, node.j) === this.seat);
    const place = (one, name) => Number(one.getAttribute(name));
    const [x, y] = [place(circle, "cx"), place(circle, "cy")];
    const size = Math.max(20, this.radius * 1.15);
    const left = x - this.radius * 0.95 - size * 0.6;
    const top = Math.max(1, y - this.radius * 0.75 - size * 0.65);
    put(this.demon, "transform", `translate(${left} ${top}) scale(${size / SIZE})`);
    put(this.push, "x", String(left - 4));
    put(this.push, "y", String(top + size * 0.72));
    const before = place(this.nodes.find((node) => node.l === l - 1).circle, "cx");
    this.push.toggleAttribute("hidden", left - before - this.radius < PUSH);
  }

  update() {
    super.update();
    const { texts, rest } = this.stage.data.frames;
    const { frame } = this.stage;
    say(this.push, `${this.pushed} = ${frame > rest ? "+" : ""}${texts[frame]}`);
  }
}
