// Small helpers to make elements. Text always goes in as text, never as markup.

/** @import { Segments } from "./types.d.ts" */

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {string | number | null | undefined | ((event: any) => unknown)} Attribute */

/**
 * @template {Element} E
 * @param {E} element
 * @param {Record<string, Attribute>} attributes those that begin with "on" are listeners
 * @param {(Node | string)[]} children
 */
function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children);
  return element;
}

/**
 * An element of HTML.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, Attribute>} attributes
 * @param {(Node | string)[]} children
 */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/**
 * An element of SVG.
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, Attribute>} attributes
 * @param {(Node | string)[]} children
 */
export function s(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/**
 * Sets an attribute, or takes it away where there is no value, only where it changes, so that a step
 * touches only what it changes.
 * @param {Element} element
 * @param {string} name
 * @param {string} [value]
 */
export function put(element, name, value) {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/**
 * @param {HTMLElement} element
 * @param {number} width
 * @param {number} height
 */
export function setSize(element, width, height) {
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}

/**
 * @param {Element} element
 * @param {string} text
 */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * A template with its places, as {name}, filled.
 * @param {string} template
 * @param {Record<string, string | number>} values
 */
export function formatted(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/**
 * A sentence in pieces [text, symbol]: a piece with a symbol has that quantity's colour.
 * @param {Segments} sentence
 */
export function inPieces(sentence) {
  return sentence.map(([text, symbol]) => (symbol ? h("b", { style: `color: var(--q-${symbol})` }, text) : text));
}

/**
 * How much larger than on a laptop something may be drawn in so many pixels: a projector's.
 * @param {number} width
 */
export function scaleOf(width) {
  return Math.min(1.5, Math.max(1, width / 680));
}
