// The page a script runs on: where it stands, its words, and how to get at other claims.

const html = document.documentElement;

/**
 * The element that the templates put there.
 *
 * @type {(selector: string, within?: ParentNode) => HTMLElement}
 */
export const only = (selector, within = document) => /** @type {HTMLElement} */ (within.querySelector(selector));

/** The language of the page, as in `nl`. */
export const language = html.lang;
/** The addresses of the site's root and of the folder of the page's language. */
export const root = new URL(html.dataset.root || "./", location.href);
export const base = new URL(html.dataset.base || "./", location.href);

const words = JSON.parse(only("#site-words").textContent);
const plural = new Intl.PluralRules(language);

/** @type {(name: string) => any} */
const found = (name) => name.split(".").reduce((within, part) => within[part], words);
/**
 * What a table has under a name of its own. Readers, addresses and files choose names, and every
 * object has some of which nobody thinks (`constructor`).
 *
 * @type {<T>(table: Record<string, T> | undefined, name: string) => T | undefined}
 */
export const entry = (table, name) => (table && Object.hasOwn(table, name) ? table[name] : undefined);
/**
 * A speaker by their present id, with their position, if they have one; an older id may have been asked for.
 *
 * @type {(asked: string) => Promise<{ speaker: string, position: PositionFile | undefined }>}
 */
export async function positionOf(asked) {
  /** @type {Record<string, PositionFile | string> | undefined} */
  const file = await data("positions.json");
  const held = entry(file, asked);
  const [speaker, position] = typeof held === "string" ? [held, entry(file, held)] : [asked, held];
  return { speaker, position: typeof position === "string" ? undefined : position };
}

/**
 * Let this page in the other languages be about the same: their links get this query, or what stands behind the #.
 *
 * @type {(part: "search" | "hash", value: string) => void}
 */
export function carryOver(part, value) {
  for (const link of document.querySelectorAll("header a[hreflang]")) {
    /** @type {HTMLAnchorElement} */ (link)[part] = value;
  }
}

/**
 * A text with `{name}` filled in.
 *
 * @type {(text: string, values: Values) => string}
 */
export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => String(entry(values, key) ?? whole));

/**
 * The words of this dotted name, with `{name}` filled in.
 *
 * @type {(name: string, values?: Values) => string}
 */
export function t(name, values = {}) {
  return filled(found(name), values);
}

/**
 * The words of this dotted name for a number.
 *
 * @type {(name: string, count: number, values?: Values) => string}
 */
export function n(name, count, values = {}) {
  const forms = found(name);
  const text = typeof forms === "string" ? forms : forms[plural.select(count)] ?? forms.other;
  return filled(text, { n: count, ...values });
}

/**
 * A share with one decimal, as the pages write it: halves go to the even digit.
 *
 * @type {(exact: number) => string}
 */
function tenth(exact) {
  // What a circle comes to is off by a rounding error, which decides no figure.
  const value = Math.round(exact * 1e9) / 1e9;
  // Halves are the odd numbers of quarters; all else is rounded alike everywhere.
  const low = Math.floor(value * 10);
  const text = (value * 4) % 2 === 1 ? ((low + (low % 2)) / 10).toFixed(1) : value.toFixed(1);
  return text.replace(".", words.decimal);
}

/** What parts bounds that are closer together is rounding, by which figures would be other ones. */
const NOTICEABLE = 1e-9;

/**
 * A band as one number where it is closed, else as a range.
 *
 * @type {(bounds: Pair) => string}
 */
export function tenths([lower, upper]) {
  if (upper - lower <= NOTICEABLE) return tenth((lower + upper) / 2);
  const [low, high] = [tenth(lower), tenth(upper)];
  return low === high ? low : `${low}–${high}`;
}

/**
 * A new element with these attributes and children; text stays text.
 *
 * @type {(name: string, attributes: Attributes, ...children: (Node | string)[]) => HTMLElement}
 */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

// ── Marks of standings, which templates/partials/marks.html describes ────────

/** The length of a full side. */
export const STEPS = 5;

/** The attributes of a mark, in the order in which lengths are given. */
const ATTRIBUTES = ["data-for", "data-for-open", "data-against", "data-against-open"];

/**
 * The length of a side for a share from 0 to 1: the nearest fifth, halves upwards.
 *
 * @type {(share: number) => number}
 */
const length = (share) => Math.floor(STEPS * Math.round(share * 1e9) / 1e9 + 0.5);

