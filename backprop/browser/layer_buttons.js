// Buttons for the layers of the network, the present one pressed.

import { formatted, h, put } from "./dom.js";

/** @import { Stage } from "./stage.js" */

export class LayerButtons {
  /**
   * @param {Stage} stage
   * @param {(l: number) => void} act
   */
  constructor(stage, act = (l) => stage.trigger("layer", l)) {
    this.act = act;
    this.element = h("span", { class: "layers", role: "group" });
  }

  /**
   * @param {number[]} layers
   * @param {number} present
   * @param {{ layers: string, layer: string }} texts
   */
  rebuild(layers, present, texts) {
    put(this.element, "aria-label", texts.layers);
    this.element.replaceChildren(...layers.map((l) => h("button", {
      type: "button", "aria-pressed": String(l === present), onclick: () => this.act(l),
    }, formatted(texts.layer, { l }))));
  }
}
