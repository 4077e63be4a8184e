// Hints in three sizes, each about the state that the proof is in: a nudge, the rule, the next line.

import { formatted, h, put, say } from "../../browser/dom.js";
import { around } from "../../browser/formula.js";

/** @import { CardData, Verdict } from "./judge.js" */

const SIZES = ["nudge", "rule", "next"];

export class Hints {
  /** @type {Record<string, string>} */
  texts = {};
  size = "";
  now = "";
  /** @type {() => void} */
  redraw = () => undefined;

  constructor() {
    this.label = h("span", {});
    this.buttons = SIZES.map((size) => h("button", { type: "button", onclick: () => this.ask(size) }));
    this.said = h("p", { role: "status", "aria-live": "polite" });
    this.element = h("div", { class: "hints" }, h("div", { role: "group" }, this.label, ...this.buttons), this.said);
  }

  /** @param {Record<string, string>} texts */
  rebuild(texts) {
    this.texts = texts;
    say(this.label, texts.hint);
    this.buttons.forEach((button, i) => say(button, texts[SIZES[i]]));
  }

  /** @param {string} size */
  ask(size) {
    this.size = this.size === size ? "" : size;
    this.redraw();
  }

  /**
   * For the proof as it stands; a hint does not outlive the state that it is about.
   * @param {Verdict} verdict
   * @param {CardData[]} lines
   * @param {HTMLElement} pool
   * @param {HTMLElement} list
   */
  show({ wrong, missing, complete, target }, lines, pool, list) {
    const now = lines.map(({ name }) => name).join();
    if (now !== this.now) this.size = "";
    this.now = now;
    const { texts } = this;
    const there = target && lines.includes(target);
    const drops = there && lines[wrong]?.instead;
    const marked = drops ? lines[wrong] : target;
    const what = drops ? texts.drop : there ? texts.move : missing ? texts.above : texts.take;
    const next = formatted(what, { n: wrong + 1, formula: "{formula}" });
    this.redraw = () => {
      this.buttons.forEach((button, i) => {
        put(button, "aria-pressed", String(SIZES[i] === this.size));
        put(button, "aria-disabled", String(complete));
      });
      /** @type {Record<string, string | undefined>} */
      const hints = { nudge: target?.nudge, rule: target?.rule, next };
      this.said.replaceChildren(...(target ? around(hints[this.size] ?? "", target) : []));
      for (const one of [...pool.querySelectorAll("button"), ...list.children]) {
        const hinted = one instanceof HTMLElement && this.size === "next" && one.dataset.card === marked?.name;
        one.classList.toggle("hinted", hinted);
      }
    };
    this.redraw();
  }
}
