// Draws one instant of what moves in a step on a canvas over the diagram.

import { labelSize } from "./flow_film.js";

/** @import { Disc, Film, Path, Point, Run, Spread } from "./flow_cast.js" */

/** @typedef {{ ink: string, paper: string, accent: string, family: string }} Style */

const ROUND = 2 * Math.PI;
const TAIL = 0.16; // of a run, behind it
const VEIL = 0.72; // how much of the lines' colours goes, so that what moves is seen
const FADE = 0.07; // of the time

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Film} film
 * @param {number} t the instant, from 0 to 1
 * @param {Style} style
 */
export function drawFilm(context, film, t, style) {
  const moving = t < 1;
  context.lineCap = "round";
  context.textAlign = "center";
  context.textBaseline = "middle";
  if (moving) veil(context, film, t, style);
  for (const spread of film.spreads) if (moving && t > spread.begin) drawSpread(context, spread, t);
  for (const run of film.runs) {
    if (!moving && !run.quiet) drawHead(context, run, style);
    else if (moving && t >= run.begin && t < run.end) drawRun(context, run, t, style);
  }
  context.globalAlpha = 1;
  for (const disc of film.discs) drawDisc(context, disc, t, film.radius, style);
  drawLabels(context, film, t, style);
  context.globalAlpha = 1;
}

/** @param {number} s */
function smooth(s) {
  return s <= 0 ? 0 : s >= 1 ? 1 : s * s * (3 - 2 * s);
}

/**
 * Where on its path it is.
 * @param {Path} path
 * @param {number} s from 0 to 1
 * @returns {Point}
 */
function pointAt({ from, to }, s) {
  return { x: from.x + s * (to.x - from.x), y: from.y + s * (to.y - from.y) };
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Film} film
 * @param {number} t
 * @param {Style} style
 */
function veil(context, { veil: { left, right, top } }, t, { paper }) {
  if (left === right) return;
  context.globalAlpha = VEIL * smooth(Math.min(t, 1 - t) / FADE + 0.3);
  context.fillStyle = paper;
  context.fillRect(left + 1, top, right - left - 2, context.canvas.height);
  context.globalAlpha = 1;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Run} run
 * @param {number} t
 * @param {Style} style
 */
function drawRun(context, run, t, { ink }) {
  const s = smooth((t - run.begin) / (run.end - run.begin));
  const turned = smooth((s - 0.4) / 0.2);
  const [before, after] = run.radii;
  const radius = before + turned * (after - before);
  const colour = run.colours[s < 0.5 ? 0 : 1];
  const { x, y } = pointAt(run, s);
  const tail = pointAt(run, Math.max(0, s - TAIL));
  const most = run.quiet ? 0.45 : 1;
  context.globalAlpha = 0.4 * most;
  context.strokeStyle = colour;
  context.lineWidth = radius * 1.3;
  context.beginPath();
  context.moveTo(tail.x, tail.y);
  context.lineTo(x, y);
  context.stroke();
  context.globalAlpha = most;
  circle(context, x, y, radius);
  context.fillStyle = colour;
  context.fill();
  context.globalAlpha = 0.7 * most;
  context.strokeStyle = ink;
  context.lineWidth = 0.8;
  context.stroke();
}

/**
 * The way of a run as a mark that stands still.
 * @param {CanvasRenderingContext2D} context
 * @param {Run} run
 * @param {Style} style
 */
function drawHead(context, run, { ink, paper }) {
  const { x, y } = pointAt(run, run.head);
  const angle = Math.atan2(run.to.y - run.from.y, run.to.x - run.from.x);
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  context.beginPath();
  context.moveTo(4.5, 0);
  context.lineTo(-3.5, 3.5);
  context.lineTo(-3.5, -3.5);
  context.closePath();
  context.fillStyle = ink;
  context.strokeStyle = paper;
  context.lineWidth = 2;
  context.stroke();
  context.fill();
  context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Spread} spread
 * @param {number} t
 */
function drawSpread(context, { from, to, begin, end, colour, width }, t) {
  const half = smooth((t - begin) / (end - begin)) / 2;
  const [first, last] = [0.5 - half, 0.5 + half].map((s) => pointAt({ from, to, begin, end }, s));
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.beginPath();
  context.moveTo(first.x, first.y);
  context.lineTo(last.x, last.y);
  context.stroke();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Disc} disc
 * @param {number} t
 * @param {number} around the radius of a neuron
 * @param {Style} style
 */
function drawDisc(context, disc, t, around, { ink, paper, family }) {
  const { begin, end, covers, stays, grows, looks, squeeze: [pressed, free, depth] } = disc;
  if (t >= 1 && !stays) return;
  if (!covers && !stays && t >= end) return;
  const s = end > begin ? smooth((t - begin) / (end - begin)) : 1;
  const { x, y } = pointAt(disc, s);
  const full = covers ? disc.radius - 2.2 : disc.radius * (grows ? s : Math.min(1, t / FADE));
  if (full < 1) return;
  const look = looks.findLast((one) => one.t <= t) ?? looks[0];
  if (covers) {
    circle(context, x, y, full);
    context.fillStyle = paper;
    context.fill();
  }
  const narrow = 1 - depth * Math.sin(Math.PI * Math.min(1, Math.max(0, (t - pressed) / (free - pressed || 1))));
  context.beginPath();
  context.ellipse(x, y, full * narrow, full, 0, 0, ROUND);
  context.fillStyle = look.colour;
  context.fill();
  if (!covers) {
    context.strokeStyle = paper;
    context.lineWidth = 3;
    context.stroke();
    context.strokeStyle = ink;
    context.lineWidth = 0.8;
    context.stroke();
  }
  if (around <= 13 || (!covers && disc.radius < 11)) return;
  const size = covers ? Math.max(9, around * 0.58) : disc.radius * 0.68;
  context.font = `${size}px ${family}`;
  context.fillStyle = look.ink;
  context.fillText(look.text, x, y, (covers ? 2 * around + 6 : 2 * full) * narrow);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Film} film
 * @param {number} t
 * @param {Style} style
 */
function drawLabels(context, { labels, radius }, t, { ink, paper, family }) {
  context.font = `600 ${labelSize(radius)}px ${family}`;
  context.lineJoin = "round";
  for (const label of labels) {
    if (t < label.t) continue;
    context.globalAlpha = smooth((t - label.t) / FADE + (t >= 1 ? 1 : 0));
    context.strokeStyle = paper;
    context.lineWidth = 5;
    context.strokeText(label.text, label.x, label.y);
    context.fillStyle = ink;
    context.fillText(label.text, label.x, label.y);
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
function circle(context, x, y, radius) {
  context.beginPath();
  context.arc(x, y, radius, 0, ROUND);
}