/**
 * The lengths of the mark for what is carried and what is taken: of each, what there is at least,
 * and what may come on top of it.
 *
 * @type {(carried: Pair, taken: Pair) => number[]}
 */
export const lengths = (...shares) =>
  shares.flatMap(([lower, upper]) => [length(lower), length(upper) - length(lower)]);

/**
 * Give a mark other lengths.
 *
 * @type {(mark: Element, steps: number[]) => void}
 */
export function draw(mark, steps) {
  for (const [at, name] of ATTRIBUTES.entries()) {
    if (steps[at] || !name.endsWith("open")) mark.setAttribute(name, String(steps[at]));
    else mark.removeAttribute(name);
  }
}

/**
 * The lengths that a mark has.
 *
 * @type {(mark: Element) => number[]}
 */
export const drawn = (mark) => ATTRIBUTES.map((name) => Number(mark.getAttribute(name) ?? 0));

/**
 * A mark of these lengths.
 *
 * @type {(steps: number[]) => HTMLElement}
 */
export function sides(steps) {
  const made = element("span", { class: "sides" });
  draw(made, steps);
  return made;
}

// ── Claims ───────────────────────────────────────────────────────────────────

/** The id of the claim this page is about, or undefined. */
export const here = only("main").dataset.claim;

/**
 * The ids that an address or a storage lists, with commas, blanks or both between them.
 *
 * @type {(text: string | null | undefined) => string[]}
 */
export const idsIn = (text) => (text ?? "").split(/[\s,]+/).filter(Boolean);

/**
 * The address of a claim's page.
 *
 * @type {(id: string) => URL}
 */
export function claimUrl(id) {
  return new URL(`claims/${id}/`, base);
}

/**
 * The address of a link, which may be one on a map.
 *
 * @type {(anchor: Element) => string}
 */
export function hrefOf(anchor) {
  const { href } = /** @type {HTMLAnchorElement | SVGAElement} */ (anchor);
  return typeof href === "string" ? href : href.baseVal;
}

/**
 * The claim that a link within the site leads to, or undefined.
 *
 * @type {(anchor: Element) => string | undefined}
 */
export function claimOf(anchor) {
  const url = new URL(hrefOf(anchor), location.href);
  if (!url.href.startsWith(base.href)) return undefined;
  return /^claims\/([^/]+)\/$/.exec(url.pathname.slice(base.pathname.length))?.[1];
}

/**
 * What an address has behind its #: the id of a place, and the claims of a route (`via=a,b`).
 *
 * @type {(href?: string) => { place: string, via: string[] }}
 */
export function fragment(href = location.href) {
  // Some programs write commas in another way when they pass an address on.
  const parts = new URL(href).hash.slice(1).split(":~:")[0].replace(/%2C/gi, ",").split("&");
  const via = parts.find((part) => part.startsWith("via="))?.slice(4) ?? "";
  const place = parts.find((part) => part && !part.startsWith("via=")) ?? "";
  return { place, via: via.split(",").filter((id) => /^[a-z0-9-]+$/.test(id)) };
}

/**
 * An address with this route in it, and all else that it held.
 *
 * @type {(href: string, via: string[]) => string}
 */
export function withVia(href, via) {
  const url = new URL(href, location.href);
  const others = url.hash.slice(1).split("&").filter((part) => part && !part.startsWith("via="));
  url.hash = [...others, ...(via.length ? [`via=${via.join(",")}`] : [])].join("&");
  return url.href;
}

/** @type {Map<string, Promise<Document | null>>} */
const pages = new Map();

/**
 * The page of a claim as a document; asked for once. Null where there is none.
 *
 * @type {(id: string) => Promise<Document | null>}
 */
export function claimPage(id) {
  const asked =
    pages.get(id) ??
    fetch(claimUrl(id))
      .then((answer) => (answer.ok ? answer.text() : null))
      .then((text) => (text ? new DOMParser().parseFromString(text, "text/html") : null))
      .catch(() => null);
  pages.set(id, asked);
  return asked;
}

/**
 * Tell the other scripts that links to claims, or marks of standings, are new in the page.
 *
 * @type {(place: Element) => void}
 */
export function inserted(place) {
  place.dispatchEvent(new CustomEvent("betoog:inserted", { bubbles: true }));
}

/** @type {Map<string, Promise<any>>} */
const files = new Map();

