// The step of gradient descent: each weight and bias of a layer, how far it moves, and where it is
// then; and the curve of the cost over the rounds. Ten rounds are played one after the other.

import { parse } from "./address.js";
import { formatted, h, say } from "./dom.js";
import Exhibits from "./exhibits.js";
import { unpacked } from "./figure.js";
import { LayerButtons } from "./layer_buttons.js";
import { allFitting, short } from "./number.js";
import { Rounds } from "./rounds.js";

/** @import { Part } from "./types.d.ts" */
/** @import { Stage } from "./stage.js" */

const TICK = 140; // milliseconds for a round that is played
const AROUND = 520; // pixels of the window that header, diagram and margins take
const BESIDE = 43; // pixels of a figure's title and numbers
const [LEAST, MOST] = [9, 30]; // pixels of a row of cells
const [NARROW, SLIM] = [480, 12]; // pixels: of a phone's stage, and of a cell that needs no number

/** @implements {Part} */
export default class Learning {
  shown = "";
  /** @type {number | null} */
  layer = null; // the one that was chosen here
  selected = ""; // when it was chosen
  timer = 0;
  heard = "";
  played = "";

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.exhibits = new Exhibits(stage);
    this.buttons = new LayerButtons(stage, (l) => this.look(l));
    this.rounds = new Rounds(stage);
    this.glow = h("span", { class: "glow-words" });
    this.refused = h("p", { class: "refused" });
    this.live = h("div", { class: "unseen", role: "status", "aria-live": "polite" });
    this.course = h("div", { class: "course" }, this.rounds.element);
    this.element = h("div", { class: "learning" }, h("div", { class: "bar" }, this.buttons.element, this.glow),
      this.refused, this.exhibits.element, this.course, this.live);
    this.listening = new AbortController();
    const { signal } = this.listening;
    for (const name of ["pointerdown", "keydown"]) window.addEventListener(name, () => this.stop(), { signal, capture: true });
  }

  get learning() {
    return /** @type {NonNullable<Stage["data"]["learning"]>} */ (this.stage.data.learning);
  }

  rebuild() {
    const { learning, stage } = this;
    this.shown = "";
    say(this.refused, learning.refused);
    this.refused.hidden = !learning.refused;
    this.glow.hidden = !this.hasStep;
    say(this.glow, learning.texts.glow);
    this.tell();
    const packed = Object.entries(learning.walked);
    const name = packed.map(([, one]) => one).join();
    if (name === this.played) return;
    this.played = name;
    stage.walked = Object.fromEntries(packed.map(([id, one]) => [id, unpacked(one)]));
    if (packed.length) this.play();
  }

  get hasStep() {
    return this.learning.next !== null;
  }

  // What came of it, for those who do not see the curve.
  tell() {
    const { costs, ways, said, texts } = this.learning;
    const n = ways.indexOf(0);
    const heard = [n, costs[n]].join();
    if (this.heard && heard !== this.heard && costs.length > 1) {
      say(this.live, said ? formatted(texts.told, { n, said }) : this.rounds.name(n));
    }
    this.heard = heard;
  }

  /** @param {number} l */
  look(l) {
    this.layer = l;
    this.selected = this.stage.selected;
    this.update();
  }

  // The layer that was chosen here, or else that of the selected number, or that which moves most.
  present() {
    const { stage, learning: { labels } } = this;
    if (this.layer && String(this.layer) in labels && this.selected === stage.selected) return this.layer;
    this.layer = null;
    const { l } = parse(stage.selected);
    return String(l) in labels ? l : stage.now.l;
  }

  update() {
    const { stage, learning } = this;
    const { learns } = stage;
    stage.element.toggleAttribute("data-learning", learns);
    this.element.hidden = !learns;
    if (!learns) return;
    const l = this.present();
    const { rows } = stage.figures[`w${l}`];
    const high = Math.max(LEAST, Math.min(MOST, Math.floor((stage.height - AROUND) / 2 - BESIDE) / rows));
    const shown = [stage.edition, l, high, stage.width].join();
    if (shown !== this.shown) {
      this.shown = shown;
      const layers = Object.keys(learning.labels).map(Number);
      this.buttons.element.hidden = layers.length < 2;
      const { layers: name, layer } = learning.texts;
      this.buttons.rebuild(layers, l, { layers: name, layer });
      const least = stage.width < NARROW ? undefined : SLIM;
      this.exhibits.rebuild({ module: "", rows: this.rows(l), widest: 56, high, least });
      if (!this.fit()) this.exhibits.room = 0;
    }
    this.exhibits.update();
    this.rounds.show(this.course.clientWidth || 240, Math.max(104, Math.min(150, rows * high + BESIDE)));
  }

  // All numbers or none: one blank cell of many would look like one without a number.
  fit() {
    const { figures, room } = this.exhibits;
    const numbers = figures.flatMap(({ figure }) => [...figure.values].map((value) => ({ value, text: short(value) })));
    return !allFitting(numbers, room).includes("");
  }

  /** @param {number} l */
  rows(l) {
    if (!this.hasStep) return [];
    return ["w", "b"].map((symbol, n) => ({
      label: this.learning.labels[l][n],
      items: [symbol + l, "+", `step_${symbol}${l}`, "=", `new_${symbol}${l}`],
    }));
  }

  light() {
    if (this.stage.learns) this.exhibits.light();
  }

  resize() {
    this.shown = "";
  }

  play() {
    const { stage } = this;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    stage.walk = 0;
    const tick = () => {
      stage.walk += 1;
      if (stage.walk >= stage.walkLength) return this.stop();
      this.timer = setTimeout(tick, TICK);
      stage.update();
    };
    this.timer = setTimeout(tick, TICK);
  }

  // To where the walk has led: a press does not wait for its end.
  stop() {
    clearTimeout(this.timer);
    const { stage } = this;
    if (stage.walk < 0) return;
    stage.walk = -1;
    if (stage.data) stage.update();
  }

  led() {
    this.layer = null;
  }

  remove() {
    clearTimeout(this.timer);
    this.stage.walk = -1;
    this.listening.abort();
    this.stage.element.removeAttribute("data-learning");
    this.exhibits.remove();
  }
}
