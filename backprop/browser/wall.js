// Sizes on a lecture hall's wall: numbers that the back row reads, and room for them.

import { isPhone } from "./visitor.js";

/** @import { Stage } from "./stage.js" */

const USUAL = 16; // pixels of letters for which all other sizes are made
const { dataset } = document.documentElement;

export function isPresented() {
  return "present" in dataset && !isPhone(); // on a phone one scrolls
}

/**
 * How many times larger than usual everything is.
 * @param {Pick<Stage, "letters">} stage
 */
export function zoomOf({ letters }) {
  return isPresented() ? letters.size / USUAL : 1;
}

/**
 * The pixels of the smallest number, or 0 where the page is as usual: 24 where it is 1080 high.
 * @param {Pick<Stage, "letters">} stage
 */
export function leastNumber({ letters }) {
  return isPresented() ? letters.size * 0.86 : 0;
}
