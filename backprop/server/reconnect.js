// While the server is away the picture works on, and one quiet line says why the rest waits. When
// the server is back, the page asks it for the lesson in the address, which is the one that is seen.
{
  const NO_ANSWER = "The server does not answer. Reconnecting …";
  const LOST = "The connection is lost. Reload the page to go on here.";
  const NO_PAGE = "There is no page at this address. This is the explorer.";
  const SAID_AFTER = 700; // milliseconds: many a gap is shorter
  const SAID_FOR = 10_000;

  const line = document.createElement("p");
  line.className = "bp-line";
  line.setAttribute("role", "status");
  let away = false;
  let returning = false; // connected again, and not yet answered
  let timer = 0;

  /**
   * @param {string} text
   * @param {number} after
   * @param {() => void} [then]
   */
  function say(text, after, then) {
    document.querySelector("[data-testid=stApp]")?.append(line);
    clearTimeout(timer);
    timer = setTimeout(() => {
      line.textContent = text;
      then?.();
    }, after);
  }

  // Streamlit asks for the address that it last heard of, and a step of the stage changes it unheard.
  // A move through the history makes it look again, and run the page if there is a server; not so
  // where the address leads to a place on the page, and none does here.
  function lookAgain() {
    history.replaceState(history.state, "", location.pathname + location.search);
    dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
  }

  /** @param {boolean} attemptingToReconnect */
  function leave(attemptingToReconnect) {
    [away, returning] = [true, false];
    say(attemptingToReconnect ? NO_ANSWER : LOST, SAID_AFTER);
    dispatchEvent(new Event("backprop:tell")); // to the address, what has not been told yet
    lookAgain();
  }

  function comeBack() {
    [away, returning] = [false, true];
    say("", 0);
    lookAgain();
  }

  function rest() {
    if (returning) dispatchEvent(new Event("backprop:back"));
    else dispatchEvent(new Event("backprop:answered"));
    returning = false;
  }

  // Streamlit tells the page around it, or itself where there is none, what happens. Its dialogs would
  // stand over the picture: base_address.js switches them off.
  addEventListener("message", ({ source, data }) => {
    if (source !== window) return;
    if (data?.type === "WEBSOCKET_DISCONNECTED" && !away) leave(data.attemptingToReconnect);
    if (data?.type === "WEBSOCKET_CONNECTED" && away) comeBack();
    if (data?.type === "SCRIPT_RUN_STATE_CHANGED" && data.scriptRunState === "notRunning" && !away) rest();
    if (data?.type === "CLIENT_ERROR_DIALOG" && data.error === "Page not found") {
      say(NO_PAGE, 0, () => say("", SAID_FOR));
    }
  });
  addEventListener("backprop:address", () => away && lookAgain());
}
