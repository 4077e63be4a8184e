// A number of the network is turned: all that depends on it follows, through frames that Python
// computes a little ahead; let go, it is one edit.

import { isGiven, parse } from "./address.js";
import { unpacked } from "./figure.js";
import { differ } from "./changes.js";

/** @import { Cost, StageData, Turn } from "./types.d.ts" */
/** @import { Stage } from "./stage.js" */

/** @typedef {{ numbers: Record<string, Float64Array>, cost: Cost }} Frame */

const FINE = 0.1; // from one value to the next, of a number that has one digit before the point
const WINDOW = 25; // values that are asked for at once
const AHEAD = 5; // values that are to be known on the way
const PATIENCE = 1000; // milliseconds that an edit waits for the answer to what was asked before
export const REST = 400; // milliseconds after which keys and the wheel have let go

/**
 * The value so many steps from this one: beside it lie round ones.
 * @param {number} from
 * @param {number} steps
 */
export function turnedBy(from, steps) {
  if (!steps) return from;
  const step = FINE * 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(from) || 1)));
  const place = Number((from / step).toPrecision(12));
  return Number((((steps > 0 ? Math.floor(place) : Math.ceil(place)) + steps) * step).toPrecision(12));
}

export class Turning {
  id = ""; // of the number that is turned
  aim = { id: "", edition: 0 }; // the number that the frames are of, and of which data
  from = 0; // its value before
  steps = 0; // from there to its value now
  sent = false; // the edit is on its way
  leaving = false; // it is to be sent when the answer is there
  problem = ""; // why it cannot be turned on
  /** @type {Map<number, Frame>} */
  frames = new Map(); // by steps
  /** @type {Frame | null} */
  frame = null;
  known = { first: 0, last: 0 }; // steps that have frames
  ends = ["", ""]; // why there are none beyond
  /** @type {{ aim: object, id: string, first: number, values: number[], at: number } | null} */
  asked = null;
  again = ""; // the number that has just been turned
  own = new Float64Array(); // the array of the number, with its value now
  drawing = 0;
  timer = 0;

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
  }

  get value() {
    return turnedBy(this.from, this.steps);
  }

  /** @param {string} id */
  can(id) {
    return Boolean(this.stage.data.kin) && isGiven(parse(id)) && parse(id).array in this.stage.figures;
  }

  /**
   * True where it is turned from now on; not while an edit is on its way.
   * @param {string} id
   */
  begin(id) {
    const { stage } = this;
    clearTimeout(this.timer);
    this.leaving = false;
    if (this.id !== id) this.letGo();
    if (this.id) return this.id === id && !this.sent;
    stage.pause();
    stage.changes.keep();
    this.prepare(id);
    this.own = stage.numbers(parse(id).array).slice();
    this.id = id;
    stage.element.toggleAttribute("data-frames", true);
    document.documentElement.toggleAttribute("data-turning", true);
    return true;
  }

  /**
   * Asks for the frames around a number that may be turned soon, so that it is followed at once.
   * @param {string} id
   */
  prepare(id) {
    const { aim, stage: { edition } } = this;
    if (this.id || !this.can(id)) return;
    if (aim.id !== id || aim.edition !== edition) {
      this.from = this.stage.valueOf(parse(id));
      Object.assign(this, { aim: { id, edition }, steps: 0, frame: null, problem: "", known: { first: 0, last: 0 }, ends: ["", ""] });
      this.frames = new Map();
    }
    if (!this.frames.size) this.ask(0);
  }

  /**
   * @param {number} steps
   * @param {boolean} [on] whether it is turned on, and more may be needed
   */
  to(steps, on = true) {
    const { first, last } = this.known;
    const [least, most] = [this.ends[0] ? first : -Infinity, this.ends[1] ? last : Infinity];
    this.problem = steps > most ? this.ends[1] : steps < least ? this.ends[0] : "";
    this.steps = Math.min(Math.max(steps, least), most);
    this.own[this.stage.placeOf(parse(this.id))] = this.value;
    this.frame = this.frames.get(this.steps) ?? this.frame;
    if (on && this.steps + AHEAD > last && !this.ends[1]) this.ask(last);
    else if (on && this.steps - AHEAD < first && !this.ends[0]) this.ask(first);
    this.drawing ||= requestAnimationFrame(() => {
      this.drawing = 0;
      if (this.stage.data) this.stage.update();
    });
  }

  /**
   * Asks for what lies around this step, or beyond it where it is the end of what is known.
   * @param {number} around
   */
  ask(around) {
    const waits = this.asked && performance.now() - this.asked.at < PATIENCE;
    if (waits || this.stage.asked) return; // a trigger that waits would be lost
    const { aim, known: { first, last } } = this;
    const before = around === first && around !== last ? WINDOW - 1 : around === last && around !== first ? 0 : (WINDOW - 1) / 2;
    const values = [...Array(WINDOW).keys()].map((n) => turnedBy(this.from, around - before + n));
    this.asked = { aim, id: aim.id, first: around - before, values, at: performance.now() };
    this.stage.setTriggerValue("turn", { id: aim.id, values, at: before });
  }

  /**
   * Are these the frames that were asked for? Nothing else is new then.
   * @param {StageData} data
   */
  takes(data) {
    const { turn } = data;
    const { asked, stage: { data: old } } = this;
    if (!turn || !asked || turn.id !== asked.id || old.moved !== data.moved || differ(old, data)) return false;
    const place = asked.values.indexOf(turn.values[0]);
    if (place < 0) return false;
    this.asked = null;
    if (asked.aim === this.aim) this.take(turn, asked.first + place);
    else if (this.id) this.ask(0); // another number, meanwhile
    return true;
  }

  /**
   * @param {Turn} turn
   * @param {number} first
   */
  take({ values, arrays, costs, ends }, first) {
    const last = first + values.length - 1;
    const every = Object.entries(arrays).map(([id, packed]) => ({ id, numbers: unpacked(packed) }));
    values.forEach((_, n) => {
      const numbers = Object.fromEntries(every.map(({ id, numbers: all }) => {
        const size = all.length / values.length;
        return [id, all.subarray(n * size, (n + 1) * size)];
      }));
      this.frames.set(first + n, { numbers, cost: costs[n] });
    });
    if (first <= this.known.first) this.ends[0] = ends[0];
    if (last >= this.known.last) this.ends[1] = ends[1];
    this.known = { first: Math.min(first, this.known.first), last: Math.max(last, this.known.last) };
    if (!this.id) return;
    const { leaving } = this;
    this.to(this.steps, !leaving);
    if (leaving) this.letGo();
  }

  /**
   * The numbers of an array as they are now, if it follows.
   * @param {string} id
   */
  numbers(id) {
    if (!this.id) return undefined;
    return id === parse(this.id).array ? this.own : this.frame?.numbers[id];
  }

  get cost() {
    return this.id ? this.frame?.cost : undefined;
  }

  /** Lets go after a while in which nothing more comes. */
  rest() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.letGo(), REST);
  }

  letGo() {
    clearTimeout(this.timer);
    if (!this.id || this.sent) return;
    if (!this.steps) return void this.cancel();
    this.leaving = Boolean(this.asked);
    if (this.leaving) this.timer = setTimeout(() => this.send(), PATIENCE);
    else this.send();
  }

  // One trigger at a time: the server would run for both at once.
  send() {
    clearTimeout(this.timer);
    this.leaving = false;
    this.sent = true;
    this.again = this.id;
    this.stage.trigger("edit", { id: this.id, text: String(this.value) });
  }

  /** The old value is back. */
  cancel() {
    if (!this.id || this.sent) return false;
    this.stage.changes.before = null;
    this.stop();
    this.stage.update();
    return true;
  }

  /**
   * New data are about to come: the answer to the edit, or what has overtaken it?
   * @param {StageData} data
   */
  meet(data) {
    if (data.turn?.id === this.asked?.id) this.asked = null; // frames of other data
    if (this.id && (data.problem || differ(this.stage.data, data))) this.stop();
  }

  /** The edit is answered: the same number may be turned on. */
  answered() {
    if (this.again) this.prepare(this.again);
    this.again = "";
  }

  stop() {
    clearTimeout(this.timer);
    Object.assign(this, { id: "", steps: 0, sent: false, leaving: false, asked: null, frame: null, problem: "" });
    this.stage.element.toggleAttribute("data-frames", Boolean(this.stage.data?.frames));
    document.documentElement.removeAttribute("data-turning");
  }
}
