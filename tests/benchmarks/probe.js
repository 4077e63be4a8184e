// Looks at a page of figures while it steps. `what` says where its things are: the `counter` with
// the number of the step, the `figures`, what is `first` seen of each and its whole `picture`, and
// the `equation`.
(what) => {
  const drawn = (selector = what.picture) => {
    const found = new Map();
    [...document.querySelectorAll(what.figure)].forEach((figure, index) => {
      const picture = figure.querySelector(selector);
      if (picture?.getBoundingClientRect().width) found.set(`${index} ${figure.className}`, picture);
    });
    return found;
  };
  const afterPaint = (act) => requestAnimationFrame(() => requestAnimationFrame(act));
  const mark = (name) => afterPaint(() => (press[name] = performance.now() - press.at));
  const busy = () => document.querySelector("[data-test-script-state]")?.dataset.testScriptState !== "notRunning";
  let press = { at: Infinity };

  addEventListener("keydown", (event) => { press.at = event.timeStamp; }, true);

  new MutationObserver((mutations) => {
    if (press.at === Infinity || press.done) return;
    for (const { target, type } of mutations) {
      const element = target.closest ? target : target.parentElement;
      const place = element?.closest(`${what.moving}, ${what.equation}`);
      if (!place || (place.matches(what.equation) && type === "attributes")) continue;
      press.last = performance.now();
      mark(place.matches(what.equation) ? "equation" : "figures");
    }
    if (!press.there && document.querySelector(what.counter)?.textContent.includes(press.text)) {
      press.there = true;
      mark("text");
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });

  const look = () => {
    if (press.done) return;
    const now = drawn();
    press.frames += 1;
    press.blank += now.size < press.count;
    for (const [name, picture] of now) {
      const before = press.pictures.get(name);
      press.anew += Boolean(before && before !== picture);
      press.pictures.set(name, picture);
    }
    requestAnimationFrame(look);
  };

  window.probe = {
    drawn: () => drawn().size,
    shown: () => drawn(what.first).size,
    // Before a press that leads to a step whose counter says `text`.
    arm(text) {
      const pictures = drawn();
      press = { text, at: Infinity, pictures, count: pictures.size, frames: 0, blank: 0, anew: 0 };
      look();
    },
    // Everything that the press has set in motion has come to rest.
    rest() {
      return Boolean(press.text && press.there && press.equation && !busy() && performance.now() - press.last > 250);
    },
    take() {
      press.done = true;
      const { text, figures, equation, frames, blank, anew } = press;
      return { text, figures, equation, frames, blank, anew };
    },
  };
}
