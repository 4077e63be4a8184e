// Looks at a page of figures while it steps. `what` says where its things are: the `counter` with
// the number of the step, the `figures`, what is `first` seen of each and its whole `picture`, what
// is `moving` when they change, what is drawn `under` that, and where the `equation` is.
(what) => {
  const drawn = (selector = what.picture) => {
    const found = new Map();
    [...document.querySelectorAll(what.figure)].forEach((figure, index) => {
      const picture = figure.querySelector(selector);
      if (picture?.getBoundingClientRect().width) found.set(`${index} ${figure.className}`, picture);
    });
    return found;
  };
  // What has changed is seen with the next frame. Its time is that of the task after the frame which
  // was asked for first: what the page does once it has painted comes later.
  const changed = [];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data: names }) => {
    for (const name of names) press[name] = performance.now() - press.at;
  };
  const mark = (name) => changed.push(name);
  const busy = () => document.querySelector("[data-test-script-state]")?.dataset.testScriptState !== "notRunning";
  const counts = () => {
    const counter = document.querySelector(what.counter);
    return (counter?.ariaLabel ?? counter?.textContent)?.includes(press.text);
  };
  // Beside the formula KaTeX has what it was made from.
  const reads = () => [...document.querySelectorAll(`${what.equation} annotation`)]
    .some((one) => one.textContent.includes(press.formula) && one.parentElement.checkVisibility());
  let press = { at: Infinity };

  for (const type of ["keydown", "click"]) {
    addEventListener(type, (event) => { press.at = Math.min(press.at, event.timeStamp); }, true);
  }

  new MutationObserver((mutations) => {
    if (press.at === Infinity || press.done) return;
    for (const { target, type } of mutations) {
      const element = target.closest ? target : target.parentElement;
      const place = element?.closest(`${what.moving}, ${what.under}, ${what.equation}`);
      if (!place || (place.matches(what.equation) && type === "attributes")) continue;
      press.last = performance.now();
      mark(place.matches(what.equation) ? "panel" : place.matches(what.under) ? "under" : "figures");
    }
    if (!press.there && counts()) {
      press.there = true;
      mark("text");
    }
    if (press.formula && !press.read && reads()) {
      press.read = true;
      mark("equation");
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });

  const look = () => {
    if (press.done) return;
    port2.postMessage(changed.splice(0));
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
    // Before a press that leads to where the counter says `text`, and the equation is this `formula`.
    arm(text, formula = "") {
      const pictures = drawn();
      press = { text, formula, at: Infinity, pictures, count: pictures.size, frames: 0, blank: 0, anew: 0 };
      look();
    },
    // Everything that the press has set in motion has come to rest.
    rest() {
      return Boolean(press.text && press.there && press.panel && (press.equation || !press.formula) && !busy() && performance.now() - press.last > 250);
    },
    take() {
      press.done = true;
      const { text, figures, under, equation, panel, frames, blank, anew } = press;
      return { text, figures, under, equation, panel, frames, blank, anew };
    },
  };
}
