// What our components are told, taken from the websocket as it arrives. Streamlit hands it to them
// when it has drawn the whole page anew, which takes a browser several frames. They carry a secret of
// the session: a text from elsewhere, which the page quotes, may look like them.
{
  const MARK = new TextEncoder().encode('{"early":"'); // and then: length, key of the component, secret, name

  /** @type {Map<string, { component: Taken, secret: string, show: (data: any) => void }>} */
  const places = new Map();
  /** @type {Map<string, HTMLElement>} */
  const shown = new Map(); // where what has not come by Streamlit yet was shown early, by its name

  /** @typedef {import("../browser/types.d.ts").Component<Uint8Array>} Taken */

  /**
   * Shows the data of a component, and later on what comes for it, unless it was shown early.
   * @param {Taken} component its data are JSON
   * @param {(data: any) => void} show
   */
  window.backpropTake = (component, show) => {
    const data = JSON.parse(new TextDecoder().decode(component.data));
    const [, key, secret, name] = data.early?.split(" ") ?? [];
    if (key) places.set(key, { component, secret, show });
    const here = shown.get(name) === component.parentElement; // it may have been put elsewhere since
    shown.delete(name);
    if (!here) show(data);
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
    const end = bytes.indexOf(MARK[MARK.length - 1], from);
    const [length, key, secret, name] = text.decode(bytes.subarray(from, end)).split(" ");
    const place = places.get(key);
    if (place?.secret !== secret || !place.component.parentElement.isConnected) return;
    shown.set(name, place.component.parentElement);
    place.show(JSON.parse(text.decode(bytes.subarray(start, start + Number(length)))));
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
