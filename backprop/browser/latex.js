// Formulas set as Streamlit sets its own: by its module, a plugin that turns a tree with LaTeX into
// one with what is to be seen (rehype-katex). So they look like all others, and go with its styles.

/** @typedef {{ type: "text", value: string }} Text */
/** @typedef {{ type: "element", tagName: string, properties: Record<string, unknown>, children: Node[] }} Element */
/** @typedef {Text | Element} Node of a tree in hast, the format of such plugins */
/** @typedef {{ default: () => (tree: { type: "root", children: Node[] }, file: object) => void }} Plugin */

const HTML = "http://www.w3.org/1999/xhtml";
/** @type {Record<string, string>} */
const NAMESPACES = { math: "http://www.w3.org/1998/Math/MathML", svg: "http://www.w3.org/2000/svg" };
/** @type {Record<string, string>} */
const ATTRIBUTES = { className: "class", ariaHidden: "aria-hidden" };
const MOST = 100; // formulas that are kept: many come again, as the letters of an equation do
const FILE = { message() {} }; // of what it cannot set, the plugin shows the LaTeX

/**
 * What sets a formula in display style, when Streamlit's module has arrived from this address.
 * @param {string} address
 * @returns {Promise<(latex: string) => globalThis.Element>}
 */
export async function setterOf(address) {
  /** @type {Plugin} */
  const plugin = await import(address);
  const transform = plugin.default();
  /** @type {Map<string, globalThis.Element>} */
  const kept = new Map();
  return (latex) => {
    const found = kept.get(latex) ?? set(latex);
    kept.delete(latex);
    kept.set(latex, found); // the last one that was asked for
    const [oldest] = kept.keys();
    if (kept.size > MOST) kept.delete(oldest);
    return /** @type {globalThis.Element} */ (found.cloneNode(true));
  };

  /** @param {string} latex */
  function set(latex) {
    const text = /** @type {const} */ ({ type: "text", value: latex });
    /** @type {Node[]} */
    const children = [{ type: "element", tagName: "span", properties: { className: ["math-display"] }, children: [text] }];
    transform({ type: "root", children }, FILE);
    return built(/** @type {Element} */ (children[0]), HTML);
  }
}

/**
 * @param {Element} element
 * @param {string} around the namespace that it stands in
 */
function built({ tagName, properties, children }, around) {
  const namespace = NAMESPACES[tagName] ?? around;
  const made = document.createElementNS(namespace, tagName);
  for (const [name, value] of Object.entries(properties)) {
    made.setAttribute(ATTRIBUTES[name] ?? name, Array.isArray(value) ? value.join(" ") : String(value));
  }
  made.append(...children.map((one) => (one.type === "text" ? one.value : built(one, namespace))));
  return made;
}
