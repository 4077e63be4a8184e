// The actors of a step's film, each with its place, its looks and its time: see flow_film.js.

import { inkOn, shade, shadeOn } from "./colour.js";
import { numberAt } from "./flow_terms.js";
import { short } from "./number.js";

/** @import { Term } from "./flow_terms.js" */
/** @import { Stage } from "./stage.js" */

/** @typedef {{ x: number, y: number }} Point */
/** @typedef {{ from: Point, to: Point, begin: number, end: number }} Path and when it is gone along */
/** @typedef {{ t: number, colour: string, ink: string, text: string }} Look from t on */
/**
 * What runs along a line: it changes its look in the middle; head: where it is marked when still.
 * @typedef {Path & { head: number, colours: [string, string], radii: [number, number], quiet: boolean }} Run
 * A disc with a number; over a neuron it covers what the diagram shows there.
 * @typedef {Path & { radius: number, looks: Look[], squeeze: [begin: number, end: number, depth: number],
 *   covers: boolean, stays: boolean, grows: boolean }} Disc
 * A colour that spreads along a line from where two have met.
 * @typedef {Path & { colour: string, width: number }} Spread
 * @typedef {{ t: number, x: number, y: number, text: string }} Label
 * A term of the sum is lit from begin to end; the last is what joins the sum.
 * @typedef {{ term: number, begin: number, end: number }} Lit
 * @typedef {{ j: number, runs: Run[], discs: Disc[], spreads: Spread[], labels: Label[], lit: Lit[],
 *   radius: number, veil: { left: number, right: number, top: number } }} Film
 */
/** @typedef {{ radius: number, width: number, top: number, at: (l: number, j: number) => Point }} Places */

/** When the first of a sum runs, how much later the last, and for how long. */
const [FIRST, STAGGER, LENGTH] = [0.03, 0.27, 0.36];

export class Cast {
  l = 0; // the layer that the step is about
  limit = 1; // the largest product

  /**
   * @param {Stage} stage
   * @param {Places} places
   * @param {number} focus
   */
  constructor(stage, places, focus) {
    this.stage = stage;
    this.places = places;
    const { radius, top } = places;
    /** @type {Film} */
    this.film = { j: focus, runs: [], discs: [], spreads: [], labels: [], lit: [], radius, veil: { left: 0, right: 0, top } };
  }

  /**
   * How a number looks in a disc, from t on.
   * @param {number} t
   * @param {string} symbol
   * @param {number} value
   * @returns {Look}
   */
  look(t, symbol, value) {
    const colour = shade(this.stage, symbol, value);
    return { t, colour, ink: inkOn(colour), text: short(value) };
  }

  /**
   * How the number at an address looks.
   * @param {number} t
   * @param {string} symbol
   * @param {number} j
   */
  lookOf(t, symbol, j) {
    return this.look(t, symbol, numberAt(this.stage, symbol, this.l, j));
  }

  // The colour of a product, never too pale to be seen.
  colourOf(/** @type {number} */ product) {
    const { stage, limit } = this;
    return shadeOn(stage, "signed", limit, Math.sign(product) * (0.5 * limit + 0.5 * Math.abs(product)));
  }

  /**
   * Where a number of the neuron's own stands: on the right, or on the left.
   * @param {number} j
   * @param {1 | -1} side
   */
  beside(j, side) {
    const { radius: r, width, at } = this.places;
    const { x, y } = at(this.l, j);
    const room = side > 0 ? width - x - r : x - r;
    const radius = Math.min(r * 0.72, room / 2 - 1);
    return { x: x + side * (r + Math.min(radius * 1.1, room - radius)), y, radius };
  }

  /**
   * @param {Partial<Disc> & { from: Point, looks: Look[] }} disc
   */
  disc(disc) {
    this.film.discs.push({ to: disc.from, begin: 0, end: 0, radius: this.places.radius,
      squeeze: [0, 0, 0], covers: false, stays: false, grows: false, ...disc });
  }

  /**
   * The neuron itself, while its number is made.
   * @param {number} j
   * @param {Look[]} looks
   * @param {Disc["squeeze"]} squeeze
   */
  neuron(j, looks, squeeze = [0, 0, 0]) {
    this.disc({ from: this.places.at(this.l, j), looks, squeeze, covers: true });
  }

  /**
   * A number of the neuron's own goes into it from its place.
   * @param {number} j
   * @param {string} symbol
   * @param {1 | -1} side
   * @param {number} begin
   * @param {number} end
   */
  joins(j, symbol, side, begin, end) {
    const { radius, ...from } = this.beside(j, side);
    this.disc({ from, to: this.places.at(this.l, j), begin, end, radius, looks: [this.lookOf(0, symbol, j)] });
  }

  /**
   * What runs along a line, and when: the first term first.
   * @param {Term} term
   * @param {number} index
   * @param {number} count
   */
  along({ l, j, k }, index, count) {
    const { at, radius } = this.places;
    const [left, right] = [at(l - 1, k), at(l, j)];
    Object.assign(this.film.veil, { left: left.x + radius, right: right.x - radius });
    const length = Math.hypot(right.x - left.x, right.y - left.y);
    const share = radius / length;
    /** @param {number} s */
    const point = (s) => ({ x: left.x + s * (right.x - left.x), y: left.y + s * (right.y - left.y) });
    const begin = FIRST + STAGGER * (count > 1 ? index / (count - 1) : 0);
    return { left: point(share), middle: point(0.5), right: point(1 - share), begin, end: begin + LENGTH };
  }

  /**
   * A run, with the look of a number, which becomes that of its product in the middle, if it has one.
   * @param {number} j
   * @param {Path} path
   * @param {{ symbol: string, value: number, product?: number }} term
   * @param {number} head
   */
  run(j, path, { symbol, value, product }, head) {
    const r = this.places.radius;
    const [colour, radius] = [shade(this.stage, symbol, value), Math.max(3.5, r * 0.26)];
    const becomes = product === undefined ? { colour, radius } : {
      colour: this.colourOf(product),
      radius: Math.max(2.5, r * (0.12 + 0.28 * Math.abs(product) / this.limit)),
    };
    this.film.runs.push({ ...path, head, colours: [colour, becomes.colour], radii: [radius, becomes.radius],
      quiet: j !== this.film.j });
  }
}
