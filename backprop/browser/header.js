// What this step is, and the ways to another: buttons, Play, and a mark for each step.

import { h, inPieces, put, say, s } from "./dom.js";
import { giveKeysBack } from "./keys.js";

const ICONS = {
  first: "M5 4v16M19 4 8 12l11 8z",
  previous: "M17 4 6 12l11 8z",
  next: "M7 4l11 8-11 8z",
  last: "M19 4v16M5 4l11 8-11 8z",
  play: "M6 4l14 8-14 8z",
  pause: "M6 4h4v16H6zM14 4h4v16h-4z",
};
const SPEEDS = { slow: 3000, normal: 1500, fast: 600 }; // milliseconds per step
const MOST_MARKS = 60;

function button(name, icon, act, extra = "", text = "") {
  const path = s("path", { d: ICONS[icon] });
  const label = h("button", { type: "button", "aria-label": name, title: name, class: extra, onclick: act });
  label.append(text, s("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, path));
  return label;
}

export class Header {
  constructor(stage) {
    this.stage = stage;
    const go = (where) => () => {
      this.pause();
      stage.go(where());
    };
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
      button("Next step", "next", go(() => stage.step + 1), "main", "Next"),
      button("Last step", "last", go(() => stage.data.steps.length)),
    ];
    this.playButton = button("Play", "play", () => this.play(), "play", "Play");
    this.speed = giveKeysBack(h("select", { "aria-label": "Speed" }));
    for (const name of Object.keys(SPEEDS)) this.speed.append(h("option", { value: name }, name));
    this.speed.value = "normal";
    this.level = giveKeysBack(h("select", { "aria-label": "Detail", onchange: () => this.setLevel() }));
    this.level.append(h("option", { value: "layer" }, "layer by layer"));
    this.level.append(h("option", { value: "neuron" }, "neuron by neuron"));
    this.marks = h("div", { class: "marks", role: "group", "aria-label": "All steps" });
    this.element = h("header", {},
      h("div", { class: "what" }, this.title, this.tag, this.cost, this.counter),
      this.sentence,
      h("div", { class: "controls" },
        h("div", { class: "buttons" }, ...this.back, ...this.forth, this.playButton),
        this.speed, this.level),
      this.marks, this.live);
  }

  rebuild() {
    const { steps, level, cost, step_choice: ownStep } = this.stage.data;
    this.level.hidden = this.cost.hidden = Boolean(ownStep); // steps of its own, not the lesson's
    this.level.value = level;
    this.costText = `C = ${cost.short}`;
    const key = steps.map((step) => step.result).join();
    if (key === this.key) return;
    this.key = key;
    this.marks.replaceChildren();
    this.runs = [];
    let group, run;
    steps.forEach((step, index) => {
      const array = step.result.replace(/_\d+$/, "");
      const joins = steps.length > MOST_MARKS && run?.array === array;
      if (joins) return void (run.last = index + 1);
      if (step.group !== group?.dataset.group) {
        group = h("div", { class: "group", "data-group": step.group });
        group.append(h("span", { class: "label" }, step.group), h("div", { class: "row" }));
        this.marks.append(group);
      }
      run = { array, first: index + 1, last: index + 1 };
      const first = run.first;
      run.mark = h("button", { type: "button", "aria-label": `Step ${first}: ${step.title}`,
        title: step.title, onclick: () => { this.pause(); this.stage.go(first); } });
      group.lastChild.append(run.mark);
      group.style.flexGrow = group.lastChild.childElementCount;
      this.runs.push(run);
    });
  }

  update() {
    const { now, step, data } = this.stage;
    const count = data.steps.length;
    say(this.title, now.title);
    say(this.tag, now.tag);
    this.tag.hidden = !now.tag;
    say(this.counter, `Step ${step} of ${count}`);
    say(this.cost, this.costText);
    this.cost.classList.toggle("unborn", !this.stage.isBorn({ array: "C" }));
    this.sentence.replaceChildren(...inPieces(now.sentence));
    for (const one of this.back) put(one, "aria-disabled", String(step === 1));
    for (const one of this.forth) put(one, "aria-disabled", String(step === count));
    for (const { mark, first, last } of this.runs) {
      const present = first <= step && step <= last;
      put(mark, "class", present ? "present" : last < step ? "past" : "future");
      put(mark, "tabindex", present ? "0" : "-1");
      if (present) put(mark, "aria-current", "step");
      else mark.removeAttribute("aria-current");
    }
    clearTimeout(this.speaker);
    this.speaker = setTimeout(() => say(this.live,
      `Step ${step} of ${count}. ${now.title}. ${this.sentence.textContent}`), 300);
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
    this.timer = null;
    this.showPlaying(false);
  }

  showPlaying(playing) {
    put(this.playButton, "aria-pressed", String(playing));
    put(this.playButton, "title", playing ? "Pause" : "Play");
    put(this.playButton.querySelector("path"), "d", ICONS[playing ? "pause" : "play"]);
  }

  remove() {
    this.pause();
    clearTimeout(this.speaker);
  }
}
