// A first look at the explorer begins with one question: the page is marked, and what it hides is
// hidden, before anything is drawn. The server decides, by the same rule: see ui/first_look.py.
{
  const HIDDEN = "[data-testid=stSidebar], [data-testid=stHeader], [data-testid=stSkeleton], .st-key-panel";
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`[data-opening] :is(${HIDDEN}) { display: none; }`);
  document.adoptedStyleSheets.push(sheet);

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
