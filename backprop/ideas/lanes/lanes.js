// The five steps of the algorithm as lanes, and the layers as columns: each array stands where it is
// computed, empty until then. Lines lead to the array of the present step, or to the one that is
// pointed at, from all that it is made from.

import { parse } from "../../browser/address.js";
import { ArrayGrid } from "../../browser/array_grid.js";
import { formatted, h, put, scaleOf } from "../../browser/dom.js";
import { Lines } from "./lines.js";

/** @import { Part, PartData } from "../../browser/types.d.ts" */
/** @import { Stage } from "../../browser/stage.js" */

/** @typedef {{ id: string, title: string, lane: number, l: number, values: number[][], uses: string[] }} Shown */
/**
 * @typedef {PartData & {
 *   lanes: { number: number, name: string, way: string }[],
 *   given: Record<string, { title: string, symbol: string, l: number }>,
 *   arrays: Shown[],
 *   texts: Record<"lanes" | "layer" | "value" | "unborn" | "empty", string>,
 * }} LanesData
 */

const NAMES = 132; // pixels for the names of the lanes
const NUMBERS = 26; // pixels for their numbers alone
const NARROW = 560; // pixels: below, a name stands above its lane
const TALL = 220; // pixels for all rows of cells, at least
const SHARE = 0.39; // of the window's height, at most
const ABOVE = 550; // pixels of the page that are no rows of cells
const GAP = [6, 14]; // pixels between two arrays, where there is little room and where there is much
const ASIDE = [8, 30]; // pixels around the arrays of a layer, the same
const READABLE = 24; // pixels of a cell with a number in it
const LEAST = [4, 7]; // pixels of the smallest cell
const OUTPUT_ERROR = 3; // this lane has one layer alone, and so room to the left

