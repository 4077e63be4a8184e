// The step of gradient descent: each weight and bias of a layer, how far it moves, and where it is
// then; and the curve of the cost over the rounds. Ten rounds are played one after the other.

import { parse } from "./address.js";
import { formatted, h, say } from "./dom.js";
import { unpacked } from "./figure.js";
import { HeatmapRows } from "./heatmap_rows.js";
import { LayerButtons } from "./layer_buttons.js";
import { allFitting, short } from "./number.js";
import { Rounds } from "./rounds.js";
import { isStill } from "./visitor.js";
import { isPresented, zoomOf } from "./wall.js";

/** @import { Part } from "./types.d.ts" */
/** @import { Stage } from "./stage.js" */

const TICK = 140; // milliseconds for a round that is played
const BESIDE = 43; // pixels of a figure's title and numbers
const [LEAST, READ, MOST] = [9, 13, 30]; // pixels of a row of cells: at least, with a number, at most
const [BAR, GAP] = [32, 8]; // pixels of the line with the layers, and between rows
const [MARGINS, SIGNS, CURVE, WIDTH] = [6 * 16, 5 * 32, 150, 26]; // pixels across, where all is in one row
const [NARROW, SLIM] = [480, 12]; // pixels: of a phone's stage, and of a cell that needs no number

/** @implements {Part} */
export default class Learning {
  flexible = true;
  instead = true;
  high = 0; // pixels that it was given
  fitted = ""; // what it was fitted to
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
    this.exhibits = new HeatmapRows(stage);
    this.buttons = new LayerButtons(stage, (l) => this.look(l));
    this.rounds = new Rounds(stage);
    this.glow = h("span", { class: "glow-words" });
    this.refused = h("p", { class: "refused" });
    this.course = h("div", { class: "course" }, this.rounds.element);
    this.element = h("div", { class: "learning" }, h("div", { class: "bar" }, this.buttons.element, this.glow),
      this.refused, this.exhibits.element, this.course);
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
      this.stage.news = said ? formatted(texts.told, { n, said }) : "";
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

  // How high it is with cells that can be read, with large ones, and with the smallest.
  heights() {
    const { stage } = this;
    const [most, zoom] = [Math.max(...stage.data.sizes.slice(1)), zoomOf(stage)];
    /** @param {number} cell */
    const rows = (cell) => zoom * (BAR + GAP + 2 * (BESIDE + most * cell));
    return { least: rows(isPresented() ? READ + 7 : LEAST), usual: rows(READ + 5), most: rows(MOST) };
  }

  /** @param {number} high */
  fit(high) {
    const given = this.high !== high;
    this.high = high;
    return given;
  }

  // The row of the biases stands below that of the weights, or beside it where that is too high; where
  // neither fits, the layers stand above the curve.
  layout(/** @type {number} */ l) {
    const { stage } = this;
    const zoom = zoomOf(stage);
    const { rows, columns } = stage.figures[`w${l}`];
    const high = this.high / zoom;
    const each = Math.min(MOST, ((high - BAR - GAP) / 2 - BESIDE) / rows);
    const wide = Math.floor((stage.width - MARGINS - SIGNS - CURVE) / (3 * columns + 3));
    const side = each < READ && wide >= WIDTH && stage.width > NARROW;
    const tight = !side && each < READ && stage.width > NARROW;
    const tall = side ? Math.min(MOST, (high - BAR - BESIDE) / rows) : tight ? Math.min(READ + 2, each + BAR / 2 / rows) : each;
    const widest = 56 * zoom;
    return { side, tight, wide: side ? Math.min(widest, wide) : widest, high: Math.floor(zoom * Math.max(LEAST, tall)), rows };
  }

  update() {
    const { stage, learning } = this;
    const { learns } = stage;
    const key = learns ? `learns ${Boolean(stage.selected)}` : "";
    stage.element.toggleAttribute("data-learning", learns);
    stage.element.toggleAttribute("data-unselected", !stage.selected);
    this.element.hidden = !learns;
    if (key !== this.fitted) {
      this.fitted = key;
      stage.fit();
    }
    if (!learns) return;
    const l = this.present();
    const { side, tight, wide, high, rows } = this.layout(l);
    const shown = [stage.edition, l, high, wide, side, tight, stage.width].join();
    if (shown !== this.shown) {
      this.shown = shown;
      const layers = Object.keys(learning.labels).map(Number);
      this.buttons.element.hidden = layers.length < 2;
      const { layers: name, layer } = learning.texts;
      this.buttons.rebuild(layers, l, { layers: name, layer });
      const least = stage.width < NARROW ? undefined : SLIM;
      this.exhibits.rebuild({ module: "", rows: this.rows(l, side), widest: wide, high, least, exact: true });
      this.element.toggleAttribute("data-side", side);
      this.element.toggleAttribute("data-tight", tight);
      if (high < READ - 1 || !this.numbersFit()) this.exhibits.room = 0;
    }
    this.exhibits.update();
    this.rounds.show(this.course.clientWidth || 240, Math.max(tight ? 56 : 84, Math.min(150, rows * high + BESIDE - (tight ? BAR : 0))));
  }

  // All numbers or none: one blank cell of many would look like one without a number.
  numbersFit() {
    const { figures, room } = this.exhibits;
    const numbers = figures.flatMap(({ figure }) => [...figure.values].map((value) => ({ value, text: short(value) })));
    return !allFitting(numbers, room).includes("");
  }

  /**
   * @param {number} l
   * @param {boolean} side
   */
  rows(l, side) {
    if (!this.hasStep) return [];
    /** @type {[symbol: string, label: string][]} */
    const learned = this.learning.labels[l].map((label, n) => [n ? "b" : "w", label]);
    const rows = learned.map(([symbol, label]) => ({
      label,
      items: [symbol + l, "+", `step_${symbol}${l}`, "=", `new_${symbol}${l}`],
    }));
    return side ? [{ ...rows[0], items: rows.flatMap(({ items }, n) => (n ? ["", ...items] : items)) }] : rows;
  }

  light() {
    if (this.stage.learns) this.exhibits.light();
  }

  resize() {
    this.shown = "";
  }

  play() {
    const { stage } = this;
    if (isStill()) return;
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
