// A field in which a reader picks a claim by some of its words, from the keyboard or by pointing.

import { n, only } from "./page.js";

const MOST = 12;
/** @type {(text: string) => string} */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * The claims of lists/claims.json by id, as a reader picks from them.
 *
 * @type {(file: ClaimsFile | null) => Map<string, Listed>}
 */
export function listedClaims(file) {
  const rows = /** @type {string[][]} */ (file?.claims ?? []);
  return new Map(rows.map(([id, label, sentence, lang]) => [id, { id, label, sentence, lang }]));
}

/**
 * Let a field pick from claims `{ id, label, sentence, lang }`; `picked` is told the id, or "".
 *
 * @type {(input: HTMLInputElement, claims: Listed[], picked: (id: string) => void) => { show: (id: string) => void }}
 */
export function picker(input, claims, picked) {
  const list = only(`[id="${input.getAttribute("aria-controls")}"]`);
  const status = only("[role=status]", input.form?.parentElement ?? document);
  const searched = claims.map((claim) => plain(`${claim.label} ${claim.sentence} ${claim.id}`));
  let active = -1;
  let chosen = "";

  function close() {
    list.hidden = true;
    list.replaceChildren();
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function open() {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    const found = claims.filter((_, place) => words.every((word) => searched[place].includes(word)));
    // What has a word in its label stands first; the order is else that of the lists.
    /** @type {(claim: Listed) => number} */
    const named = (claim) => Number(words.every((word) => plain(claim.label).includes(word)));
    found.sort((one, other) => named(other) - named(one));
    close();
    list.append(...found.slice(0, MOST).map(option));
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(found.length > 0));
    status.textContent = n("trace.choices", found.length);
  }

  /** @type {(claim: Listed, place: number) => HTMLElement} */
  function option(claim, place) {
    const row = document.createElement("li");
    row.id = `${list.id}-${place}`;
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", "false");
    row.dataset.id = claim.id;
    row.textContent = claim.sentence;
    if (claim.lang) row.lang = claim.lang;
    return row;
  }

  /** @type {(by: number) => void} */
  function move(by) {
    if (list.hidden) open();
    const rows = [...list.children];
    if (!rows.length) return;
    rows[active]?.setAttribute("aria-selected", "false");
    active = active < 0 && by < 0 ? rows.length - 1 : (active + by + rows.length) % rows.length;
    rows[active].setAttribute("aria-selected", "true");
    rows[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", rows[active].id);
  }

  /** @type {(id: string) => void} */
  function choose(id) {
    show(id);
    picked(id);
  }

  /**
   * Show a claim as the one that is picked; none for "".
   *
   * @type {(id: string) => void}
   */
  function show(id) {
    chosen = id;
    input.value = claims.find((claim) => claim.id === id)?.sentence ?? "";
    close();
  }

  /** @type {Record<string, () => void>} */
  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Escape: () => (list.hidden ? choose("") : show(chosen)),
    Enter() {
      if (list.hidden) return;
      const row = /** @type {HTMLElement} */ (list.children[active] ?? list.children[0]);
      choose(row.dataset.id ?? "");
    },
  };
  input.addEventListener("keydown", (event) => {
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  input.addEventListener("input", () => (input.value.trim() ? open() : choose("")));
  input.addEventListener("click", () => input.select());
  // Words that were not picked give way to what was.
  input.addEventListener("blur", () => show(chosen));
  // Before the field loses the focus.
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const row = event.target instanceof Element ? event.target.closest("[role=option]") : null;
    if (row instanceof HTMLElement) choose(row.dataset.id ?? "");
  });
  return { show };
}
