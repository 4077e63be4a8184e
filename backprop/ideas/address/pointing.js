// What the pointer is on, or else what is selected, in one sentence: what its address says.

import { isNumber, parse } from "../../browser/address.js";
import { formatted, h, say } from "../../browser/dom.js";

/** @import { Address, Part, PartData } from "../../browser/types.d.ts" */
/** @import { Stage } from "../../browser/stage.js" */

/** @typedef {PartData & { sentences: Record<string, string>, hint: string }} PointingData */

/** @implements {Part} */
export default class Pointing {
  /** @type {PointingData} */
  part;

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.name = h("b");
    this.sentence = h("span");
    this.hint = h("small");
    const said = h("span", { "aria-live": "polite" }, this.name, this.sentence);
    this.element = h("p", { class: "pointing" }, said, this.hint);
  }

  /** @param {PointingData} part */
  rebuild(part) {
    this.part = part;
    say(this.hint, part.hint);
  }

  update() {
    this.light();
  }

  light() {
    const { stage } = this;
    const entry = [stage.lit, stage.selected].map(parse).find((one) => this.template(one) && isNumber(one));
    say(this.name, entry ? stage.number(entry).name : "");
    this.name.style.color = entry ? stage.colourOf(entry.symbol) : "";
    say(this.sentence, entry
      ? `: ${formatted(this.template(entry), { j: entry.j ?? "", k: entry.k ?? "" })}`
      : "…");
  }

  /**
   * The words for the numbers of an array, with {j} and {k} in them.
   * @param {Address} entry
   */
  template({ array }) {
    return this.part.sentences[array];
  }
}
