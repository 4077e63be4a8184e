// The program: the present line is lit, with its layer at its loop and the function that it calls.
// A click on a line leads to the next time that it runs.

import { parse } from "../../browser/address.js";
import { copy } from "../../browser/clipboard.js";
import { formatted, h, inPieces, put, say, scaleOf } from "../../browser/dom.js";
import { keepFocus } from "../../browser/keys.js";

/** @import { Part, PartData, Segments } from "../../browser/types.d.ts" */
/** @import { Stage } from "../../browser/stage.js" */

/** @typedef {{ pieces: Segments, tag: string }} Line */
/** @typedef {{ line: number, loop: number, called: number[] }} Run one step: lines count from 1, loop is 0 for none */
/** @typedef {"listing" | "line" | "layer" | "copy" | "copied" | "not_copied"} Said */
/** @typedef {PartData & { lines: Line[], runs: Run[], script: string, texts: Record<Said, string> }} ListingData */

const SAID_FOR = 2000; // milliseconds
const MOST_LARGER = 1.25;

/** @implements {Part} */
export default class Listing {
  /** @type {ListingData} */
  part;
  /** @type {{ element: HTMLElement, code: HTMLElement, note: HTMLElement, tag: string, last: number }[]} */
  lines = [];
  shown = "";
  timer = 0;

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.list = h("ol");
    this.list.addEventListener("mousedown", keepFocus);
    this.copying = h("button", { type: "button", class: "copy", onclick: () => this.copy() });
    this.status = h("span", { class: "unseen", role: "status" });
    this.element = h("div", { class: "listing" }, this.list, this.copying, this.status);
  }

  /** @param {ListingData} part */
  rebuild(part) {
    this.part = part;
    this.resize();
    put(this.list, "aria-label", part.texts.listing);
    say(this.copying, part.texts.copy);
    const shown = JSON.stringify(part.lines);
    if (shown === this.shown) return;
    this.shown = shown;
    this.lines = part.lines.map(({ pieces, tag }, i) => {
      const n = i + 1;
      const last = part.runs.findLastIndex(({ line }) => line === n) + 1;
      const text = pieces.map(([piece]) => piece).join("");
      const code = last
        ? h("button", { type: "button", "aria-label": formatted(part.texts.line, { n, text: text.trim() }), onclick: () => this.lead(n) })
        : h("code");
      code.append(...inPieces(pieces));
      const note = h("span", { class: "note" }, tag);
      return { element: h("li", {}, code, note), code, note, tag, last };
    });
    this.list.replaceChildren(...this.lines.map(({ element }) => element));
  }

  /** @param {number} n the line, from 1 */
  lead(n) {
    const { stage, part: { runs } } = this;
    const steps = runs.flatMap(({ line }, i) => (line === n ? [i + 1] : []));
    stage.go(steps.find((step) => step > stage.step) ?? steps[0]);
  }

  resize() {
    this.element.style.setProperty("--larger", String(Math.min(MOST_LARGER, scaleOf(this.stage.width))));
  }

  update() {
    const { stage, part: { runs, texts } } = this;
    const { line: present, loop, called } = runs[stage.step - 1];
    this.lines.forEach(({ element, code, note, tag, last }, i) => {
      const n = i + 1;
      element.classList.toggle("present", n === present);
      element.classList.toggle("loop", n === loop);
      element.classList.toggle("called", called.includes(n));
      element.classList.toggle("past", last > 0 && last < stage.step);
      if (n === present) put(code, "aria-current", "step");
      else code.removeAttribute("aria-current");
      say(note, n === loop ? formatted(texts.layer, { l: stage.now.l }) : tag);
    });
    this.scroll(loop || present, present);
    this.light();
  }

  /**
   * Into sight from line ``first`` to ``last``, by scrolling the program alone.
   * @param {number} first
   * @param {number} last
   */
  scroll(first, last) {
    const { list } = this;
    const [top, bottom] = [first, last].map((n) => this.lines[n - 1].element.offsetTop - list.offsetTop);
    const line = this.lines[last - 1].element.offsetHeight;
    if (top < list.scrollTop + line) list.scrollTop = top - 2 * line;
    else if (bottom + 2 * line > list.scrollTop + list.clientHeight) {
      list.scrollTop = bottom + 3 * line - list.clientHeight;
    }
  }

  // The line that makes the number under the pointer.
  light() {
    const { stage, part: { runs } } = this;
    const lit = stage.lit ? parse(stage.lit).array : "";
    const maker = runs.find((_, i) => stage.data.steps[i].result === lit)?.line;
    this.lines.forEach(({ element }, i) => element.classList.toggle("lit", i + 1 === maker));
  }

  copy() {
    const { part: { script, texts } } = this;
    /** @param {string} text */
    const tell = (text) => {
      say(this.copying, text);
      say(this.status, text);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        say(this.copying, texts.copy);
        say(this.status, "");
      }, SAID_FOR);
    };
    copy(script).then(() => tell(texts.copied), () => tell(texts.not_copied));
  }

  remove() {
    clearTimeout(this.timer);
  }
}
