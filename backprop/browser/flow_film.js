// What moves in a step, and when, from 0 to 1: plain data, which flow_draw.js draws at any instant.

import { inkOn, shade, shadeOn } from "./colour.js";
import { free } from "./edge_labels.js";
import { neuronsOf, numberAt, termsOf } from "./flow_terms.js";
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

const [FIRST, STAGGER, LENGTH] = [0.03, 0.27, 0.36]; // when the first runs, the last, and how long
const [JOIN, JOINED, END] = [0.68, 0.86, 1];
/** @type {Look} */
const NOTHING = { t: 0, colour: "transparent", ink: "transparent", text: "" };
/** @type {Disc["squeeze"]} */
const SQUEEZE = [JOINED - 0.06, END - 0.02, 0.3];
const LETTER = 0.58; // the width of one, as a share of their size

/**
 * The film of the present step; its numbers on lines are those of neuron ``focus``.
 * @param {Stage} stage
 * @param {Places} places
 * @param {number} focus
 * @returns {Film}
 */
export function filmOf(stage, places, focus) {
  return new Maker(stage, places, focus).film;
}

class Maker {
  l = 0;
  limit = 1; // the largest product

  /**
   * @param {Stage} stage
   * @param {Places} places
   * @param {number} focus
   */
  constructor(stage, places, focus) {
    this.stage = stage;
    this.places = places;
    const { radius } = places;
    /** @type {Film} */
    this.film = { j: focus, runs: [], discs: [], spreads: [], labels: [], lit: [], radius, veil: { left: 0, right: 0, top: places.top } };
    const { result } = stage;
    if (!result) return;
    this.l = result.l || stage.data.sizes.length;
    const rows = neuronsOf(stage);
    const sums = rows.map((j) => ({ j, terms: termsOf(stage, j) }));
    this.limit = Math.max(...sums.flatMap(({ terms }) => terms.map(({ product }) => Math.abs(product)))) || 1;
    for (const { j, terms } of sums) {
      if (result.symbol === "nabla_w") this.meet(j, terms);
      else if (terms.length) this.gather(j, terms);
      else this.inPlace(j);
    }
  }

