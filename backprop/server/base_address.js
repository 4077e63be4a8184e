// Where the app is: Streamlit would guess it from the page's own address, by asking at each part of
// it, and the first answer for a page of the chapter would be "not found".
window.__streamlit = {
  BACKEND_BASE_URL: new URL("..", /** @type {HTMLScriptElement} */ (document.currentScript).src).href,
  HOST_CONFIG: { blockErrorDialogs: true }, // reconnect.js says when the server is away
};