/** @implements {Part} */
export default class Lanes {
  /** @type {LanesData} */
  part;
  /** @type {Map<string, ArrayGrid>} */
  arrays = new Map();
  /** @type {Map<string, HTMLElement>} */
  given = new Map();
  /** @type {HTMLElement[]} */
  rows = [];

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.lines = new Lines();
    this.grid = h("div", { class: "table" });
    this.element = h("div", { class: "lanes", role: "group" }, this.grid);
  }

  /** @param {LanesData} part */
  rebuild(part) {
    this.part = part;
    const { stage, part: { lanes, given, arrays, texts } } = this;
    const { sizes, scales, limits } = stage.data;
    put(this.element, "aria-label", texts.lanes);
    this.arrays = new Map(arrays.map((one) => {
      const { symbol } = parse(one.id);
      return [one.id, new ArrayGrid(stage, one, { scale: scales[symbol], limit: limits[symbol], texts })];
    }));
    this.given = new Map(Object.entries(given).map(([id, { title, symbol }]) =>
      [id, h("b", { class: "given", style: `color: ${stage.colourOf(symbol)}` }, title)]));
    const heads = sizes.map((_, i) => {
      const own = Object.entries(given).filter(([, { l }]) => l === i + 1).map(([id]) => /** @type {HTMLElement} */ (this.given.get(id)));
      return h("div", { class: "head", style: `grid-area: 1 / ${i + 2}` }, h("span", {}, formatted(texts.layer, { l: i + 1 })), ...own);
    });
    this.rows = lanes.map(({ number }) => h("div", { class: "ground", style: `grid-row: ${number + 1}` }));
    this.grid.replaceChildren(...heads, ...lanes.flatMap((lane, i) => [this.rows[i], ...this.lane(lane)]), this.lines.element);
    this.resize();
  }

  /** @param {LanesData["lanes"][number]} lane */
  lane({ number, name, way }) {
    const { part: { arrays, texts }, stage: { data: { sizes } } } = this;
    const own = arrays.filter((one) => one.lane === number);
    const layers = [...new Set(own.map(({ l }) => l))];
    const label = h("div", { class: "name", style: `grid-area: ${number + 1} / 1` },
      h("b", {}, String(number)), h("span", {}, name), h("i", { "aria-hidden": "true" }, way));
    if (!own.length) {
      return [label, h("p", { class: "empty", style: `grid-area: ${number + 1} / 2 / auto / -1` }, texts.empty)];
    }
    return [label, ...layers.map((l) => {
      const alone = number === OUTPUT_ERROR && own.length > sizes[sizes.length - 2];
      const from = alone ? 2 : l + 1;
      return h("div", { class: `field${alone ? " alone" : ""}`, style: `grid-area: ${number + 1} / ${from} / auto / ${l === sizes.length ? -1 : l + 2}` },
        ...own.filter((one) => one.l === l).map(({ id }) => /** @type {ArrayGrid} */ (this.arrays.get(id)).element));
    })];
  }

  // Cells as wide and as high as all lanes have room for; where numbers do not fit into them, all
  // else is close together, too.
  resize() {
    const { stage: { width, data: { sizes } }, part: { arrays, lanes } } = this;
    const scale = scaleOf(width);
    const narrow = width < NARROW;
    const columns = sizes.map((_, i) => (i ? Math.max(2, sizes[i - 1] + 1) : 1));
    const rows = lanes.map(({ number }) => Math.max(0, ...arrays.filter((one) => one.lane === number).map(({ values }) => values.length)));
    /** @param {number[]} numbers */
    const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);
    /** @type {(names: number, gap: number, aside: number) => number} */
    const wide = (names, gap, aside) => Math.floor((width - names - sizes.length * (aside + gap)) / sum(columns));
    const names = narrow ? 0 : NAMES * scale;
    const tall = Math.max(TALL, Math.min(window.innerHeight * SHARE, window.innerHeight - ABOVE));
    const close = wide(names, GAP[1], ASIDE[1]) < READABLE;
    const [gap, aside] = [GAP[close ? 0 : 1], ASIDE[close ? 0 : 1]];
    const cell = {
      width: Math.max(LEAST[0], Math.min(46 * scale, wide(close ? Math.min(names, NUMBERS) : names, gap, aside))),
      height: Math.max(LEAST[1], Math.min(25 * scale, Math.floor(tall / sum(rows)))),
    };
    this.element.toggleAttribute("data-narrow", narrow);
    this.element.toggleAttribute("data-close", close);
    for (const [name, pixels] of Object.entries({ gap, aside })) this.grid.style.setProperty(`--${name}`, `${pixels}px`);
    this.grid.style.gridTemplateColumns = `${close ? Math.min(names, NUMBERS) : names}px repeat(${sizes.length}, auto)`;
    for (const array of this.arrays.values()) array.resize(cell);
  }

  update() {
    const { stage } = this;
    const lane = this.part.arrays.find(({ id }) => id === stage.now.result)?.lane;
    this.rows.forEach((row, i) => row.classList.toggle("present", i + 1 === lane));
    for (const [id, array] of this.arrays) array.draw(stage.stateOf(parse(id)));
    for (const [id, chip] of this.given) chip.classList.toggle("operand", stage.now.operands.includes(id));
    this.light();
    put(this.element, "data-drawn", "true");
  }

  light() {
    const { stage, part: { arrays } } = this;
    const { lit, selected } = stage.marked;
    for (const array of this.arrays.values()) array.light(lit, selected);
    const pointed = parse(stage.lit).array;
    const target = arrays.find(({ id }) => id === pointed) ?? arrays.find(({ id }) => id === stage.now.result);
    const sources = (target?.uses ?? []).map((id) => {
      const array = this.arrays.get(parse(id).array);
      return { element: array?.element ?? this.given.get(parse(id).array), missing: Boolean(array) && !stage.isBorn(parse(id)) };
    });
    this.lines.draw(this.grid, target && this.arrays.get(target.id)?.element, sources);
  }
}
