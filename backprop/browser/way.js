// What lies on the way from one weight to the cost: all else in the diagram is quiet.

import { parse } from "./address.js";

/** @import { Shapes } from "./diagram_shapes.js" */

/**
 * Is this neuron, or with k this line, on the way from the weight with this id to the cost? The
 * neuron that the weight comes from is.
 * @param {string} weight
 * @param {{ l: number, j: number, k: number | null }} shape
 */
export function isOnWay(weight, { l, j, k }) {
  const from = parse(weight);
  if (k === null) return l === from.l - 1 ? j === from.k : l > from.l || (l === from.l && j === from.j);
  if (l === from.l) return j === from.j && k === from.k;
  return l > from.l + 1 || (l === from.l + 1 && k === from.j);
}

/**
 * @param {string} weight
 * @param {Shapes} shapes
 */
export function quietBeside(weight, shapes) {
  for (const shape of [...shapes.edges, ...shapes.neurons]) {
    shape.element.classList.toggle("off-way", !isOnWay(weight, shape));
  }
}
