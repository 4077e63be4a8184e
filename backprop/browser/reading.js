// What the data say where the learner is: the numbers at the present step and frame, and which of
// them are made, used, lit and selected.

import { covers, idOf, nameOf, parse } from "./address.js";
import { PRESENT } from "./constants.js";
import { cover } from "./cover.js";
import { act } from "./first_look.js";
import { Figure, unpacked } from "./figure.js";
import { short } from "./number.js";

/** @import { Address, Mark, Ramp, Shown, StageData } from "./types.d.ts" */

const WEIGHTS = /^[wb]\d/;
const hidesWeights = document.documentElement.dataset.hide?.includes("weights");

/**
 * Of arrays one after the other the one at this position, each of this size.
 * @param {Float64Array} every
 * @param {number} position
 * @param {number} size
 */
function at(every, position, size) {
  return every.subarray(position * size, (position + 1) * size);
}

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
  /** @type {Record<string, Float64Array>} */
  walked = {}; // by id of an array, its numbers in the rounds of a walk, one after the other
  walk = -1; // the round that the walk is at
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

  // At the step of gradient descent, which stands after the gradients.
  get learns() {
    return Boolean(this.data.learning) && this.step === this.data.steps.length;
  }

  /**
   * What shows the weights (or activations) of the step of gradient descent: the new ones, or on a
   * walk through rounds those of a round.
   * @param {"w" | "a"} symbol
   */
  learned(symbol) {
    return this.walk < 0 ? `new_${symbol}` : symbol;
  }

  get canLearn() {
    return typeof this.data.learning?.next === "number";
  }

  get backward() {
    return this.now.group === "Error" || this.now.group === "Gradients";
  }

  // The addresses of what is under the pointer, with all that it is made from, and of the selected.
  get marked() {
    const lit = this.lit ? [this.lit, ...(this.data.uses?.[this.lit] ?? []), ...this.madeOf(this.lit)] : [];
    return { lit: lit.map(parse), selected: this.selected && act() < 0 ? [parse(this.selected)] : [] };
  }

  /** How many rounds the walk has, the one before it counted. */
  get walkLength() {
    const [id, numbers] = Object.entries(this.walked)[0] ?? [];
    return id && numbers ? numbers.length / this.figures[id].values.length : 0;
  }

  /**
   * The numbers in the same place that a number was made of.
   * @param {string} id
   */
  madeOf(id) {
    const { symbol, l, j, k } = parse(id);
    return (this.data.made_of?.[symbol] ?? []).map((one) => idOf(one, l, j, k));
  }

  /**
   * The numbers of an array in the present frame, row by row.
   * @param {string} id
   */
  numbers(id) {
    const walked = this.walk < 0 ? undefined : this.walked[id];
    if (walked) return at(walked, this.walk, this.figures[id].values.length);
    const every = this.framed[id];
    if (!every) return this.figures[id].values;
    return at(every, this.frame, every.length / (this.data.frames?.texts.length ?? 1));
  }

  /**
   * Where a number stands in its array, row by row, from 0.
   * @param {Address} entry
   */
  placeOf({ array, j, k }) {
    return ((j ?? 1) - 1) * this.figures[array].columns + (k ?? 1) - 1;
  }

  /** @param {Address} entry */
  valueOf(entry) {
    return this.numbers(entry.array)[this.placeOf(entry)];
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
