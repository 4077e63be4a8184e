// Lines with arrows from some elements to another one, over all of them.

import { s } from "../../browser/dom.js";

/** @typedef {{ element: Element | undefined, missing: boolean }} Source */

const BEND = 0.5; // how much of the way a line leaves and comes in straight
const FLAT = 1.6; // how much further across than down a line goes that comes in from a side
const ARROW = 5; // pixels, half of its width

export class Lines {
  element = s("svg", { class: "lines", "aria-hidden": "true" });

  /**
   * @param {Element} ground what the lines are drawn over
   * @param {Element | undefined} target
   * @param {Source[]} sources those that are missing get a line that does not move
   */
  draw(ground, target, sources) {
    const { left, top } = ground.getBoundingClientRect();
    /** @param {Element} element */
    const box = (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x - left, y: y - top, width, height, middle: x - left + width / 2, centre: y - top + height / 2 };
    };
    const to = target && box(target);
    const boxes = sources.flatMap(({ element, missing }) => (element ? [{ from: box(element), missing }] : []));
    boxes.sort((one, other) => one.from.middle - other.from.middle); // so that they cross as little as may be
    this.element.replaceChildren(...boxes.flatMap(({ from, missing }, i) => {
      if (!to) return [];
      const share = (i + 1) / (boxes.length + 1);
      const [right, left] = [to.x > from.x + from.width, to.x + to.width < from.x];
      const below = to.y >= from.y + from.height - 1;
      const beside = (right || left) && Math.abs(to.middle - from.middle) > FLAT * (to.y - from.y); // it comes in from a side
      const [x1, y1] = below ? [from.middle, from.y + from.height] : [right ? from.x + from.width : from.x, from.centre];
      const [x2, y2] = beside ? [right ? to.x : to.x + to.width, to.centre] : [to.x + to.width * share, to.y];
      const [ex, ey] = beside ? [right ? 1 : -1, 0] : [0, 1];
      const [dx, dy] = below ? [0, (y2 - y1) * (beside ? 1 : BEND)] : [(x2 - x1) * BEND, 0];
      const [bx, by] = beside ? [(x2 - x1) * BEND, 0] : [0, (y2 - y1) * BEND];
      const kind = missing ? "missing" : "there";
      const tip = `${x2},${y2} ${x2 - ex * 8 - ey * ARROW},${y2 - ey * 8 - ex * ARROW} ${x2 - ex * 8 + ey * ARROW},${y2 - ey * 8 + ex * ARROW}`;
      return [
        s("path", { class: kind, d: `M${x1},${y1}C${x1 + dx},${y1 + dy} ${x2 - bx},${y2 - by} ${x2 - ex * 6},${y2 - ey * 6}` }),
        s("polygon", { class: kind, points: tip }),
      ];
    }));
  }
}