  /** @param {string} symbol */
  uses(symbol) {
    return this.stage.operands.some((one) => one.symbol === symbol);
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
   * A run, from the look of a number to that of what becomes of it.
   * @param {number} j
   * @param {Path} path
   * @param {Term} term
   */
  run(j, path, { symbol, value, product }, head = 0.9) {
    const r = this.places.radius;
    const share = Math.abs(product) / this.limit;
    const first = shade(this.stage, symbol, value);
    this.film.runs.push({ ...path, head, colours: [first, this.colourOf(product)], quiet: j !== this.film.j,
      radii: [Math.max(3.5, r * 0.26), Math.max(2.5, r * (0.12 + 0.28 * share))] });
  }

  /**
   * Products gather in a neuron, then its own number joins: its bias, or the slope that squeezes.
   * @param {number} j
   * @param {Term[]} terms
   */
  gather(j, terms) {
    const symbol = this.stage.result?.symbol ?? "";
    const forth = symbol === "z";
    const looks = [NOTHING];
    let sum = 0;
    terms.forEach((term, i) => {
      const { left, right, begin, end } = this.along(term, i, terms.length);
      this.run(j, { ...(forth ? { from: left, to: right } : { from: right, to: left }), begin, end }, term);
      sum += term.product;
      looks.push(this.look(end, symbol, sum));
    });
    this.joins(j, forth ? "b" : "sigma_prime", forth ? 1 : -1, JOIN, JOINED);
    looks.push(this.lookOf(JOINED, symbol, j));
    this.neuron(j, looks, forth ? undefined : SQUEEZE);
    if (j === this.film.j) this.tell(terms, JOIN);
  }

  /**
   * Inputs and the error meet on the lines, which take the colours of their gradients.
   * @param {number} j
   * @param {Term[]} terms
   */
  meet(j, terms) {
    const error = numberAt(this.stage, "delta", this.l, j);
    terms.forEach((term, i) => {
      const { left, middle, right, begin, end } = this.along(term, i, terms.length);
      this.run(j, { from: left, to: middle, begin, end }, { ...term, product: 0 }, 0.5);
      this.run(j, { from: right, to: middle, begin, end }, { ...term, symbol: "delta", value: error, product: 0 }, 0.5);
      const width = 2.5 + 5 * Math.abs(term.product) / this.limit;
      this.film.spreads.push({ from: left, to: right, begin: end, end: Math.min(END, end + 0.3), width,
        colour: this.colourOf(term.product) });
    });
    if (j === this.film.j) this.tell(terms, END);
  }

  /**
   * The products of the neuron in focus, as labels and for its equation.
   * @param {Term[]} terms
   * @param {number} until when the last one has been told
   */
  tell(terms, until) {
    const size = labelSize(this.places.radius);
    /** @type {{ x: number, y: number, width: number }[]} */
    const taken = [];
    const made = terms.map((term, i) => {
      const { left, right, begin, end } = this.along(term, i, terms.length);
      const t = until === END ? end : (begin + end) / 2;
      const text = short(term.product);
      const ends = { x1: left.x, y1: left.y, x2: right.x, y2: right.y };
      const box = free(ends, text.length * size * LETTER + 6, size * 1.25, taken);
      taken.push(box);
      this.film.labels.push({ t, x: box.x, y: box.y, text });
      return t;
    });
    const { lit } = this.film;
    made.forEach((begin, i) => lit.push({ term: i + 1, begin, end: made[i + 1] ?? until }));
    if (until < END) lit.push({ term: terms.length + 1, begin: JOIN, end: END });
  }

  /**
   * What happens in a neuron, or beside it, with no lines.
   * @param {number} j
   */
  inPlace(j) {
    const symbol = this.stage.result?.symbol;
    const here = this.places.at(this.l, j);
    const right = this.beside(j, 1);
    const stands = { to: right, radius: right.radius, stays: true };
    if (symbol === "a") {
      const [z, a] = [this.lookOf(0, "z", j), this.lookOf(0.5, "a", j)];
      this.neuron(j, [z, a], [0.12, 0.88, z.text === a.text ? 0 : 0.45]);
    } else if (symbol === "C") {
      const { x, y } = right;
      this.disc({ ...stands, from: { x: x + right.radius, y }, begin: 0, end: 0.6, looks: [this.lookOf(0, "y", j)], grows: true });
    } else if (symbol === "nabla_a") {
      this.film.runs.push({ from: here, to: right, begin: 0.05, end: 0.5, quiet: true, head: 0,
        colours: [this.lookOf(0, "a", j).colour, this.lookOf(0, "a", j).colour], radii: [right.radius * 0.5, right.radius * 0.3] });
      this.disc({ ...stands, from: right, looks: [this.lookOf(0, "y", j), this.lookOf(0.5, "nabla_a", j)], squeeze: [0.35, 0.8, 0.4] });
    } else if (symbol === "sigma_prime") {
      const left = this.beside(j, -1);
      this.disc({ from: here, to: left, begin: 0.1, end: 0.75, radius: left.radius, looks: [this.lookOf(0, symbol, j)], stays: true, grows: true });
    } else if (symbol === "nabla_b") {
      this.disc({ ...stands, from: here, begin: 0.1, end: 0.75, looks: [this.lookOf(0, "delta", j), this.lookOf(0.45, symbol, j)], grows: true });
    } else if (symbol === "delta") {
      const slope = this.uses("sigma_prime");
      const first = this.uses("nabla_a") ? "nabla_a" : "y";
      this.joins(j, first, 1, 0.05, slope ? 0.4 : 0.6);
      if (slope) this.joins(j, "sigma_prime", -1, 0.5, JOINED);
      const before = this.uses("a") ? [this.lookOf(0, "a", j)] : [NOTHING, this.lookOf(0.4, first, j)];
      this.neuron(j, [...before, this.lookOf(slope ? JOINED : 0.6, symbol, j)], slope ? SQUEEZE : [0.55, 0.85, 0.2]);
    }
  }
}

/**
 * The size of the letters on lines, beside neurons of this radius.
 * @param {number} radius
 */
export function labelSize(radius) {
  return Math.max(11, Math.min(15, radius * 0.55));
}
