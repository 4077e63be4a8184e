// What our components are told, taken from the websocket as it arrives. Streamlit hands it to them
// when it has drawn the whole page anew, which takes a browser several frames: it hears of a run of
// fragments once what we have taken of it is painted. Our messages carry a secret of the session: a
// text from elsewhere, which the page quotes, may look like them.
{
  const PATIENCE = 100; // milliseconds: a run that takes longer is heard of as it goes on
  // Fields of Streamlit's messages, which protobuf numbers once and for all.
  const [METADATA, NEW_SESSION, RUN, FRAGMENT_IDS] = [2, 4, 6, 2];
  const MARK = new TextEncoder().encode('{"early":"'); // and then: length, key of the component, secret, name

  /** @typedef {(data: any, early: boolean) => boolean} Show false where it is too early for these data */
  /** @type {Map<string, { component: Taken, secret: string, show: Show }>} */
  const places = new Map();
  /** @type {Map<string, HTMLElement>} */
  const shown = new Map(); // where what has not come by Streamlit yet was shown early, by its name

  /** @typedef {import("../browser/types.d.ts").Component<Uint8Array>} Taken */

  /**
   * Shows the data of a component, and later on what comes for it, unless it was shown early.
   * @param {Taken} component its data are JSON
   * @param {Show} show
   */
  window.backpropTake = (component, show) => {
    const data = JSON.parse(new TextDecoder().decode(component.data));
    const [, key, secret, name] = data.early?.split(" ") ?? [];
    if (key) places.set(key, { component, secret, show });
    const here = shown.get(name) === component.parentElement; // it may have been put elsewhere since
    shown.delete(name);
    if (!here) show(data, false);
  };

  /** @param {Uint8Array} bytes */
  function find(bytes) {
    for (let i = bytes.indexOf(MARK[0]); i >= 0; i = bytes.indexOf(MARK[0], i + 1)) {
      if (MARK.every((byte, n) => bytes[i + n] === byte)) return i;
    }
    return -1;
  }

  /**
   * Shows what one of our components is told. True where it does.
   * @param {Uint8Array} bytes
   */
  function take(bytes) {
    const start = find(bytes);
    if (start < 0) return false;
    const text = new TextDecoder();
    const from = start + MARK.length;
    const end = bytes.indexOf(MARK[MARK.length - 1], from);
    const [length, key, secret, name] = text.decode(bytes.subarray(from, end)).split(" ");
    const place = places.get(key);
    if (place?.secret !== secret || !place.component.parentElement.isConnected) return false;
    const taken = place.show(JSON.parse(text.decode(bytes.subarray(start, start + Number(length)))), true);
    if (taken) shown.set(name, place.component.parentElement);
    return taken;
  }

  /**
   * A field of a message in protobuf, if it is there and no number.
   * @param {Uint8Array | undefined} bytes
   * @param {number} wanted
   */
  function field(bytes, wanted) {
    let at = 0;
    const number = () => {
      let [value, scale, byte] = [0, 1, 0];
      do {
        byte = bytes?.[at++] ?? 0;
        value += (byte & 127) * scale;
        scale *= 128;
      } while (byte > 127);
      return value;
    };
    while (bytes && at < bytes.length) {
      const tag = number();
      const length = number();
      if (tag % 8 === 0) continue; // a number
      if (tag % 8 !== 2) return undefined;
      if (tag >> 3 === wanted) return bytes.subarray(at, at + length);
      at += length;
    }
    return undefined;
  }

  window.WebSocket = class extends WebSocket {
    /** @type {MessageEvent[] | undefined} */
    held; // of the run that is under way
    taken = false;
    passes = false;

    /**
     * @param {string | URL} url
     * @param {string | string[]} [protocols]
     */
    constructor(url, protocols) {
      super(url, protocols);
      this.addEventListener("message", (message) => this.hear(message)); // before anybody else
    }

    /** @param {MessageEvent} message */
    hear(message) {
      if (this.passes || !(message.data instanceof ArrayBuffer)) return;
      const bytes = new Uint8Array(message.data);
      const run = field(field(field(bytes, METADATA), RUN), FRAGMENT_IDS);
      if (run && field(bytes, NEW_SESSION)) this.hold();
      if (take(bytes)) this.taken = true;
      if (!this.held) return;
      this.held.push(message);
      message.stopImmediatePropagation();
      if (run && !field(bytes, NEW_SESSION)) this.end(this.held);
    }

    hold() {
      this.letGo(this.held);
      /** @type {MessageEvent[]} */
      const held = [];
      this.held = held;
      this.taken = false;
      setTimeout(() => this.letGo(held), PATIENCE);
    }

    /** @param {MessageEvent[]} held */
    end(held) {
      if (this.taken) requestAnimationFrame(() => setTimeout(() => this.letGo(held)));
      else this.letGo(held);
    }

    /** @param {MessageEvent[]} [held] of a run that is not let go yet */
    letGo(held) {
      if (!held || held !== this.held) return;
      this.held = undefined;
      this.passes = true;
      for (const { data, origin } of held) this.dispatchEvent(new MessageEvent("message", { data, origin }));
      this.passes = false;
    }
  };
}
