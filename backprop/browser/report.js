// Where the learner is, told to the address and to Python, but not every step of many at once.

import { USUAL } from "./constants.js";
import { act } from "./first_look.js";
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
    this.tell = () => this.now();
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

  // At once after a rest, when the picture is painted. What follows at once waits for the next rest.
  soon() {
    const rested = !this.timer;
    this.later();
    if (rested) requestAnimationFrame(() => setTimeout(() => this.now()));
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = 0;
      this.now();
    }, AFTER);
  }

  now() {
    if (!this.stage.data || act() >= 0) return; // it has left the page, or shows the first minute
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
