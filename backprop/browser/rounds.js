// The cost over the rounds of gradient descent, as a small curve: what was, where the learner is, and
// hollow, what the next round brings. A press on a point opens that round.

import { formatted, h, put, s } from "./dom.js";
import { short } from "./number.js";

/** @import { Learning } from "./types.d.ts" */
/** @import { Stage } from "./stage.js" */

/** @typedef {{ x: number, y: number }} Point */

const LEAST = 24; // pixels to press at
const [ROOM, DOT] = [10, 4];

/**
 * Where the points of these costs are, in a picture of this size: C from 0 up, evenly apart.
 * @param {number[]} costs
 * @param {{ width: number, height: number, left: number, right: number, top: number, bottom: number }} size
 * @returns {Point[]}
 */
export function places(costs, { width, height, left, right, top, bottom }) {
  const highest = Math.max(...costs) || 1;
  const apart = costs.length > 1 ? (width - left - right) / (costs.length - 1) : 0;
  return costs.map((cost, n) => ({
    x: left + n * apart,
    y: top + (1 - cost / highest) * (height - top - bottom),
  }));
}

/** @param {Point[]} points */
function line(points) {
  return points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
}

/**
 * The same in a line's height, without its words: the costs until now, and a dot for the present one.
 * @param {Learning} learning
 */
export function spark(learning) {
  const { costs, ways } = learning;
  const present = ways.indexOf(0);
  const [width, height] = [64, 20];
  const at = places(costs, { width, height, left: 4, right: 5, top: 4, bottom: 3 });
  return s("svg", { viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" },
    s("polyline", { class: "later", points: line(at.slice(present)) }),
    s("polyline", { class: "past", points: line(at.slice(0, present + 1)) }),
    s("circle", { class: "present", cx: at[present]?.x ?? 0, cy: at[present]?.y ?? 0, r: 3 }));
}

export class Rounds {
  width = 0;
  height = 0;
  shown = "";

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.svg = s("svg", { "aria-hidden": "true" });
    this.list = h("ul", {});
    this.element = h("div", { class: "rounds" }, this.svg, this.list);
    this.list.addEventListener("keydown", (event) => this.walk(event));
  }

  get learning() {
    return /** @type {Learning} */ (this.stage.data.learning);
  }

  /** Which of the points is the present one: of a walk, the one that it has come to. */
  get present() {
    const { ways } = this.learning;
    const end = ways.indexOf(0);
    const { walk, walkLength } = this.stage;
    return walk < 0 ? end : Math.max(0, end - (walkLength - 1 - walk));
  }

  /**
   * Draws it in so many pixels.
   * @param {number} width
   * @param {number} height
   */
  show(width, height) {
    const { costs, next, told, texts, name } = this.learning;
    const { present, stage } = this;
    const walking = stage.walk >= 0;
    const shown = [stage.edition, present, walking, width, height].join();
    if (shown === this.shown) return;
    this.shown = shown;
    const known = walking ? costs.slice(0, present + 1) : costs;
    const after = walking || next === null ? [] : [next];
    const all = walking ? costs : [...costs, ...after];
    const at = places(all, { width, height, left: 34, right: 46, top: 22, bottom: ROOM });
    put(this.svg, "viewBox", `0 0 ${width} ${height}`);
    this.svg.style.height = `${height}px`;
    const floor = height - ROOM;
    /** @type {SVGElement[]} */
    const children = [s("line", { class: "ground", x1: 4, x2: width - 4, y1: floor, y2: floor })];
    // The next round goes on from the present one, wherever that stands.
    const ghost = after.length ? { x: Math.min(at[present].x + (at[1].x - at[0].x), width - 46), y: at[at.length - 1].y } : null;
    if (ghost) children.push(s("polyline", { class: "ahead", points: line([at[present], ghost]) }));
    children.push(s("polyline", { class: "past", points: line(at.slice(0, present + 1)) }));
    if (!walking) children.push(s("polyline", { class: "later", points: line(at.slice(present, costs.length)) }));
    known.forEach((_, n) => {
      const kind = n === present ? "present" : n < present ? "past" : "later";
      children.push(s("circle", { class: kind, cx: at[n].x, cy: at[n].y, r: n === present ? DOT + 2 : Math.min(DOT, 160 / known.length) }));
    });
    children.push(text(at[present], walking ? short(costs[present]) : told[0], "middle", -12));
    if (ghost && next !== null) {
      children.push(s("circle", { class: "ahead", cx: ghost.x, cy: ghost.y, r: DOT + 1 }));
      children.push(text(ghost, told[1], "start", 0, 10));
    }
    children.push(s("text", { class: "name", x: 4, y: floor - 5 }, name));
    this.svg.replaceChildren(...children);
    put(this.list, "aria-label", texts.curve);
    this.list.replaceChildren(...(walking ? [] : costs.map((_, n) => this.point(n, at))));
  }

  /** @param {number} n */
  name(n) {
    const { costs, texts } = this.learning;
    const point = formatted(n ? texts.point : texts.start, { n, cost: short(costs[n]) });
    return n === this.present ? formatted(texts.present, { point }) : point;
  }

  /**
   * A strip over the whole height, so that a finger finds it.
   * @param {number} n
   * @param {Point[]} at
   */
  point(n, at) {
    const wide = Math.max(3, Math.min(LEAST + 12, at.length > 1 ? at[1].x - at[0].x : LEAST + 12));
    const here = n === this.present;
    const name = this.name(n);
    const button = h("button", { type: "button", "aria-label": name, title: name, tabindex: here ? "0" : "-1",
      style: `left: ${at[n].x - wide / 2}px; width: ${wide}px`, onclick: () => this.open(n) });
    if (here) put(button, "aria-current", "true");
    return h("li", {}, button);
  }

  /** @param {number} n */
  open(n) {
    const way = this.learning.ways[n];
    if (way) this.stage.trigger("way", { way, moved: this.stage.moved });
  }

  /** @param {KeyboardEvent} event */
  walk(event) {
    const buttons = [...this.list.querySelectorAll("button")];
    const here = buttons.indexOf(/** @type {HTMLButtonElement} */ (event.target));
    const to = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined || here < 0) return;
    event.preventDefault();
    buttons[Math.min(Math.max(0, to), buttons.length - 1)].focus();
  }
}

/**
 * @param {Point} point
 * @param {string} number
 * @param {string} anchor
 * @param {number} down
 */
function text({ x, y }, number, anchor, down, right = 0) {
  return s("text", { x: x + right, y: y + down, "text-anchor": anchor, "dominant-baseline": "central" }, number);
}
