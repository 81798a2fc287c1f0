// The frame of every page: the switch between light and dark, and what to do when the server is gone.

import { LOOK_CHANGED } from "./names";

const COOKIE = "bailiwick.look";
const YEAR_IN_SECONDS = 31_536_000;
const root = document.documentElement;
const systemIsDark = matchMedia("(prefers-color-scheme: dark)");

function isDark(): boolean {
  return root.dataset["look"] === "dark" || (root.dataset["look"] !== "light" && systemIsDark.matches);
}

function mark(): void {
  for (const button of document.querySelectorAll("[data-look-switch]")) {
    button.setAttribute("aria-pressed", String(isDark()));
  }
}

document.addEventListener("click", (event) => {
  if (event.target instanceof Element && event.target.closest("[data-look-switch]") !== null) {
    root.dataset["look"] = isDark() ? "light" : "dark";
    document.cookie = `${COOKIE}=${root.dataset["look"]}; path=/; max-age=${YEAR_IN_SECONDS}; samesite=lax`;
    mark();
    document.dispatchEvent(new Event(LOOK_CHANGED));
  }
});

// The server was started anew and does not know this page any more: the address holds what was chosen, so ask again.
document.addEventListener("components-reconnect-state-changed", (event) => {
  if ((event as CustomEvent<{ state: string }>).detail.state === "rejected") {
    location.reload();
  }
});

new MutationObserver(mark).observe(document, { childList: true, subtree: true });
mark();
