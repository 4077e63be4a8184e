// What moves in a step, and when, from 0 to 1: plain data, which flow_draw.js draws at any instant.

import { free } from "./edge_labels.js";
import { Cast } from "./flow_cast.js";
import { neuronsOf, numberAt, termsOf } from "./flow_terms.js";
import { short } from "./number.js";

/** @import { Disc, Film, Look, Places } from "./flow_cast.js" */
/** @import { Term } from "./flow_terms.js" */
/** @import { Stage } from "./stage.js" */

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
  const maker = new Maker(stage, places, focus);
  maker.play();
  return maker.film;
}

class Maker extends Cast {
  play() {
    const { stage, stage: { result } } = this;
    if (!result) return;
    this.l = result.l || stage.data.sizes.length;
    const sums = neuronsOf(stage).map((j) => ({ j, terms: termsOf(stage, j) }));
    this.limit = Math.max(0, ...sums.flatMap(({ terms }) => terms.map(({ product }) => Math.abs(product)))) || 1;
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
      this.run(j, { ...(forth ? { from: left, to: right } : { from: right, to: left }), begin, end }, term, terms.length > 5 ? 0.78 : 0.9);
      sum += term.product;
      looks.push(this.look(end, symbol, sum));
    });
    if (!forth) this.joins(j, "sigma_prime", -1, JOIN, JOINED);
    else if (this.uses("b")) this.joins(j, "b", 1, JOIN, JOINED);
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
      this.run(j, { from: left, to: middle, begin, end }, { ...term, product: undefined }, 0.5);
      this.run(j, { from: right, to: middle, begin, end }, { symbol: "delta", value: error }, 0.5);
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
  return Math.max(11, Math.min(radius > 30 ? 30 : 15, radius * 0.55));
}
