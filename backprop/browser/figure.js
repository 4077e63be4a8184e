// An array of the stage: its numbers as Python sends them (see stage/arrays.py), the addresses of its
// cells, and the heatmap that Plotly draws of it, which looks like the matrix: row j, column k, first
// row on top.

import { parse } from "./address.js";
import { short } from "./number.js";
import { letters } from "./plots.js";

/** @import { StageArray } from "./types.d.ts" */
/** @import { Stage } from "./stage.js" */

/** Room for the row numbers, the title and the column numbers, in pixels. */
export const MARGIN = { l: 15, r: 1, t: 26, b: 17 };
const USUAL = { ...MARGIN };
const CLEAR = "rgba(0,0,0,0)";
const AXIS = { showgrid: false, zeroline: false, fixedrange: true, ticks: "", ticklabelstandoff: 2 };
const NAME = { x: 0, xref: "paper", yref: "paper", xshift: -5, xanchor: "right", showarrow: false };

/**
 * Room for letters that are so many times larger than usual.
 * @param {number} zoom
 */
export function scaleMargins(zoom) {
  const { l, t, b } = USUAL;
  Object.assign(MARGIN, { l: Math.round(l * zoom), t: Math.round(t * zoom), b: Math.round(b * zoom) });
}

/**
 * Numbers as Python packs them: float64, in base64.
 * @param {string} packed
 */
export function unpacked(packed) {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  return new Float64Array(bytes.buffer);
}

export class Figure {
  /**
   * @param {string} id
   * @param {StageArray} sent
   */
  constructor(id, { title, shape: [rows, columns], values, indices = ["j", "k"], numbered = true }) {
    this.id = id;
    this.title = title;
    this.rows = rows;
    this.matrix = columns !== undefined;
    this.columns = columns ?? 1;
    this.packed = values;
    this.values = unpacked(values);
    this.indices = indices;
    this.numbered = numbered;
  }

  /** The ids of its cells, row by row. */
  get cells() {
    const { id, matrix } = this;
    return counted(this.rows).map((j) => counted(this.columns).map((k) => (matrix ? `${id}_${j}_${k}` : `${id}_${j}`)));
  }

  /** What its cells and its frame look like, but for their numbers. */
  get shape() {
    return [this.rows, this.columns, this.matrix, this.indices, this.numbered].join();
  }

  /** Its numbers as they are written. */
  get texts() {
    return [...this.values].map(short);
  }

  /**
   * Its numbers and what they are coloured by, in one text: where that is the same, so is the picture.
   * @param {Stage} stage
   */
  numbers({ data: { scales, limits } }) {
    const { symbol } = parse(this.id);
    return [this.packed, scales[symbol], limits[symbol]].join();
  }

  /**
   * Its width and height with cells of this size; where it has one column that may be another width.
   * @param {{ width: number, height: number, single?: number }} cell
   */
  size({ width, height, single = width }) {
    return {
      width: MARGIN.l + MARGIN.r + (this.columns === 1 ? single : this.columns * width),
      height: MARGIN.t + MARGIN.b + this.rows * height,
    };
  }

  /**
   * The heatmap for Plotly in the colours of the page; numbers and title lie over it.
   * @param {Stage} stage
   * @param {{ width: number, height: number, single?: number }} cell
   */
  heatmap(stage, cell) {
    const { rows, columns, indices } = this;
    const axis = (/** @type {number} */ count) => ({ ...AXIS, tickvals: counted(count) });
    return {
      data: [{
        type: "heatmap", ...this.shades(stage), x: counted(columns), y: counted(rows), xgap: 1, ygap: 1,
        showscale: false, hoverinfo: "skip",
      }],
      layout: {
        ...this.size(cell),
        margin: { ...MARGIN, pad: 0, autoexpand: false },
        font: letters(stage, 0.68),
        paper_bgcolor: CLEAR,
        plot_bgcolor: CLEAR,
        xaxis: { ...axis(columns), range: [0.5, columns + 0.5], showticklabels: this.matrix },
        yaxis: { ...axis(rows), range: [rows + 0.5, 0.5], showticklabels: this.numbered },
        annotations: this.matrix ? [
          { ...NAME, text: `<i>${indices[0]}</i>`, y: 1, yanchor: "bottom" },
          { ...NAME, text: `<i>${indices[1]}</i>`, y: 0, yanchor: "top" },
        ] : [],
      },
    };
  }

  /**
   * Its numbers and its scale of colours, from one end to the other: their difference must be a
   * number, too.
   * @param {Stage} stage
   */
  shades(stage) {
    const { symbol } = parse(this.id);
    const [scale, limit] = [stage.data.scales[symbol], stage.data.limits[symbol]];
    const part = Number.isFinite(2 * limit) ? 1 : 4;
    const z = counted(this.rows).map((j) =>
      [...this.values.subarray((j - 1) * this.columns, j * this.columns)].map((value) => value / part));
    return { z, zmin: scale === "unit" ? 0 : -limit / part, zmax: limit / part, colorscale: stage.ramps[scale] };
  }
}

/** @param {number} count */
function counted(count) {
  return [...Array(count).keys()].map((n) => n + 1);
}
