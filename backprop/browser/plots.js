// Plotly: its library, fetched once, and a figure as this page wants it.

import { parse } from "./address.js";
import { h } from "./dom.js";

let library;

export const asked = () => Boolean(library);

export function plotly(url) {
  library ??= new Promise((done, failed) => {
    if (window.Plotly) return done(window.Plotly);
    const script = h("script", { src: url, onload: () => done(window.Plotly), onerror: failed });
    document.head.append(script);
  });
  return library;
}

// The figure of an array in the colours of the page, its cells of this size.
export function dressed(stage, id, { width, height }) {
  const { figures, scales } = stage.data;
  const { data: [heat], layout } = figures[id];
  const { fontFamily: family, color, fontSize } = getComputedStyle(stage.element);
  const { l, r, t, b } = layout.margin;
  const colours = { colorscale: stage.ramps[scales[parse(id).symbol]], texttemplate: "" };
  return {
    data: [{ ...heat, ...colours, ...within(heat) }],
    layout: {
      ...layout,
      width: l + r + heat.x.length * width,
      height: t + b + heat.y.length * height,
      font: { family, color, size: parseFloat(fontSize) * 0.68 },
      title: { text: "" },
    },
  };
}

// The numbers for the colours: from one limit to the other must be a number, too.
function within({ z, zmin, zmax }) {
  if (Number.isFinite(zmax - zmin)) return {};
  return { z: z.map((row) => row.map((value) => value / 4)), zmin: zmin / 4, zmax: zmax / 4 };
}
