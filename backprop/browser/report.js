// Where the learner is, told to the address and to Python: after a short rest, or when it is asked for.

import { followInAddress } from "./link.js";

const AFTER = 100; // milliseconds of rest

export class Report {
  constructor(stage) {
    this.stage = stage;
    this.tell = () => this.stage.data && this.now();
    window.addEventListener("backprop:tell", this.tell);
  }

  // What Python knows; if the stage has moved on while it was at work, that is told, too.
  heard({ step, selected, frame }) {
    this.told = { step, selected, frame };
    if (this.unheard()) this.soon();
  }

  // What was told while the server was away, nobody has heard.
  again() {
    this.told = { step: null, selected: null, frame: null };
    this.soon();
  }

  unheard() {
    return Object.entries(this.told).some(([name, value]) => value !== this.stage[name]);
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), AFTER);
  }

  now() {
    clearTimeout(this.timer);
    const { step, selected, frame, moved, data: { frames, step_choice: ownStep, usual } } = this.stage;
    const choices = frames ? { [frames.choice]: frames.values[frame] } : {};
    if (ownStep) choices[ownStep] = String(step);
    followInAddress({
      selected,
      ...(ownStep ? {} : { step: step === 1 ? "" : String(step) }),
      ...Object.fromEntries(Object.entries(choices).map(([name, value]) =>
        [name, value === usual[name] ? "" : value])),
    });
    // Sent with the move that it belongs to: Python drops what a later one overtook.
    if (this.unheard()) {
      const detail = { step: ownStep ? null : step, selected, moved, choices };
      const event = new CustomEvent("backprop:place", { detail, cancelable: true });
      if (window.dispatchEvent(event)) return void this.soon(); // the panel is not there yet
    }
    this.told = { step, selected, frame };
  }

  remove() {
    clearTimeout(this.timer);
    window.removeEventListener("backprop:tell", this.tell);
  }
}
