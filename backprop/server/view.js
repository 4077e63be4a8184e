// How a page is shown, as its address says: present=1 for a lecture hall, hide= for what a teacher
// leaves out. It is known before anything is drawn, and outlives every change of the address, by
// Streamlit and by the stage.
{
  const HIDDEN = ["sidebar", "formulas", "code", "weights", "numbers", "steps"];
  const { dataset } = document.documentElement;
  const asked = new URLSearchParams(location.search);
  const words = asked.get("hide")?.split(",").map((word) => word.trim()) ?? [];
  const hidden = HIDDEN.filter((word) => words.includes(word));
  if (asked.get("present") === "1") dataset.present = "all";
  if (hidden.length) dataset.hide = hidden.join(" ");

  /** @param {URL} url */
  const seen = (url) => {
    const [present, hide] = [dataset.present && "1", dataset.hide?.replaceAll(" ", ",")];
    for (const [name, text] of Object.entries({ present, hide })) {
      if (text) url.searchParams.set(name, text);
      else url.searchParams.delete(name);
    }
    return url;
  };
  const { pushState, replaceState } = history;
  for (const [name, act] of Object.entries({ pushState, replaceState })) {
    Object.assign(history, {
      [name]: (/** @type {unknown} */ state, /** @type {string} */ unused, /** @type {string | URL} */ url) =>
        act.call(history, state, unused, seen(new URL(url ?? "", location.href))),
    });
  }
  // Back leads to another lesson or page, and not out of the hall.
  addEventListener("popstate", () => history.replaceState(history.state, "", location.href));
}
