// Small helpers to make elements. Text always goes in as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

export function s(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

// Sets an attribute only where it changes, so that a step touches only what it changes.
export function put(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

// A sentence in pieces [text, symbol]: a piece with a symbol has that quantity's colour.
export function inPieces(sentence) {
  return sentence.map(([text, symbol]) => (symbol ? h("b", { style: `color: var(--q-${symbol})` }, text) : text));
}

// How much larger than on a laptop something may be drawn in so many pixels: a projector's.
export function scaleOf(width) {
  return Math.min(1.5, Math.max(1, width / 680));
}
