// Where the stage is, told to what stands beside it at once, before Python hears of it.

/**
 * What a text about a step depends on beside the step.
 * @typedef {{ trace?: string, level: string, selected: string, theme: string }} Version
 */
/** @typedef {Version & { step: number }} Here */

/** @type {Set<(here: Here) => void>} */
const followers = new Set();
/** @type {Here | null} */
let last = null;

/** @param {Here} here */
export function tellFollowers(here) {
  last = here;
  for (const follow of followers) follow(here);
}

/**
 * Calls this with the stage's place, now and each time that it is told. Gives what ends it.
 * @param {(here: Here) => void} follow
 */
export function followHere(follow) {
  followers.add(follow);
  if (last) follow(last);
  return () => followers.delete(follow);
}

/** @param {Version} version */
export function nameOf({ trace, level, selected, theme }) {
  return [trace, level, selected, theme].join(" ");
}
