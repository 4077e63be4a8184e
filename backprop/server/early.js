// What our components are told, taken from the websocket as it arrives. Streamlit hands it to them
// when it has drawn the whole page anew, which takes a browser several frames.
{
  const MARK = new TextEncoder().encode('{"early":"'); // and then: length, key of the component, name
  const DIGITS = 8;

  /** @type {Map<string, { component: Taken, show: (data: any) => void }>} */
  const places = new Map();
  /** @type {Set<string>} */
  const shown = new Set(); // names of what was shown early, and has not come by Streamlit yet

  /** @typedef {import("../browser/types.d.ts").Component<Uint8Array>} Taken */

  /**
   * Shows the data of a component, and later on what comes for it, unless it was shown early.
   * @param {Taken} component its data are JSON
   * @param {(data: any) => void} show
   */
  window.backpropTake = (component, show) => {
    const data = JSON.parse(new TextDecoder().decode(component.data));
    const [, key, name] = data.early.split(" ");
    places.set(key, { component, show });
    if (!shown.delete(name)) show(data);
  };

  /** @param {Uint8Array} bytes */
  function find(bytes) {
    for (let i = bytes.indexOf(MARK[0]); i >= 0; i = bytes.indexOf(MARK[0], i + 1)) {
      if (MARK.every((byte, n) => bytes[i + n] === byte)) return i;
    }
    return -1;
  }

  /** @param {MessageEvent} message */
  function look({ data }) {
    if (!(data instanceof ArrayBuffer)) return;
    const bytes = new Uint8Array(data);
    const start = find(bytes);
    if (start < 0) return;
    const text = new TextDecoder();
    const from = start + MARK.length;
    const length = Number(text.decode(bytes.subarray(from, from + DIGITS)));
    const told = JSON.parse(text.decode(bytes.subarray(start, start + length)));
    const [, key, name] = told.early.split(" ");
    const place = places.get(key);
    if (!place?.component.parentElement.isConnected) return;
    shown.add(name);
    place.show(told);
  }

  window.WebSocket = class extends WebSocket {
    /**
     * @param {string | URL} url
     * @param {string | string[]} [protocols]
     */
    constructor(url, protocols) {
      super(url, protocols);
      this.addEventListener("message", look);
    }
  };
}
