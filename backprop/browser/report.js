// Where the learner is, told to the address and to Python: after a short rest, or when it is asked for.

import { USUAL } from "./constants.js";
import { followInAddress } from "./link.js";

/** @import { Stage } from "./stage.js" */

/** @typedef {{ step: number | null, selected: string | null, frame: number | null }} Place */

const AFTER = 100; // milliseconds of rest
const NOTHING = { step: null, selected: null, frame: null };

export class Report {
  timer = 0;
  /** @type {Place} */
  told = NOTHING;

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.tell = () => void (this.stage.data && this.now());
    window.addEventListener("backprop:tell", this.tell);
  }

  /**
   * What Python knows; if the stage has moved on while it was at work, that is told, too.
   * @param {Place} place
   */
  heard({ step, selected, frame }) {
    this.told = { step, selected, frame };
    if (this.unheard()) this.soon();
  }

  // What was told while the server was away, nobody has heard.
  again() {
    this.told = NOTHING;
    this.soon();
  }

  unheard() {
    const { told, stage } = this;
    return told.step !== stage.step || told.selected !== stage.selected || told.frame !== stage.frame;
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), AFTER);
  }

  now() {
    clearTimeout(this.timer);
    const { step, selected, frame, moved, data: { frames, step_choice: ownStep } } = this.stage;
    /** @type {Record<string, string>} */
    const choices = frames ? { [frames.choice]: frames.values[frame] } : {};
    if (ownStep) choices[ownStep] = String(step);
    followInAddress({
      selected,
      ...(ownStep ? {} : { step: step === 1 ? "" : String(step) }),
      ...Object.fromEntries(Object.entries(choices).map(([name, value]) =>
        [name, value === USUAL[name] ? "" : value])),
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
