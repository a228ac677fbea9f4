// What is filled in, kept in this tab until it is closed: a reload or a step back loses nothing.
// It is the same in every language, and kept apart for each claim that it is about.

import { root } from "./page.js";

// What the form is about stands in the address.
const ELSEWHERE = new Set(["mode"]);
/** @type {(id: string) => string} */
const key = (id) => `betoog:add:${root.pathname}:${id}`;

/** @type {(form: HTMLFormElement, name: string) => Field | null} */
const fieldOf = (form, name) => /** @type {Field | null} */ (form.elements.namedItem(name));

/**
 * Keep what the form holds as what is about this claim; nothing where it is as it came.
 *
 * @type {(form: HTMLFormElement, id: string) => void}
 */
export function keepAnswers(form, id) {
  const given = Object.entries(held(form)).filter(([name, value]) => value !== unfilled(form, name));
  try {
    if (given.length) sessionStorage.setItem(key(id), JSON.stringify(Object.fromEntries(given)));
    else sessionStorage.removeItem(key(id));
  } catch {
    // Where storage is blocked or full, nothing is kept.
  }
}

/**
 * Forget what was kept about this claim.
 *
 * @type {(id: string) => void}
 */
export function forgetAnswers(id) {
  try {
    sessionStorage.removeItem(key(id));
  } catch {
    // Then nothing was kept.
  }
}

/**
 * Fill in what was kept about this claim; whether there was anything.
 *
 * @type {(form: HTMLFormElement, id: string) => boolean}
 */
export function restoreAnswers(form, id) {
  let kept;
  try {
    kept = Object.entries(JSON.parse(sessionStorage.getItem(key(id)) ?? "null") ?? {});
  } catch {
    return false;
  }
  // The storage is open to all that this host serves, and may hold what no form of ours put there.
  const names = new Set([...form.elements].map((each) => each.getAttribute("name")));
  const found = kept.filter(([name, value]) => names.has(name) && !ELSEWHERE.has(name) && typeof value === "string");
  for (const [name, value] of found) Object.assign(fieldOf(form, name) ?? {}, { value });
  return found.length > 0;
}

/** @type {(form: HTMLFormElement) => Texts} */
function held(form) {
  const all = [...new FormData(form)].filter(([name]) => !ELSEWHERE.has(name));
  return Object.fromEntries(all.map(([name, value]) => [name, String(value)]));
}

/**
 * What a field holds when nobody has filled it in.
 *
 * @type {(form: HTMLFormElement, name: string) => string}
 */
function unfilled(form, name) {
  const field = fieldOf(form, name);
  if (field instanceof RadioNodeList) {
    const buttons = /** @type {HTMLInputElement[]} */ ([...field]);
    return buttons.find((each) => each.defaultChecked)?.value ?? "";
  }
  if (field instanceof HTMLSelectElement) return field.options[0]?.value ?? "";
  return field?.defaultValue ?? "";
}
