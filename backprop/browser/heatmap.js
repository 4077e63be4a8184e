// One matrix as a heatmap: Plotly draws it once; on top of it lies a grid of cells with the numbers.
// A step only uncovers cells and marks them, so nothing is redrawn. The cells stand there, in their
// colours, before plotly.js has arrived: it takes a second to run.

import { covers, isGiven, parse } from "./address.js";
import { CHANGE_WORDS } from "./constants.js";
import { lettering, listenToGrid, paint, SMALLEST, widthOf } from "./cells.js";
import { shade } from "./colour.js";
import { formatted, h, put, say, setSize } from "./dom.js";
import { enlarge, isLarge } from "./enlarged.js";
import { keepFocus } from "./keys.js";
import { breadth, exact, fitting, short } from "./number.js";
import { MARGIN } from "./figure.js";

/** @import { Address, Mark, PlotlyLibrary } from "./types.d.ts" */
/** @import { Figure } from "./figure.js" */
/** @import { Stage } from "./stage.js" */

/** @typedef {{ width: number, height: number, single?: number }} Size of a cell; single: where it is alone in its row */
/** @typedef {{ element: HTMLElement, entry: Address, id: string, shown: string }} HeatmapCell */

const SIGN = 2.2; // characters that a sign in the corner covers

export class Heatmap {
  placed = "";
  drawn = { look: "", numbers: "" };
  cell = { width: 0, height: 0 };

  /**
   * @param {Stage} stage
   * @param {string} id
   */
  constructor(stage, id) {
    this.stage = stage;
    this.id = id;
    this.plot = h("div", { class: "plot", "aria-hidden": "true" });
    this.grid = h("div", { class: "cells", role: "grid", "data-array": id });
    this.title = isLarge(stage, id)
      ? h("button", { class: "title", type: "button", title: "Enlarge", onclick: () => enlarge(stage, id) })
      : h("b", { class: "title", "aria-hidden": "true" });
    this.cells = stage.figures[id].cells.map((ids, row) => {
      const line = h("div", { role: "row" });
      const made = ids.map((address, column) => {
        const first = row + column === 0;
        const element = h("div", { role: "gridcell", tabindex: first ? "0" : "-1", "data-id": address });
        const entry = parse(address);
        put(element, "data-given", isGiven(entry) ? "" : undefined);
        line.append(element);
        return { element, entry, id: address, shown: "" };
      });
      this.grid.append(line);
      return made;
    });
    listenToGrid(this.grid, () => this.cells, stage);
    this.grid.addEventListener("mousedown", keepFocus);
    this.element = h("div", { class: "figure" }, this.title, this.plot, this.grid);
  }

  get figure() {
    return this.stage.figures[this.id];
  }

  /**
   * Room for the figure, and its cells and its name where Plotly's drawing will have them. False
   * where all of it is as it was.
   * @param {Size} cell
   */
  place(cell) {
    const { figure, stage } = this;
    this.cell = cell;
    const { width, height } = figure.size(cell);
    const colour = stage.colourOf(parse(this.id).symbol);
    const placed = [width, height, figure.title, colour].join();
    if (placed === this.placed) return false;
    this.placed = placed;
    setSize(this.plot, width, height);
    this.grid.style.inset = `${MARGIN.t}px ${MARGIN.r}px ${MARGIN.b}px ${MARGIN.l}px`;
    this.title.style.left = `${MARGIN.l}px`;
    this.title.style.color = colour;
    say(this.title, figure.title);
    return true;
  }

  /**
   * What its picture looks like with cells of this size, but for its numbers.
   * @param {Size} cell
   */
  look({ width, height, single }) {
    const { figure, stage: { theme, letters: { family, size, color } } } = this;
    return [figure.shape, width, height, single, theme, family, size, color].join();
  }

  /**
   * Has Plotly drawn a picture that has just other numbers than it should?
   * @param {Size} cell
   */
  hasPicture(cell) {
    return this.drawn.look === this.look(cell);
  }

  /**
   * Has Plotly drawn it as it is now?
   * @param {Size} cell
   */
  isDrawn(cell) {
    return this.hasPicture(cell) && this.drawn.numbers === this.figure.numbers(this.stage);
  }

  /**
   * @param {PlotlyLibrary} Plotly
   * @param {Size} cell
   */
  async draw(Plotly, cell) {
    const { figure, stage } = this;
    this.drawn = { look: this.look(cell), numbers: figure.numbers(stage) };
    const { data, layout } = figure.heatmap(stage, cell);
    await Plotly.react(this.plot, data, layout, { staticPlot: true });
  }

