// A first look at the explorer begins with one question: the page is marked before anything is drawn
// that it hides. The server decides, by the same rule: see ui/first_look.py.
{
  const { href, search } = location;
  const isExplorer = href.split(/[?#]/)[0] === window.__streamlit?.BACKEND_BASE_URL;
  /** @returns {boolean} */
  const isNew = () => {
    try {
      return !document.cookie.includes("backprop-seen=");
    } catch {
      return true; // a frame without cookies
    }
  };
  const asked = new URLSearchParams(search).get("opening") === "1";
  if (isExplorer && (asked || (!search && isNew()))) document.documentElement.dataset.opening = "";
}
