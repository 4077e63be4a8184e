// The slider: it moves the stage through frames that Python has computed, one for each position.

import { h, put, say } from "./dom.js";
import { leadsTo } from "./keys.js";

/** @import { Frames, Part } from "./types.d.ts" */
/** @import { Stage } from "./stage.js" */

/** @implements {Part} */
export default class Slider {
  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.label = h("span");
    this.range = h("input", { type: "range", step: "1", min: "0" });
    this.output = h("output");
    this.rest = h("button", { type: "button" });
    this.element = h("div", { class: "slider" },
      h("label", {}, this.label, this.range), this.output, this.rest);
    this.range.addEventListener("input", () => stage.show(Number(this.range.value)));
    this.rest.addEventListener("click", () => stage.show(this.frames.rest));
  }

  get frames() {
    return /** @type {Frames} */ (this.stage.data.frames);
  }

  rebuild() {
    const { label, texts, rest } = this.frames;
    say(this.label, label);
    put(this.range, "max", String(texts.length - 1));
    put(this.range, "aria-label", label);
    say(this.rest, `back to ${texts[rest]}`);
  }

  /** @param {KeyboardEvent} event */
  key({ key }) {
    const position = leadsTo(key, this.stage.frame + 1, this.frames.texts.length);
    if (position === null) return false;
    this.stage.show(position - 1);
    return true;
  }

  update() {
    const { frames: { texts, rest }, stage: { frame } } = this;
    this.range.value = String(frame);
    put(this.range, "aria-valuetext", texts[frame]);
    say(this.output, texts[frame]);
    put(this.rest, "aria-disabled", String(frame === rest));
  }
}
