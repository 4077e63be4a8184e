// Words: a few sentences, other ones for each position of the slider. A part may ask for room for
// so many lines, so that nothing below moves with the slider.

import { h, inPieces } from "./dom.js";

/** @import { Part, PartData } from "./types.d.ts" */
/** @import { Stage } from "./stage.js" */

/** @implements {Part} */
export default class Words {
  shown = "";

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.element = h("div", { class: "words" });
  }

  /** @param {PartData & { lines?: number }} part */
  rebuild({ lines }) {
    this.element.style.setProperty("--lines", lines ? String(lines) : "");
  }

  update() {
    const { frame, data: { frames, words } } = this.stage;
    const sentences = frames?.words?.[frame] ?? words ?? [];
    const key = JSON.stringify(sentences);
    if (key === this.shown) return;
    this.shown = key;
    this.element.replaceChildren(...sentences.map((pieces) => h("p", {}, ...inPieces(pieces))));
  }
}
