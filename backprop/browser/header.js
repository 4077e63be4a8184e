// What this step is, and the ways to another: buttons, Play, and a mark for each step.

import { h, inPieces, put, say, s } from "./dom.js";
import { giveKeysBack, isAtPressable, leadsTo } from "./keys.js";
import { WayOn } from "./way_on.js";

/** @import { Part } from "./types.d.ts" */
/** @import { Stage } from "./stage.js" */

/** @typedef {{ array: string, first: number, last: number, mark: HTMLButtonElement }} Run */

const ICONS = {
  first: "M5 4v16M19 4 8 12l11 8z",
  previous: "M17 4 6 12l11 8z",
  next: "M7 4l11 8-11 8z",
  last: "M19 4v16M5 4l11 8-11 8z",
  play: "M6 4l14 8-14 8z",
  pause: "M6 4h4v16H6zM14 4h4v16h-4z",
};
/** @type {Record<string, number>} */
const SPEEDS = { slow: 3000, normal: 1500, fast: 600 }; // milliseconds per step
const MOST_MARKS = 60;

/**
 * @param {string} name
 * @param {keyof typeof ICONS} icon
 * @param {() => void} act
 */
function button(name, icon, act, extra = "", text = "") {
  const path = s("path", { d: ICONS[icon] });
  const label = h("button", { type: "button", "aria-label": name, title: name, class: extra, onclick: act });
  label.append(text, s("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, path));
  return label;
}

/** @implements {Part} */
export default class Header {
  /** @type {Run[]} */
  runs = [];
  results = "";
  timer = 0;
  speaker = 0;

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    /** @param {() => number} where */
    const go = (where) => () => {
      this.pause();
      stage.go(where());
    };
    this.wayOn = new WayOn(stage, () => this.pause());
    this.title = h("h2");
    this.tag = h("span", { class: "tag" });
    this.counter = h("span", { class: "counter" });
    this.cost = h("span", { class: "cost" });
    this.sentence = h("p", { class: "sentence" });
    this.live = h("div", { class: "unseen", role: "status", "aria-live": "polite" });
    this.back = [
      button("First step", "first", go(() => 1)),
      button("Previous step", "previous", go(() => stage.step - 1)),
    ];
    this.forth = [
      button("Next step", "next", () => this.wayOn.press(), "main", "Next"),
      button("Last step", "last", go(() => stage.data.steps.length)),
    ];
    this.playButton = button("Play", "play", () => this.play(), "play", "Play");
    this.speed = giveKeysBack(h("select", { "aria-label": "Speed",
      onchange: () => (stage.pace = SPEEDS[this.speed.value]) }));
    for (const name of Object.keys(SPEEDS)) this.speed.append(h("option", { value: name }, name));
    this.speed.value = "normal";
    this.level = giveKeysBack(h("select", { "aria-label": "Detail", onchange: () => this.setLevel() }));
    this.level.append(h("option", { value: "layer" }, "layer by layer"));
    this.level.append(h("option", { value: "neuron" }, "neuron by neuron"));
    this.marks = h("div", { class: "marks", role: "group", "aria-label": "All steps" });
    this.element = h("header", {},
      h("div", { class: "what" }, this.title, this.tag, this.cost, this.wayOn.course, this.counter),
      this.sentence,
      h("div", { class: "controls" },
        h("div", { class: "buttons" }, ...this.back, ...this.forth, this.wayOn.rounds, this.playButton),
        this.speed, this.level),
      this.marks, this.live);
  }

  rebuild() {
    const { steps, level, step_choice: ownStep } = this.stage.data;
    this.level.hidden = this.cost.hidden = Boolean(ownStep); // steps of its own, not the lesson's
    this.level.value = level;
    this.wayOn.rebuild();
    const results = steps.map((step) => step.result + step.title).join();
    if (results === this.results) return;
    this.results = results;
    this.marks.replaceChildren();
    this.runs = [];
    /** @type {HTMLElement | undefined} */
    let group;
    /** @type {HTMLElement | undefined} */
    let row;
    /** @type {Run | undefined} */
    let run;
    steps.forEach((step, index) => {
      const array = step.result.replace(/_\d+$/, "");
      if (steps.length > MOST_MARKS && run?.array === array) return void (run.last = index + 1);
      if (!group || !row || step.group !== group.dataset.group) {
        row = h("div", { class: "row" });
        group = h("div", { class: "group", "data-group": step.group },
          h("span", { class: "label" }, step.group), row);
        this.marks.append(group);
      }
      const first = index + 1;
      const mark = h("button", { type: "button", "aria-label": `Step ${first}: ${step.title}`,
        title: step.title, onclick: () => { this.pause(); this.stage.go(first); } });
      run = { array, first, last: first, mark };
      row.append(mark);
      group.style.flexGrow = String(row.childElementCount);
      this.runs.push(run);
    });
  }

  update() {
    const { step, data: { steps } } = this.stage;
    const count = steps.length;
    const now = steps[step - 1];
    say(this.title, now.title);
    say(this.tag, now.tag);
    this.tag.hidden = !now.tag;
    say(this.counter, `Step ${step} of ${count}`);
    say(this.cost, this.wayOn.cost(this.stage.changes.cost));
    this.cost.classList.toggle("unborn", !this.stage.isBorn({ array: "C" }) && !this.stage.changes.before);
    this.sentence.replaceChildren(...inPieces(now.sentence));
    for (const one of this.back) put(one, "aria-disabled", String(step === 1));
    for (const one of this.forth) put(one, "aria-disabled", String(step === count));
    this.wayOn.update(this.forth[0], this.forth[1]);
    for (const { mark, first, last } of this.runs) {
      const present = first <= step && step <= last;
      put(mark, "class", present ? "present" : last < step ? "past" : "future");
      put(mark, "tabindex", present ? "0" : "-1");
      if (present) put(mark, "aria-current", "step");
      else mark.removeAttribute("aria-current");
    }
    clearTimeout(this.speaker);
    this.speaker = setTimeout(() => say(this.live, this.stage.news || this.stage.changes.spoken ||
      `Step ${step} of ${count}. ${now.title}. ${this.sentence.textContent}`), 300);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const { step, data } = this.stage;
    const to = leadsTo(event.key, step, data.steps.length);
    if (to !== null) {
      this.pause();
      this.stage.go(to);
    } else if (event.key === " " && !isAtPressable(event)) {
      this.play();
    } else {
      return false;
    }
    return true;
  }

  led() {
    this.pause();
  }

  setLevel() {
    this.pause();
    this.stage.trigger("level", this.level.value);
  }

  play() {
    if (this.timer) return this.pause();
    if (this.stage.step === this.stage.data.steps.length) this.stage.go(1);
    this.showPlaying(true);
    const tick = () => {
      this.stage.go(this.stage.step + 1);
      if (this.stage.step === this.stage.data.steps.length) this.pause();
      else this.timer = setTimeout(tick, SPEEDS[this.speed.value]);
    };
    this.timer = setTimeout(tick, SPEEDS[this.speed.value] / 3);
  }

  pause() {
    clearTimeout(this.timer);
    this.timer = 0;
    this.showPlaying(false);
  }

  /** @param {boolean} playing */
  showPlaying(playing) {
    put(this.playButton, "aria-pressed", String(playing));
    put(this.playButton, "title", playing ? "Pause" : "Play");
    const icon = ICONS[playing ? "pause" : "play"];
    for (const path of this.playButton.querySelectorAll("path")) put(path, "d", icon);
  }

  remove() {
    this.pause();
    clearTimeout(this.speaker);
  }
}
