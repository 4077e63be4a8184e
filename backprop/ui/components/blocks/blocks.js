// The blocks of a step: formulas, a table, a line of code. They change with the stage, a frame later,
// to what is known of its step; of what is not, Python tells.

import { h } from "../../../browser/dom.js";
import { followHere, nameOf } from "../../../browser/here.js";
import { setterOf } from "../../../browser/latex.js";
import { whenIdle } from "../../../browser/plots.js";
import { fromApp } from "../../../browser/visitor.js";
import { withResult } from "./result.js";
import { Terms } from "./terms.js";

/** @import { Here, Version } from "../../../browser/here.js" */
/** @import { Component } from "../../../browser/types.d.ts" */

/**
 * @typedef {{ formulas: string[], j?: number, order?: number[] }} Formulas side by side, in LaTeX
 * @typedef {{ head: string[], rows: string[][] }} Table
 * @typedef {{ code: string, note: string, link: string, address: string }} Code
 * @typedef {Formulas | Table | Code} Block
 */
/** @typedef {Version & { step: number, steps: Record<string, Block[]>, latex: string }} BlocksData */

/** @type {WeakMap<HTMLElement, Blocks>} */
const all = new WeakMap();
// What Python has told of one version. It outlives the page: Python does not tell it again.
let version = "";
/** @type {Map<number, Block[]>} */
const known = new Map();

/** @param {BlocksData} data */
function learn(data) {
  if (nameOf(data) !== version) known.clear();
  version = nameOf(data);
  for (const [step, blocks] of Object.entries(data.steps)) known.set(Number(step), blocks);
}

class Blocks {
  /** @type {Map<number, HTMLElement>} */
  drawn = new Map(); // of this version, those of the shown step and its neighbours
  version = "";
  step = 0;
  /** @type {WeakMap<Element, Terms>} */
  terms = new WeakMap(); // of what is drawn for a step

  /**
   * @param {HTMLElement} root
   * @param {(latex: string) => Element} set
   */
  constructor(root, set) {
    this.set = set;
    this.element = h("div", { class: "bp-blocks" });
    root.append(this.element);
    this.end = followHere((here) => this.follow(here));
    this.light = (/** @type {WindowEventMap["backprop:term"]} */ { detail: { step, j, term } }) => {
      const shown = this.drawn.get(this.step);
      if (shown && step === this.step) this.terms.get(shown)?.light(j, term);
    };
    window.addEventListener("backprop:term", this.light);
  }

  receive(/** @type {Component<BlocksData>} */ { data, setTriggerValue }) {
    learn(data);
    if (version !== this.version) this.drawn.clear();
    this.version = version;
    if (!known.has(data.step)) return void setTriggerValue("missing", data.step); // told and overtaken
    this.step = data.step;
    this.catchUp();
    this.show();
  }

  // Once the picture is painted: laying out formulas takes the browser longer than all of it.
  follow(/** @type {Here} */ here) {
    if (!this.follows) requestAnimationFrame(() => setTimeout(() => this.catchUp()));
    this.follows = true;
    this.here = here;
  }

  // To the stage's step, where the stage shows what is known here.
  catchUp() {
    const { here } = this;
    this.follows = false;
    if (!here || here.step === this.step || nameOf(here) !== this.version || !known.has(here.step)) return;
    this.step = here.step;
    this.show();
  }

  show() {
    const shown = this.drawn.get(this.step) ?? this.draw(this.step);
    if (this.element.firstChild !== shown) {
      const focused = this.element.contains(document.activeElement);
      this.element.replaceChildren(shown);
      if (focused) this.element.querySelector("a")?.focus({ preventScroll: true });
    }
    for (const step of this.drawn.keys()) if (Math.abs(step - this.step) > 1) this.drawn.delete(step);
    this.drawAhead();
  }

  // The neighbours are drawn while nothing else is to be done.
  drawAhead() {
    const step = [this.step + 1, this.step - 1].find((one) => known.has(one) && !this.drawn.has(one));
    if (step === undefined || this.waiting) return;
    this.waiting = true;
    whenIdle(() => {
      this.waiting = false;
      if (!this.element.isConnected) return;
      if (known.has(step) && Math.abs(step - this.step) === 1) this.draw(step);
      this.drawAhead();
    });
  }

  draw(/** @type {number} */ step) {
    const blocks = known.get(step) ?? [];
    const drawn = h("div", {}, ...blocks.map((block) => this.block(block)));
    this.drawn.set(step, drawn);
    blocks.forEach((block, i) => {
      if ("order" in block) this.terms.set(drawn, new Terms(/** @type {HTMLElement} */ (drawn.children[i]), block));
    });
    return drawn;
  }

  block(/** @type {Block} */ block) {
    if ("formulas" in block) return h("div", { class: "formulas" }, ...block.formulas.map((latex) => withResult(this.set(latex))));
    return "rows" in block ? table(block) : code(block);
  }

  remove() {
    this.end();
    window.removeEventListener("backprop:term", this.light);
    this.element.remove();
  }
}

/** @param {Table} table */
function table({ head, rows }) {
  return h("div", { class: "table" }, h("table", {},
    h("thead", {}, h("tr", {}, ...head.map((text) => h("th", { scope: "col" }, text)))),
    h("tbody", {}, ...rows.map(([first, ...others]) =>
      h("tr", {}, h("th", { scope: "row" }, first), ...others.map((text) => h("td", {}, text)))))));
}

/** @param {Code} code */
function code({ code: line, note, link, address }) {
  return h("div", { class: "code" },
    h("p", {}, h("code", {}, line)),
    h("p", {}, `${note} `, h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, link)));
}

/** @type {((latex: string) => Element) | undefined} */
let set; // once it is here: new blocks are shown in the turn that they come in

/** @param {Component<BlocksData>} component */
export default async function (component) {
  const { parentElement: root, data } = component;
  if (!set) set = await setterOf(fromApp(data.latex).href);
  const blocks = all.get(root) ?? new Blocks(root, set);
  all.set(root, blocks);
  blocks.receive(component);
  return () => {
    blocks.remove();
    all.delete(root);
  };
}
