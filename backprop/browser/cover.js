// The cover over what a step makes, while a class guesses: a press takes it off, the next step has one.

/** Whether steps are covered, and whether the present one is. */
export const cover = { on: false, covers: false };

/** @param {boolean} covers */
function put(covers) {
  cover.covers = covers;
  document.documentElement.toggleAttribute("data-covered", covers);
}

/** @param {boolean} on */
export function coverSteps(on) {
  cover.on = on;
  put(on);
  dispatchEvent(new Event("backprop:view"));
}

/** Takes the cover off. Was there one? */
export function uncover() {
  if (!cover.covers) return false;
  put(false);
  dispatchEvent(new Event("backprop:view"));
  return true;
}

/**
 * A step has come. It has a cover, unless it has been seen before.
 * @param {boolean} isNew
 */
export function coverStep(isNew) {
  put(cover.on && isNew);
}