/**
 * A data file below the root; asked for once. Null where there is none.
 *
 * @type {(path: string) => Promise<any>}
 */
export function data(path) {
  const asked =
    files.get(path) ??
    fetch(new URL(path, root))
      .then((answer) => (answer.ok ? answer.json() : null))
      .catch(() => null);
  files.set(path, asked);
  return asked;
}

// ── Figures beside marks ─────────────────────────────────────────────────────

// Off, until a reader asks for them on every page. What one tap on a standing shows, and "In figures"
// on the page of a claim, need nothing of this.

const FIGURES = `betoog-figures ${root.pathname}`;

/** @type {(name: string) => boolean} */
function kept(name) {
  try {
    return localStorage.getItem(name) !== null;
  } catch {
    return false;
  }
}

/** @type {(name: string, on: boolean) => void} */
function keep(name, on) {
  try {
    if (on) localStorage.setItem(name, "");
    else localStorage.removeItem(name);
  } catch {
    // Then it is so on this page.
  }
}

/** @type {(on: boolean) => void} */
function show(on) {
  html.toggleAttribute("data-figures", on);
  for (const button of document.querySelectorAll("button[data-figures]")) {
    button.setAttribute("aria-pressed", String(on));
  }
}

document.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element && target.closest("button[data-figures]"))) return;
  const on = !html.hasAttribute("data-figures");
  keep(FIGURES, on);
  show(on);
});
addEventListener("storage", ({ key }) => key === FIGURES && show(kept(FIGURES)));
show(kept(FIGURES));

// ── The key / ────────────────────────────────────────────────────────────────

// It leads to the field of the page that searches, or opens one in its head. A key alone can be in
// the way of those who speak to their machine: so it can be switched off, where one searches.

const SLASH = `betoog-no-slash ${root.pathname}`;
const FIELDS = "input, textarea, select, [contenteditable], [role=textbox], dialog";

/** Whether the key leads to search. */
export const slash = {
  get on() {
    return !html.hasAttribute("data-no-slash");
  },
  set on(on) {
    keep(SLASH, !on);
    html.toggleAttribute("data-no-slash", !on);
  },
};
html.toggleAttribute("data-no-slash", kept(SLASH));

document.addEventListener("keydown", (event) => {
  const { target, key, ctrlKey, altKey, metaKey } = event;
  if (key !== "/" || ctrlKey || altKey || metaKey || event.isComposing || event.defaultPrevented || !slash.on) return;
  if (target instanceof Element && target.closest(FIELDS)) return;
  const field = document.querySelector("main form[role=search] input") ?? openedField();
  if (!(field instanceof HTMLInputElement)) return;
  event.preventDefault();
  field.focus();
  field.select();
});

/** A field in the place of the link to the search, for as long as it is used. */
function openedField() {
  const link = document.querySelector("header.top a.search");
  if (!(link instanceof HTMLAnchorElement)) return null;
  const field = element("input", { type: "search", name: "q", "aria-label": only("span", link).textContent ?? "" });
  const form = element("form", { role: "search", class: "search", action: link.href }, field);
  const close = () => form.isConnected && form.replaceWith(link);
  // The field goes when the focus has gone, and takes none with it.
  field.addEventListener("blur", () => setTimeout(close));
  field.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    close();
    link.focus();
  });
  link.replaceWith(form);
  return field;
}

/**
 * Browsers may refuse to write the address: in a frame that keeps others out, or where it is written
 * very often. What a reader does on the page goes on without.
 *
 * @type {(write: () => void) => void}
 */
function attempt(write) {
  try {
    write();
  } catch {
    // Then the address stays as it was, and Back leaves the page.
  }
}

/**
 * Write an address in place of the one that is there.
 *
 * @type {(url: string | URL, state?: unknown) => void}
 */
export const replaceAddress = (url, state = history.state) => attempt(() => history.replaceState(state, "", url));

/**
 * Write an address as a step that Back undoes.
 *
 * @type {(url: string | URL, state?: unknown) => void}
 */
export const pushAddress = (url, state = null) => attempt(() => history.pushState(state, "", url));

/**
 * Do what depends on a size, now and whenever it changes; where a browser observes no sizes, when that of the
 * window does.
 *
 * @type {(observed: Element, work: () => void) => void}
 */
export function whenResized(observed, work) {
  if (typeof ResizeObserver === "function") {
    new ResizeObserver(work).observe(observed);
    return;
  }
  work();
  addEventListener("resize", work);
}
