// Looks at every frame of a change: at each figure of the layer on the page, at the boxes of the
// stage and of all that is pressed or typed into, at where the keys go, and at what has scrolled.
() => {
  const STAGE = [".controls", ".marks", ".diagram svg", ".strip", ".board"];
  const SCROLLING = "[data-testid=stMain], [data-testid=stSidebarContent]";
  const all = (selector) => [...document.querySelectorAll(selector)];
  const seen = (one) => Boolean(one?.getBoundingClientRect().width);
  const box = (one, height = true) => {
    const { x, y, width, height: h } = one.getBoundingClientRect();
    return [x, y, width, ...(height ? [h] : [])].map(Math.round).join(" ");
  };
  const named = (one) => one.ariaLabel || one.labels?.[0]?.textContent || one.textContent;
  const focused = () => (document.activeElement === document.body ? "" : named(document.activeElement));

  const boxes = () => Object.fromEntries([
    ...STAGE.map((one) => [one, box(document.querySelector(`.bp-stage ${one}`), one !== ".board")]),
    ...all("[data-testid=stSidebar] :is(button, input):not(details *)").filter(seen)
      .map((one) => [named(one), box(one)]),
  ]);
  const figures = () => [["diagram", document.querySelector(".bp-stage .diagram")],
    ...all(".bp-stage .layer").filter(seen).flatMap((layer) => [...layer.querySelectorAll(".figure")])
      .map((figure) => [figure.querySelector("[data-array]").dataset.array, figure])];
  const drawings = ([name, figure]) => (name === "diagram"
    ? [...figure.querySelectorAll(".node circle, .edge .line")]
    : [...figure.querySelectorAll("[role=gridcell], .heatmaplayer image")]);

  let watch;
  const look = () => {
    if (watch.done) return;
    watch.frames += 1;
    const here = new Map(figures().map((one) => [one[0], drawings(one)]));
    for (const [name, nodes] of here) {
      const before = watch.figures.get(name);
      if (!nodes.length || !nodes.every((one) => one.tagName === "line" || seen(one))) {
        watch.problems.add(`${name} is blank`);
      }
      if (watch.kept && before?.some((one, n) => one !== nodes[n])) watch.problems.add(`${name} is made anew`);
    }
    if (watch.kept) for (const name of watch.figures.keys()) here.has(name) || watch.problems.add(`${name} is gone`);
    const now = boxes();
    for (const name of new Set([...Object.keys(watch.boxes), ...Object.keys(now)])) {
      const places = (watch.boxes[name] ??= ["nowhere"]);
      if (places.at(-1) !== (now[name] ?? "nowhere")) places.push(now[name] ?? "nowhere");
    }
    for (const one of all(SCROLLING)) one.scrollTop && watch.problems.add(`${one.dataset.testid} has scrolled`);
    const focus = focused();
    if (watch.focus.at(-1) !== focus) watch.focus.push(focus);
    requestAnimationFrame(look);
  };

  window.watch = {
    focus: focused,
    // `kept`: the figures are to be the nodes that they are now.
    begin(kept) {
      watch = { kept, frames: 0, problems: new Set(), focus: [],
        boxes: Object.fromEntries(Object.entries(boxes()).map(([name, box]) => [name, [box]])),
        figures: new Map(figures().map((one) => [one[0], drawings(one)])) };
      look();
    },
    end() {
      watch.done = true;
      const moves = Object.fromEntries(Object.entries(watch.boxes).map(([name, { length }]) => [name, length - 1]));
      return { frames: watch.frames, figures: watch.figures.size, focus: watch.focus, moves, problems: [...watch.problems] };
    },
  };
}
