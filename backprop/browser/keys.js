// The keys of the stage. They never take a key from a field, a list or anything else that uses it.

const FIELDS = "input, textarea, select, [contenteditable=true]";
const USERS = `${FIELDS}, [role=slider], [role=combobox], [role=listbox], [role=option], ` +
  "[role=radio], [role=radiogroup], [role=tab], [role=menu], [role=menuitem], [role=spinbutton], " +
  "[role=dialog], [role=gridcell], canvas";
const PRESSABLE = "button, a, summary, [role=button]";
// What a key means nothing to: a closed list to sideways arrows, all that has one line to pages.
const DEAF = {
  ArrowLeft: "[role=combobox][aria-expanded=false][inputmode=none]",
  ArrowRight: "[role=combobox][aria-expanded=false][inputmode=none]",
  PageUp: "input, select, [role=gridcell]",
  PageDown: "input, select, [role=gridcell]",
};

// Where an arrow key leads: to the right, and down.
export const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

// Where a key leads from here, counted from 1.
const MOVES = {
  Home: () => 1,
  ArrowLeft: (here) => here - 1,
  PageUp: (here) => here - 1,
  ArrowRight: (here) => here + 1,
  PageDown: (here) => here + 1,
  End: (_, last) => last,
};

function isDeaf({ key, target }) {
  return key in DEAF && target.matches?.(DEAF[key]) && !target.matches("[aria-expanded=true]");
}

// Streamlit's lists keep all keys to themselves, so what they are deaf to is caught on the way down.
export function onKeyGoingDown(event, stage) {
  if (isDeaf(event)) onKey(event, stage);
}

export function onKey(event, stage) {
  if (!stage.data || event.defaultPrevented) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const target = event.target instanceof Element ? event.target : document.body;
  if (target.closest(USERS) && !isDeaf(event)) return;
  const [header, strip, slider] = ["header", "strip", "slider"].map((kind) => stage.part(kind));
  if (header && event.key in MOVES) {
    event.preventDefault();
    header.pause();
    stage.go(MOVES[event.key](stage.step, stage.data.steps.length));
  } else if (header && event.key === " " && !target.closest(PRESSABLE)) {
    event.preventDefault();
    header.play();
  } else if (!header && slider && event.key in MOVES) {
    event.preventDefault();
    slider.go(MOVES[event.key]);
  } else if (/^[\d.\-−]$/.test(event.key) && strip?.editable) {
    event.preventDefault();
    strip.type(event.key);
  } else if (event.key === "Escape" && stage.selected) {
    stage.select(stage.selected);
  }
}

// A click on the picture leaves the focus where it was, and takes it from a field.
export function keepFocus(event) {
  event.preventDefault();
  if (document.activeElement?.matches(FIELDS)) document.activeElement.blur();
}

// A list that was used by the pointer gives the keys back; by keyboard it is used on.
export function giveKeysBack(select) {
  let pointer = false;
  select.addEventListener("pointerdown", () => (pointer = true));
  select.addEventListener("keydown", () => (pointer = false));
  select.addEventListener("change", () => pointer && select.blur());
  return select;
}
