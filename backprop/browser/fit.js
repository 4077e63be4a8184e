// How high the diagram and the board are, so that what a step makes and what it is made from are on
// the screen: the board comes first, the diagram yields, and what is left goes to both.

import { act } from "./first_look.js";
import { isPhone } from "./visitor.js";
import { isPresented } from "./wall.js";

/** @import { Flexible, Part } from "./types.d.ts" */
/** @import { Stage } from "./stage.js" */

const BELOW = 17; // pixels to the bottom of the window
const COMFORT = 0.72; // of its usual height, in which the diagram makes room for a whole board
const ALONE = 0.46; // of the window's height, where the diagram has it for itself

/**
 * Gives the parts that can be of several heights theirs; true where one of them has another now.
 * @param {Stage} stage
 */
export function fit(stage) {
  const [diagram, usual, other] = stage.parts.filter(isFlexible);
  if (!usual) return false;
  if (act() >= 0) return diagram.fit(Math.round(stage.height * ALONE));
  const board = other && stage.learns ? other : usual;
  const [seen, another] = [diagram, board].filter(({ element }) => element.checkVisibility());
  if (!seen) return false;
  if (!another) return seen.fit(between(seen.heights().least, room(stage), Infinity)); // alone on a wall
  const [yielding, first] = [diagram.heights(), board.heights()];
  const left = isPhone() ? Infinity : room(stage); // on a phone one scrolls
  const whole = (isPresented() ? yielding.least : yielding.usual * COMFORT) + first.most <= left;
  const yielded = isPresented() ? yielding.least : yielding.usual;
  const high = whole ? first.most : between(first.least, left - yielded, first.usual);
  const changed = [
    diagram.fit(between(yielding.least, left - high, yielding.usual)),
    board.fit(high),
  ];
  return changed.includes(true);
}

/**
 * @param {Part} part
 * @returns {part is Flexible}
 */
function isFlexible(part) {
  return "flexible" in part && Boolean(part.flexible);
}

/**
 * The pixels from the top of the stage to the bottom of the window, without the other parts.
 * @param {Stage} stage
 */
function room({ element, parts }) {
  const scroller = element.closest("[data-testid=stMain]") ?? document.documentElement;
  const top = element.getBoundingClientRect().top + scroller.scrollTop;
  const gap = parseFloat(getComputedStyle(element).rowGap) || 0;
  const always = parts.filter((part) => !part.instead && part.element.getClientRects().length);
  const others = always.filter((part) => !isFlexible(part)).map((part) => part.element.getBoundingClientRect().height);
  const taken = others.reduce((sum, high) => sum + high, (always.length - 1) * gap);
  return window.innerHeight - top - taken - BELOW;
}

/**
 * @param {number} least
 * @param {number} wanted
 * @param {number} most
 */
function between(least, wanted, most) {
  return Math.round(Math.max(least, Math.min(wanted, most)));
}
