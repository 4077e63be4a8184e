// Words: a few sentences, other ones for each position of the slider. A sentence is a list of pieces
// [text, symbol]; a piece with a symbol has that quantity's colour.

import { h } from "./dom.js";

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
    this.element.replaceChildren(...sentences.map((pieces) => h("p", {}, ...pieces.map(([text, symbol]) =>
      symbol ? h("b", { style: `color: var(--q-${symbol})` }, text) : text))));
  }
}
