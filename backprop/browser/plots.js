// Plotly: its library, fetched once, and a figure as this page wants it.

import { h, put } from "./dom.js";

/** @import { Layout, PlotlyLibrary, Plot } from "./types.d.ts" */
/** @import { Stage } from "./stage.js" */

/** @type {Promise<PlotlyLibrary> | undefined} */
let library;

export const asked = () => Boolean(library);

/** @param {string} url */
export function plotly(url) {
  library ??= new Promise((done, fail) => {
    if (window.Plotly) return done(window.Plotly);
    const script = h("script", { src: url, onload: () => done(/** @type {PlotlyLibrary} */ (window.Plotly)), onerror: fail });
    document.head.append(script);
  });
  return library;
}

const LATEST = 1000; // milliseconds: a machine that has much else to do is never idle

/**
 * Calls this when the browser has nothing better to do, with how long that lasts, if it can say so.
 * @param {(time?: IdleDeadline) => void} act
 */
export function whenIdle(act) {
  if ("requestIdleCallback" in window) requestIdleCallback(act, { timeout: LATEST });
  else setTimeout(act, 50);
}

/**
 * Says at the place of a picture that Plotly, or what it drew, did not come.
 * @param {Element} element
 */
export function failed(element) {
  put(element, "data-error", "The pictures could not be loaded. Reload the page.");
}

/**
 * The letters of the page for a figure; their size is this share of the text's.
 * @param {Stage} stage
 * @param {number} share
 */
export function letters({ letters: { family, color, size } }, share) {
  return { family, color, size: size * share };
}

/**
 * Lets ``paint`` draw with Plotly once it is there, unless new data have overtaken it; true once it
 * is drawn. The element says that it is, or that it cannot be.
 * @param {Element} element
 * @param {string} url
 * @param {() => boolean} present
 * @param {(Plotly: PlotlyLibrary) => Promise<unknown>} paint
 */
export async function drawn(element, url, present, paint) {
  element.removeAttribute("data-drawn");
  try {
    const Plotly = await plotly(url);
    if (!present()) return false;
    await paint(Plotly);
    if (!present()) return false;
    put(element, "data-drawn", "true");
    return true;
  } catch {
    failed(element);
    return false;
  }
}

/**
 * The same for a chart that is one figure: what ``figure`` gives.
 * @param {Element} element
 * @param {Plot} plot
 * @param {string} url
 * @param {() => { data: object[], layout: object }} figure
 * @param {() => boolean} present
 */
export function draw(element, plot, url, figure, present) {
  return drawn(element, url, present, (Plotly) => {
    const { data, layout } = figure();
    return Plotly.react(plot, data, layout, { staticPlot: true });
  });
}

/**
 * The layout of a chart in the letters and colours of the page, as large as its box.
 * @template {Layout} L
 * @param {Stage} stage
 * @param {L} layout
 * @param {Element} box
 */
export function charted(stage, layout, box) {
  const font = letters(stage, 0.85);
  /** @param {number} opacity */
  const pale = (opacity) => font.color.replace("rgb(", "rgba(").replace(")", `, ${opacity})`);
  const faint = pale(0.14);
  const axis = { gridcolor: faint, linecolor: faint, tickcolor: faint, zerolinecolor: pale(0.5) };
  return {
    ...layout,
    width: box.clientWidth,
    height: box.clientHeight,
    font,
    xaxis: { ...layout.xaxis, ...axis },
    yaxis: { ...layout.yaxis, ...axis },
  };
}
