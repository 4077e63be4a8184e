// How a proof stands, judged by what Python says of each card: the first line that is wrong, whether
// the proof is complete, and the card that would help now.

/** @import { Pieces } from "../../browser/formula.js" */

/**
 * @typedef {object} CardData
 * @property {string} name
 * @property {Pieces} formula
 * @property {string} text the formula, for a screen reader
 * @property {string[]} uses the cards that must stand above it
 * @property {string} sides both sides as numbers, and whether they are equal
 * @property {string} [instead] of a slip, the line in whose place it stands
 * @property {string[]} [why] of a slip, why it is one
 * @property {string} [nudge] a small hint at a line
 * @property {string} rule a larger one
 */

/**
 * @typedef {object} Verdict
 * @property {number} wrong the place of the first wrong line, or the number of lines
 * @property {CardData} [missing] what that line uses and what does not stand above it
 * @property {boolean} complete
 * @property {CardData} [target] the card that would help now; none where the proof is complete
 */

/**
 * @param {CardData[]} lines the proof so far, from top to bottom
 * @param {CardData[]} cards all cards, those of the proof first and in an order that is right
 * @returns {Verdict}
 */
export function judged(lines, cards) {
  /** @param {string} name */
  const card = (name) => /** @type {CardData} */ (cards.find((one) => one.name === name));
  const above = new Set();
  for (const [place, line] of lines.entries()) {
    if (line.instead) return { wrong: place, complete: false, target: card(line.instead) };
    const lacking = line.uses.find((name) => !above.has(name));
    if (lacking) return { wrong: place, missing: card(lacking), complete: false, target: first(card(lacking), above, card) };
    above.add(line.name);
  }
  const target = cards.find((one) => !one.instead && !above.has(one.name) && one.uses.every((name) => above.has(name)));
  return { wrong: lines.length, complete: !target, target };
}

/**
 * The first card on the way to this one that could be put in: all that it uses stands above.
 * @param {CardData} wanted
 * @param {Set<string>} above
 * @param {(name: string) => CardData} card
 * @returns {CardData}
 */
function first(wanted, above, card) {
  const lacking = wanted.uses.find((name) => !above.has(name));
  return lacking ? first(card(lacking), above, card) : wanted;
}
