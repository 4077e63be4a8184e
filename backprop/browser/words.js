// Words: a few sentences, other ones for each position of the slider.

import { h, inPieces } from "./dom.js";

export class Words {
  constructor(stage) {
    this.stage = stage;
    this.element = h("div", { class: "words" });
  }

  rebuild() {}

  update() {
    const { frame, data: { frames, words } } = this.stage;
    const sentences = frames?.words?.[frame] ?? words ?? [];
    const key = JSON.stringify(sentences);
    if (key === this.key) return;
    this.key = key;
    this.element.replaceChildren(...sentences.map((pieces) => h("p", {}, ...inPieces(pieces))));
  }
}
