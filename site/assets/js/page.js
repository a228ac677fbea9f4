// The page a script runs on: where it stands, its words, and how to get at other claims.

const html = document.documentElement;

/** The language of the page, as in `nl`. */
export const language = html.lang;
/** The addresses of the site's root and of the folder of the page's language. */
export const root = new URL(html.dataset.root || "./", location.href);
export const base = new URL(html.dataset.base || "./", location.href);

const words = JSON.parse(document.querySelector("#words").textContent);
const plural = new Intl.PluralRules(language);

/** The words of this dotted name, with `{name}` filled in. */
export function t(name, values = {}) {
  const text = name.split(".").reduce((found, part) => found[part], words);
  return text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}

/** The words of this dotted name for a number. */
export function n(name, count, values = {}) {
  const forms = name.split(".").reduce((found, part) => found[part], words);
  const text = typeof forms === "string" ? forms : forms[plural.select(count)] ?? forms.other;
  return text.replace(/\{(\w+)\}/g, (whole, key) => ({ n: count, ...values })[key] ?? whole);
}

/** A strength with two decimals, as the pages write it. */
export function number(value) {
  return value.toFixed(2).replace(".", words.decimal);
}

/** A band as one number where it is closed, else as a range. */
export function band([lower, upper]) {
  const [low, high] = [number(lower), number(upper)];
  return low === high ? low : `${low}–${high}`;
}

/** A new element with these attributes and children; text stays text. */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** The id of the claim this page is about, or undefined. */
export const here = document.querySelector("main").dataset.claim;

/** The address of a claim's page. */
export function claimUrl(id) {
  return new URL(`claims/${id}/`, base);
}

/** The claim that a link within the site leads to, or undefined. */
export function claimOf(anchor) {
  const href = anchor.href?.baseVal ?? anchor.href;
  const url = new URL(href, location.href);
  if (!url.href.startsWith(base.href)) return undefined;
  return /^claims\/([^/]+)\/$/.exec(url.pathname.slice(base.pathname.length))?.[1];
}

/** What an address has behind its #: the id of a place, and the claims of a route (`via=a,b`). */
export function fragment(href = location.href) {
  // Some programs write commas in another way when they pass an address on.
  const parts = new URL(href).hash.slice(1).split(":~:")[0].replace(/%2C/gi, ",").split("&");
  const via = parts.find((part) => part.startsWith("via="))?.slice(4) ?? "";
  const place = parts.find((part) => part && !part.startsWith("via=")) ?? "";
  return { place, via: via.split(",").filter((id) => /^[a-z0-9-]+$/.test(id)) };
}

/** An address with this route in it, and all else that it held. */
export function withVia(href, via) {
  const url = new URL(href, location.href);
  const others = url.hash.slice(1).split("&").filter((part) => part && !part.startsWith("via="));
  url.hash = [...others, ...(via.length ? [`via=${via.join(",")}`] : [])].join("&");
  return url.href;
}

const pages = new Map();

/** The page of a claim as a document; asked for once. Null where there is none. */
export function claimPage(id) {
  if (!pages.has(id)) {
    const asked = fetch(claimUrl(id))
      .then((answer) => (answer.ok ? answer.text() : null))
      .then((text) => text && new DOMParser().parseFromString(text, "text/html"))
      .catch(() => null);
    pages.set(id, asked);
  }
  return pages.get(id);
}

/** Tell the other scripts that links to claims, or marks of standings, are new in the page. */
export function inserted(element) {
  element.dispatchEvent(new CustomEvent("betoog:inserted", { bubbles: true }));
}

const files = new Map();

/** A data file below the root; asked for once. Null where there is none. */
export function data(path) {
  if (!files.has(path)) {
    const asked = fetch(new URL(path, root))
      .then((answer) => (answer.ok ? answer.json() : null))
      .catch(() => null);
    files.set(path, asked);
  }
  return files.get(path);
}