  /** @param {number} room of how many digits a cell has room */
  update(room) {
    const { stage, grid, figure: { title } } = this;
    put(grid, "aria-label", title);
    put(grid, "data-state", stage.stateOf(parse(this.id)));
    const numbers = stage.numbers(this.id);
    this.cells.flat().forEach((cell, n) => {
      const hidden = !stage.isBorn(cell.entry);
      put(cell.element, "data-state", stage.stateOf(cell.entry));
      const mark = stage.markOf(cell.id);
      const was = stage.changes.was(cell.entry);
      const shown = [stage.edition, room, numbers[n], hidden && stage.unseen(cell.entry), mark?.sign, mark?.words, was].join();
      if (shown === cell.shown) return; // of a step most cells stay as they are
      cell.shown = shown;
      this.write(cell, numbers[n], hidden, mark, room);
    });
  }

  /**
   * @param {HeatmapCell} cell
   * @param {number} value
   * @param {boolean} hidden
   * @param {Mark | undefined} mark
   * @param {number} room
   */
  write({ element, entry }, value, hidden, mark, room) {
    const text = short(value);
    put(element, "data-mark", mark?.sign);
    const beside = mark && mark.sign !== "□" && breadth(text) > room - 2 * SIGN;
    element.toggleAttribute("data-beside", Boolean(beside));
    const shown = hidden ? "" : fitting(text, value, beside ? room - SIGN : room);
    const before = this.stage.changes.wasWritten(entry);
    const roomy = before && shown === text && !mark && this.fits(before);
    const whole = before && !roomy ? formatted(CHANGE_WORDS.was, { now: text, before }) : text;
    element.toggleAttribute("data-changed", this.stage.changes.was(entry) !== undefined);
    put(element, "data-was", roomy ? before : undefined);
    put(element, "data-whole", hidden || shown === whole || roomy ? undefined : whole); // seen while it is pointed at
    paint(element, shade(this.stage, entry.symbol, value), shown, hidden ? "" : undefined);
    const words = mark ? `, ${mark.words}` : "";
    const name = `${this.stage.nameOf(entry)} ${hidden ? this.stage.unseen(entry) : `= ${exact(value)}`}`;
    put(element, "aria-label", this.stage.changes.told(name, entry) + words);
  }

  /**
   * Is there room for this below the number?
   * @param {string} before
   */
  fits(before) {
    const { width, height } = this.cell;
    return height >= lettering(this.cell).size + SMALLEST + 2 && width >= widthOf(before);
  }

  light() {
    const { lit, selected } = this.stage.marked;
    for (const { element, entry } of this.cells.flat()) {
      element.classList.toggle("lit", lit.some((one) => covers(one, entry)));
      element.classList.toggle("selected", selected.some((one) => covers(one, entry)));
    }
  }

  remove() {
    window.Plotly?.purge(this.plot);
  }
}

/**
 * How many columns the figures of a row have, and how many pixels all that is not a cell takes.
 * @param {string[]} row
 * @param {Record<string, Figure>} figures
 * @param {number} sign pixels of a sign
 * @param {number} gap pixels between two
 */
export function extent(row, figures, sign, gap) {
  const shown = row.filter((id) => id in figures);
  const columns = shown.reduce((sum, id) => sum + figures[id].columns, 0);
  const margins = shown.length * (MARGIN.l + MARGIN.r);
  return { columns, fixed: margins + (row.length - shown.length) * sign + row.length * gap };
}

/**
 * How high a row becomes with cells of this size, in as many lines as it needs.
 * @param {string[]} row
 * @param {Record<string, Figure>} figures
 * @param {Size} cell
 * @param {number} sign pixels of a sign
 * @param {number} gap pixels between two
 * @param {number} width pixels of a line
 */
export function heightOf(row, figures, cell, sign, gap, width) {
  const lines = [{ width: -gap, height: 0 }];
  for (const id of row) {
    const size = id in figures ? figures[id].size(cell) : { width: sign, height: 0 };
    let line = lines[lines.length - 1];
    if (line.width + gap + size.width > width) lines.push((line = { width: -gap, height: 0 }));
    line.width += gap + size.width;
    line.height = Math.max(line.height, size.height);
  }
  return lines.reduce((sum, line) => sum + line.height + gap, -gap);
}
