// Figures beside marks: off, until a reader asks for them on every page. What one tap on a standing
// shows, and "In figures" on the page of a claim, need no script of this.

import { root } from "./page.js";

const KEY = `betoog-figures ${root.pathname}`;
const page = document.documentElement;

function kept() {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

/** @type {(on: boolean) => void} */
function keep(on) {
  try {
    if (on) localStorage.setItem(KEY, "");
    else localStorage.removeItem(KEY);
  } catch {
    // Then they show on this page.
  }
}

/** @type {(on: boolean) => void} */
function show(on) {
  page.toggleAttribute("data-figures", on);
  for (const button of document.querySelectorAll("button[data-figures]")) {
    button.setAttribute("aria-pressed", String(on));
  }
}

document.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element && target.closest("button[data-figures]"))) return;
  const on = !page.hasAttribute("data-figures");
  keep(on);
  show(on);
});
addEventListener("storage", ({ key }) => key === KEY && show(kept()));
show(kept());
