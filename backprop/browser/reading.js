// What the data say where the learner is: the numbers at the present step and frame, and which of
// them are made, used, lit and selected.

import { covers, nameOf, parse } from "./address.js";
import { PRESENT } from "./constants.js";
import { cover } from "./cover.js";
import { Figure, unpacked } from "./figure.js";
import { short } from "./number.js";

/** @import { Address, Mark, Ramp, Shown, StageData } from "./types.d.ts" */

const WEIGHTS = /^[wb]\d/;
const hidesWeights = document.documentElement.dataset.hide?.includes("weights");

/** @typedef {{ l: number, group: string, operands: string[], result?: string }} Now */

export class Reading {
  /** @type {StageData} */
  data;
  /** @type {Record<string, Figure>} */
  figures = {};
  /** @type {Record<string, Float64Array>} */
  framed = {}; // by id of an array, its numbers in all frames, one after the other
  /** @type {Record<string, string>} */
  colours;
  /** @type {Record<string, Ramp>} */
  ramps;
  edition = 0; // of the data: what was shown of an earlier one is shown anew
  step = 1;
  frame = 0;
  selected = "";
  lit = "";
  /** @type {Now} */
  now = { l: 0, group: "", operands: [] };
  /** @type {Address | null} */
  result = null;
  /** @type {Address[]} */
  operands = [];

  // The arrays that the data bring.
  unpack() {
    const { arrays, frames } = this.data;
    this.figures = Object.fromEntries(Object.entries(arrays).map(([id, sent]) => [id, new Figure(id, sent)]));
    this.framed = Object.fromEntries(Object.entries(frames?.arrays ?? {}).map(([id, packed]) => [id, unpacked(packed)]));
  }

  // What the present step makes and uses, as addresses to compare with; without steps, nothing.
  look() {
    const { steps } = this.data;
    this.now = steps[this.step - 1] ?? { l: this.layer(), group: "", operands: [] };
    this.result = this.now.result ? parse(this.now.result) : null;
    this.operands = this.now.operands.map(parse);
  }

  // The layer of the board where there are no steps: the one that the page has set, or else that of
  // the selected number, unless the present one has it, too.
  layer() {
    const { layer, sizes, rows } = this.data;
    if (layer !== "selected") return layer ?? sizes.length;
    const { array, l } = parse(this.selected);
    /** @param {number} one */
    const has = (one) => Object.values(rows[one] ?? {}).flat().includes(array);
    if (has(this.now.l)) return this.now.l;
    return Object.keys(rows).map(Number).find((one) => one === l) ?? Math.min(2, sizes.length);
  }

  get backward() {
    return this.now.group === "Error" || this.now.group === "Gradients";
  }

  // The addresses of what is under the pointer, with all that it is made from, and of the selected.
  get marked() {
    const lit = this.lit ? [this.lit, ...(this.data.uses?.[this.lit] ?? [])] : [];
    return { lit: lit.map(parse), selected: this.selected ? [parse(this.selected)] : [] };
  }

  /**
   * The numbers of an array in the present frame, row by row.
   * @param {string} id
   */
  numbers(id) {
    const every = this.framed[id];
    if (!every) return this.figures[id].values;
    const size = every.length / (this.data.frames?.texts.length ?? 1);
    return every.subarray(this.frame * size, (this.frame + 1) * size);
  }

  /** @param {Address} entry */
  valueOf({ array, j, k }) {
    return this.numbers(array)[((j ?? 1) - 1) * this.figures[array].columns + (k ?? 1) - 1];
  }

  /** @param {Address} entry */
  nameOf(entry) {
    return nameOf(entry, this.figures[entry.array].title);
  }

  /**
   * A number by its address: its exact value, as it is written, and its name.
   * @param {Address} entry
   * @returns {Shown}
   */
  number(entry) {
    const value = this.valueOf(entry);
    return { value, text: short(value), name: this.nameOf(entry) };
  }

  /**
   * The sign that a cell or a neuron carries, by its id, with its words.
   * @param {string} id
   * @returns {Mark | undefined}
   */
  markOf(id) {
    const { frames, marks } = this.data;
    return frames?.marks?.[this.frame]?.[id] ?? marks?.[id];
  }

  /** @param {string} symbol */
  colourOf(symbol) {
    return this.colours[this.data.like?.[symbol] ?? symbol] ?? "inherit";
  }

  /**
   * Is it kept from those who look: a weight that the link hides, or a result under the cover?
   * @param {{ array: string, j?: number | null }} entry
   */
  isKept({ array, j }) {
    const { result } = this;
    if (cover.covers && result?.array === array && (result.j ?? j) === j) return true;
    return hidesWeights && WEIGHTS.test(array);
  }

  /**
   * Why a number is not shown.
   * @param {Address} entry
   */
  unseen(entry) {
    if (!this.isKept(entry)) return "not computed yet";
    return cover.covers && !WEIGHTS.test(entry.array) ? PRESENT.covered : PRESENT.hidden;
  }

  /** @param {{ array: string, j?: number | null }} entry */
  isBorn({ array, j }) {
    if (this.isKept({ array, j })) return false;
    return (this.data.born[array]?.[(j ?? 1) - 1] ?? 0) <= this.step;
  }

  /**
   * What an entry is in this step.
   * @param {Address} entry
   * @returns {"now" | "operand" | "known" | "unborn" | "coming"} coming: it is in the making
   */
  stateOf(entry) {
    const made = this.result && covers(this.result, entry);
    if (!this.isBorn(entry)) return made ? "coming" : "unborn";
    if (made) return "now";
    return this.operands.some((operand) => covers(operand, entry)) ? "operand" : "known";
  }
}
