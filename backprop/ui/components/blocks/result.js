// Which part of a formula is its result: the numbers that stand by themselves behind its last sign.

const NO_NUMBER = ".mopen, .mclose, .delimsizing, .vlist-s"; // brackets, and what KaTeX has to set by

/**
 * Marks the result of a formula that KaTeX has set, so that it can be covered.
 * @param {Element} formula
 */
export function withResult(formula) {
  /** @type {Element[][]} */
  const sides = [[]]; // what stands between two signs such as = and ≈
  const seen = document.createTreeWalker(formula.querySelector(".katex-html") ?? formula, NodeFilter.SHOW_TEXT);
  while (seen.nextNode()) {
    const letter = /** @type {Element} */ (seen.currentNode.parentElement);
    if (letter.closest(".mrel")) sides.push([]);
    else if (!letter.closest(NO_NUMBER) && letter.textContent !== "\u200b") sides[sides.length - 1].push(letter);
  }
  const results = sides.slice(1).filter((side) => side.every((letter) => !letter.closest(".mathnormal")));
  for (const letter of results.at(-1) ?? []) letter.classList.add("result");
  return formula;
}
