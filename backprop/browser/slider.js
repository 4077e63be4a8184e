// The slider: it moves the stage through frames that Python has computed, one for each position.

import { h, put, say } from "./dom.js";

export class Slider {
  constructor(stage) {
    this.stage = stage;
    this.label = h("span");
    this.range = h("input", { type: "range", step: "1", min: "0" });
    this.output = h("output");
    this.rest = h("button", { type: "button" });
    this.element = h("div", { class: "slider" },
      h("label", {}, this.label, this.range), this.output, this.rest);
    this.range.addEventListener("input", () => stage.show(Number(this.range.value)));
    this.rest.addEventListener("click", () => stage.show(stage.data.frames.rest));
  }

  rebuild() {
    const { label, texts, rest } = this.stage.data.frames;
    say(this.label, label);
    put(this.range, "max", String(texts.length - 1));
    put(this.range, "aria-label", label);
    say(this.rest, `back to ${texts[rest]}`);
  }

  // To the position that the move gives, from the present one and the last, counted from 1.
  go(move) {
    const count = this.stage.data.frames.texts.length;
    this.stage.show(Math.min(Math.max(1, move(this.stage.frame + 1, count)), count) - 1);
  }

  update() {
    const { frame, data: { frames: { texts, rest } } } = this.stage;
    this.range.value = String(frame);
    put(this.range, "aria-valuetext", texts[frame]);
    say(this.output, texts[frame]);
    put(this.rest, "aria-disabled", String(frame === rest));
  }
}
