// The first minute: the network alone, one question, and four presses that answer it. Then the rest
// of the stage unfolds around the network. It can be called again.

import { formatted, h, put, say } from "./dom.js";
import { fit } from "./fit.js";
import { act, end, remember, showAct } from "./first_look.js";
import { isAtPressable } from "./keys.js";
import { isStill } from "./visitor.js";

/** @import { Part, PartData } from "./types.d.ts" */
/** @import { Stage } from "./stage.js" */

/** @typedef {{ steps: number[], headline: string, more: string, press: string, spoken: string }} Act */
/** @typedef {{ acts: Act[], weight: string, then: number, name: string, promise: string, skip: string, progress: string }} Told */
/** @typedef {PartData & { again: string, told?: Told }} OpeningData told: where it is on, or was asked for */

const FORTH = ["ArrowRight", "PageDown", "Enter", " "];
const BACK = ["ArrowLeft", "PageUp"];
const AWAY = ["Escape", "Home", "End", "Backspace", "Delete"];
const [BEAT, LONGEST] = [1000, 5000]; // milliseconds for a step, and for all of an act
const UNFOLDING = 700; // milliseconds

let over = false; // in this tab: the data may still have it

/** @implements {Part} */
export default class Opening {
  /** @type {Told | undefined} */
  told;
  timer = 0;
  before = 1; // the step to which "skip" leads back
  shown = false;
  asked = false; // and not shown yet

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.headline = h("h2", { id: "bp-opening-question" });
    this.more = h("p");
    this.next = h("button", { type: "button", class: "next", "aria-describedby": "bp-opening-question", onclick: () => this.go(act() + 1) });
    this.progress = h("p", { class: "progress" });
    this.skip = h("button", { type: "button", class: "skip", onclick: () => this.close(this.before) });
    this.again = h("button", { type: "button", class: "again", onclick: () => this.ask() });
    this.live = h("div", { class: "unseen", role: "status", "aria-live": "polite" });
    this.name = h("h1");
    this.promise = h("span");
    this.head = h("div", { class: "opening-head" }, this.name, this.promise, this.skip);
    this.foot = h("div", { class: "opening-foot" },
      h("div", { class: "said" }, this.headline, this.more), this.next, this.progress);
    this.element = h("div", { class: "opening" }, this.head, this.foot, this.live, this.again);
  }

  /** @param {OpeningData} data */
  rebuild({ again, told }) {
    this.told = told;
    say(this.again, again);
    if (told && !over) this.enter();
    else end(); // marked by the page, and the server knows better
    this.show();
  }

  update() {
    if (!this.asked || !this.told) return; // its words follow its acts, not the stage's steps
    this.asked = false;
    this.place();
    this.next.focus({ preventScroll: true });
  }

  // Again: Python tells it where it has not yet.
  ask() {
    over = false;
    this.asked = true;
    if (!this.told) return this.stage.trigger("opening", true);
    this.enter();
    this.update();
  }

  /** @param {number} to the act */
  go(to) {
    const { told } = this;
    if (!told || to < 0) return;
    if (to >= told.acts.length) return this.close(told.then, told.weight);
    const { steps: [first, ...rest], headline, more, spoken } = told.acts[to];
    showAct(to);
    this.show();
    clearTimeout(this.timer);
    say(this.live, `${headline} ${spoken} ${more}`);
    if (isStill()) this.step([first, ...rest].at(-1) ?? 1);
    else this.play([first, ...rest], Math.min(BEAT, LONGEST / (rest.length + 1)));
  }

  // At once where an act ends, the first one or, with new data, the present one.
  enter() {
    const { stage, told } = this;
    if (!this.shown) this.before = stage.step;
    this.shown = true;
    showAct(Math.max(0, act()));
    this.show();
    stage.step = told?.acts[act()].steps.at(-1) ?? 1;
    stage.look();
  }

  /**
   * @param {number[]} steps
   * @param {number} beat
   */
  play([step, ...rest], beat) {
    this.step(step);
    if (rest.length) this.timer = setTimeout(() => this.play(rest, beat), beat);
  }

  /** @param {number} step */
  step(step) {
    if (step === this.stage.step) this.stage.update();
    else this.stage.go(step);
  }

  show() {
    const shown = act();
    this.head.hidden = this.foot.hidden = shown < 0;
    this.again.hidden = shown >= 0;
    if (shown < 0 || !this.told) return;
    const { acts, name, promise, skip, progress } = this.told;
    const { headline, more, press } = acts[shown];
    say(this.name, name);
    say(this.promise, promise);
    say(this.skip, skip);
    say(this.headline, headline);
    say(this.more, more);
    say(this.next, press);
    const count = acts.length - 1;
    say(this.progress, formatted(progress, { n: shown, count }));
    this.progress.style.setProperty("--share", String(shown / count));
    put(this.progress, "class", shown ? "progress" : "progress unseen");
  }

  /**
   * @param {number} step where the stage goes on
   * @param {string} [weight] what is selected there
   */
  close(step, weight) {
    const { stage } = this;
    const focused = this.element.contains(document.activeElement);
    const picture = stage.element.querySelector(".diagram svg");
    const from = picture?.getBoundingClientRect();
    clearTimeout(this.timer);
    end();
    over = true;
    this.shown = false;
    remember();
    this.show();
    stage.step = step;
    if (weight !== undefined) stage.selected = weight;
    stage.look();
    this.place();
    stage.report.soon();
    /** @type {HTMLElement | null} */
    const next = stage.element.querySelector("header .main");
    if (focused) next?.focus({ preventScroll: true });
    if (picture && from && !isStill()) unfold(stage.element, picture, from);
  }

  // Everything has another size now.
  place() {
    const { stage } = this;
    stage.measure();
    fit(stage);
    stage.place();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const { key } = event;
    if (act() < 0 || (isAtPressable(event) && (key === "Enter" || key === " "))) return false;
    if (FORTH.includes(key)) this.go(act() + 1);
    else if (BACK.includes(key)) this.go(act() - 1);
    else if (key.length === 1 || AWAY.includes(key)) this.close(this.before);
    else return key.startsWith("Arrow");
    return true;
  }

  remove() {
    clearTimeout(this.timer);
    end();
  }
}

/**
 * The picture goes from where it was to where it is, and all else appears.
 * @param {HTMLElement} stage
 * @param {Element} picture
 * @param {DOMRect} from
 */
function unfold(stage, picture, from) {
  const to = picture.getBoundingClientRect();
  const moved = `translate(${from.x - to.x}px, ${from.y - to.y}px) scale(${from.width / to.width}, ${from.height / to.height})`;
  const timing = { duration: UNFOLDING, easing: "cubic-bezier(0.3, 0, 0.1, 1)" };
  picture.animate([{ transform: moved, transformOrigin: "0 0" }, { transform: "none", transformOrigin: "0 0" }], timing);
  const others = [...stage.children].filter((one) => !one.contains(picture));
  const beside = document.querySelectorAll(".st-key-panel, [data-testid=stHeader]");
  for (const one of [...others, ...beside]) {
    one.animate([{ opacity: 0 }, { opacity: 0, offset: 0.4 }, { opacity: 1 }], { ...timing, duration: UNFOLDING * 1.4 });
  }
}
