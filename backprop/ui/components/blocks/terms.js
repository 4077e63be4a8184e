// The terms of a formula with numbers, each lit while its line in the diagram is.

import { h } from "../../../browser/dom.js";

const BLANK = /^[\s\u200b]*$/; // what KaTeX puts between
const AROUND = 3; // pixels

export class Terms {
  /**
   * @param {HTMLElement} element what the formula stands in
   * @param {{ j?: number, order?: number[] }} formula the neuron that it is about, and by number of
   *   it, as they stand there, its term; 0: none
   */
  constructor(element, { j = 0, order = [] }) {
    this.element = element;
    this.j = j;
    this.order = order;
    this.boxes = [0, 1].map(() => h("div", { class: "term", "aria-hidden": "true", hidden: "" }));
    element.prepend(...this.boxes);
  }

  /**
   * Lights a term of neuron j, wherever it stands; 0: none.
   * @param {number} j
   * @param {number} term
   */
  light(j, term) {
    const places = term && j === this.j ? this.places(term) : [];
    this.boxes.forEach((box, i) => {
      const place = places[i];
      box.toggleAttribute("hidden", !place);
      if (place) box.style.cssText = `left: ${place.left - AROUND}px; top: ${place.top - AROUND}px; ` +
        `width: ${place.width + 2 * AROUND}px; height: ${place.height + 2 * AROUND}px;`;
    });
  }

  /**
   * Where the numbers of a term stand, those that stand together in one place.
   * @param {number} term
   */
  places(term) {
    const numbers = numbersIn(this.element);
    if (numbers.length !== this.order.length) return [];
    const corner = this.element.getBoundingClientRect();
    /** @type {Element[][]} */
    const groups = [];
    numbers.forEach((number, i) => {
      if (this.order[i] !== term) return;
      if (this.order[i - 1] === term && groups.length) groups[groups.length - 1].push(...number);
      else groups.push([...number]);
    });
    return groups.slice(-this.boxes.length).map((elements) => {
      const boxes = elements.map((one) => one.getBoundingClientRect());
      const [left, top] = [Math.min(...boxes.map((one) => one.left)), Math.min(...boxes.map((one) => one.top))];
      return { left: left - corner.left, top: top - corner.top,
        width: Math.max(...boxes.map((one) => one.right)) - left, height: Math.max(...boxes.map((one) => one.bottom)) - top };
    });
  }
}

/**
 * The numbers and letters of a formula that have a colour, as they stand there: of each its elements.
 * @param {Element} formula
 */
export function numbersIn(formula) {
  /** @type {Element[][]} */
  const found = [];
  let last = "";
  for (const html of formula.querySelectorAll(".katex-html")) {
    const texts = document.createTreeWalker(html, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      if (!element || BLANK.test(texts.currentNode.textContent ?? "")) continue;
      const colour = /** @type {HTMLElement | null} */ (element.closest("[style*=color]"))?.style.color ?? "";
      if (colour && colour === last) found[found.length - 1].push(element);
      else if (colour) found.push([element]);
      last = colour;
    }
  }
  return found;
}
