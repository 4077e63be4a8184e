// The exercise: a pool of cards, and the proof that is made of them. A press puts a card into the
// proof, buttons and keys move it or take it out, and each change is judged at once.

import { formatted, h, put, say } from "../../browser/dom.js";
import { around, formula } from "../../browser/formula.js";
import { Hints } from "./hints.js";
import { judged } from "./judge.js";

/** @import { Part, PartData } from "../../browser/types.d.ts" */
/** @import { Stage } from "../../browser/stage.js" */
/** @import { CardData, Verdict } from "./judge.js" */

/**
 * @typedef {PartData & { of: string, cards: CardData[], pool: string[], lines: string[], proved: string,
 *   texts: Record<string, string> }} CardsData
 */

const ICONS = { up: "▲", down: "▼", out: "✕" };
const MARKS = { right: "✓", false: "✗", lacking: "↑", open: "" };
/** @type {Record<string, number>} */
const MOVES = { ArrowUp: -1, ArrowDown: 1 };

/** @implements {Part} */
export default class Cards {
  /** @type {CardsData} */
  part;
  /** @type {CardData[]} */
  lines = [];
  about = "";
  sent = ""; // all that Python has sent but the lines
  drawn = ""; // for what the list is drawn: it keeps its focus while that is the same
  fresh = true;

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.pool = h("ul", { class: "pool" });
    this.list = h("ol", { class: "made" });
    this.verdict = h("div", { class: "verdict", role: "status", "aria-live": "polite" });
    this.hints = new Hints();
    this.heads = [h("h3"), h("h3")];
    this.element = h("div", { class: "cards" },
      h("section", {}, this.heads[0], this.pool),
      h("section", {}, this.heads[1], this.verdict, this.list, this.hints.element));
  }

  led() {
    this.fresh = true;
  }

  /** @param {CardsData} part */
  rebuild(part) {
    const { of, pool, lines, texts } = part;
    this.part = part;
    const about = [of, ...pool].join();
    const names = this.fresh || about !== this.about ? lines : this.lines.map(({ name }) => name);
    this.fresh = false;
    this.about = about;
    this.lines = names.map((name) => this.card(name));
    say(this.heads[0], texts.pool);
    say(this.heads[1], texts.proof);
    const sent = JSON.stringify({ ...part, lines: [] });
    if (sent === this.sent) return;
    this.sent = sent;
    this.drawn = "";
    this.pool.replaceChildren(...pool.map((name) => this.poolCard(this.card(name))));
    this.hints.rebuild(texts);
  }

  /** @param {string} name */
  card(name) {
    return /** @type {CardData} */ (this.part.cards.find((one) => one.name === name));
  }

  /** @param {CardData} card */
  poolCard({ name, formula: pieces, text }) {
    const button = h("button", { type: "button", "data-card": name, onclick: () => this.add(this.card(name)) },
      formula(pieces, text));
    return h("li", {}, button);
  }

  // At the end, or where the hint that is shown says.
  /** @param {CardData} card */
  add(card) {
    const { lines, part, hints } = this;
    if (lines.includes(card)) return;
    const { wrong, missing, target } = judged(lines, part.cards);
    const place = hints.size === "next" && missing && card === target ? wrong : lines.length;
    this.change([...lines.slice(0, place), card, ...lines.slice(place)], card.name);
  }

  /**
   * @param {number} place
   * @param {number} by
   */
  move(place, by) {
    const lines = [...this.lines];
    const target = place + by;
    if (target < 0 || target >= lines.length) return;
    [lines[place], lines[target]] = [lines[target], lines[place]];
    this.change(lines, lines[target].name);
  }

  /** @param {number} place */
  out(place) {
    const { name } = this.lines[place];
    this.change(this.lines.filter((_, i) => i !== place), name);
  }

  /**
   * @param {CardData[]} lines
   * @param {string} name the card that keeps the focus, wherever it is now
   */
  change(lines, name) {
    this.lines = lines;
    this.update();
    const place = lines.findIndex((one) => one.name === name);
    const found = place < 0
      ? this.pool.querySelector(`[data-card="${name}"]`)
      : this.list.children[place];
    if (found instanceof HTMLElement) found.focus();
    this.stage.trigger("lines", lines.map((one) => one.name));
  }

  update() {
    const { part: { cards, texts } } = this;
    const drawn = [this.about, ...this.lines.map(({ name }) => name)].join();
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const verdict = judged(this.lines, cards);
    for (const button of this.pool.querySelectorAll("button")) {
      const card = this.card(button.dataset.card ?? "");
      const placed = this.lines.includes(card);
      put(button, "aria-disabled", String(placed));
      put(button, "aria-label", formatted(placed ? texts.placed : texts.add, { formula: card.text }));
    }
    const places = cards.filter(({ instead }) => !instead).slice(this.lines.length); // still empty
    this.list.replaceChildren(...this.lines.map((card, place) => this.line(card, place, verdict)),
      ...places.map(() => h("li", { class: "empty", "aria-hidden": "true" })));
    this.tell(verdict);
    this.hints.show(verdict, this.lines, this.pool, this.list);
  }

  /**
   * @param {CardData} card
   * @param {number} place
   * @param {Verdict} verdict
   */
  line(card, place, { wrong, missing }) {
    const { texts } = this.part;
    const n = place + 1;
    const state = place < wrong ? "right" : place > wrong ? "open" : missing ? "lacking" : "false";
    /**
     * @param {keyof typeof ICONS} what
     * @param {() => void} act
     * @param {boolean} idle
     */
    const button = (what, act, idle = false) => h("button", { type: "button", tabindex: "-1", title: formatted(texts[what], { n }),
      "aria-label": formatted(texts[what], { n }), "aria-disabled": idle ? "true" : null, onclick: act }, ICONS[what]);
    const numbers = state === "open" ? "" : card.sides;
    const element = h("li", { tabindex: "0", "data-card": card.name, "data-state": state,
      "aria-label": `${formatted(texts.line, { n, formula: card.text })}, ${texts[state]}`,
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.onKey(event, place) },
    h("span", { class: "n" }, String(n)), formula(card.formula, card.text), h("span", { class: "numbers" }, numbers),
    h("span", { class: "mark", "aria-hidden": "true" }, MARKS[state]),
    h("span", { class: "acts" }, button("up", () => this.move(place, -1), place === 0),
      button("down", () => this.move(place, 1), place === this.lines.length - 1), button("out", () => this.out(place))));
    return element;
  }

  /**
   * @param {KeyboardEvent} event
   * @param {number} place
   */
  onKey(event, place) {
    const by = MOVES[event.key];
    if (by) this.move(place, by);
    else if (event.key === "Delete" || event.key === "Backspace") this.out(place);
    else return;
    event.preventDefault();
  }

  // Says how the proof stands.
  /** @param {Verdict} verdict */
  tell({ wrong, missing, complete }) {
    const { texts, proved } = this.part;
    const line = this.lines[wrong];
    const n = wrong + 1;
    const sentences = complete ? proved
      : missing ? texts.early
      : line ? [texts.wrong, ...(line.why ?? [])].join(" ")
      : this.lines.length ? texts.holds : texts.empty;
    put(this.verdict, "data-state", complete ? "complete" : line ? "false" : "right");
    const filled = formatted(sentences, { n, formula: "{formula}" });
    this.verdict.replaceChildren(...(missing ? around(filled, missing) : [filled]));
  }
}
