// The keys of the stage. They never take a key from a field, a list or anything else that uses it.

const FIELDS = "input, textarea, select, [contenteditable=true], [role=slider], [role=combobox], " +
  "[role=listbox], [role=option], [role=radio], [role=radiogroup], [role=tab], [role=menu], " +
  "[role=menuitem], [role=spinbutton], [role=dialog], [role=gridcell], canvas";
const PRESSABLE = "button, a, summary, [role=button]";

// Where an arrow key leads: to the right, and down.
export const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

const STEPS = {
  Home: () => 1,
  ArrowLeft: (stage) => stage.step - 1,
  PageUp: (stage) => stage.step - 1,
  ArrowRight: (stage) => stage.step + 1,
  PageDown: (stage) => stage.step + 1,
  End: (stage) => stage.data.steps.length,
};

export function onKey(event, stage) {
  if (!stage.data || event.defaultPrevented) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const target = event.target instanceof Element ? event.target : document.body;
  const presenter = event.key === "PageUp" || event.key === "PageDown";
  if (target.closest(FIELDS) && !(presenter && target.closest("[role=gridcell]"))) return;
  const { header, strip } = stage;
  if (event.key in STEPS) {
    event.preventDefault();
    header.pause();
    stage.go(STEPS[event.key](stage));
  } else if (event.key === " " && !target.closest(PRESSABLE)) {
    event.preventDefault();
    header.play();
  } else if (/^[\d.\-−]$/.test(event.key) && strip.editable) {
    event.preventDefault();
    strip.type(event.key);
  } else if (event.key === "Escape" && stage.selected) {
    stage.select(stage.selected);
  }
}
