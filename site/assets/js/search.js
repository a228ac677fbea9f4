// Search by Pagefind. The index is fetched when the first word is typed, not before.

import { element, filled, sides } from "./page.js";

const input = /** @type {HTMLInputElement | null} */ (document.querySelector("#q"));
const results = /** @type {HTMLElement} */ (document.querySelector("#results"));
const found = /** @type {HTMLElement} */ (document.querySelector("#found"));
const root = new URL("../../", import.meta.url);
/** @type {Promise<Pagefind> | undefined} */
let pagefind;

/** @type {() => Promise<Pagefind>} */
async function index() {
  pagefind ??= import(new URL("pagefind/pagefind.js", root).href).then(async (engine) => {
    await engine.options({ baseUrl: root.pathname, excerptLength: 20 });
    return engine;
  });
  return pagefind;
}

/** @type {(field: HTMLInputElement) => Promise<void>} */
async function search({ value }) {
  const words = value.trim();
  const url = new URL(location.href);
  if (words) url.searchParams.set("q", words);
  else url.searchParams.delete("q");
  history.replaceState(null, "", url);
  if (!words) {
    results.replaceChildren();
    found.textContent = "";
    return;
  }
  try {
    const engine = await index();
    const answer = await engine.debouncedSearch(words, {}, 150);
    if (answer === null) return;
    const pages = await Promise.all(answer.results.slice(0, 20).map((each) => each.data()));
    const count = answer.results.length;
    const { none = "", one = "", other = "" } = found.dataset;
    const text = count === 0 ? none : count === 1 ? one : other;
    found.textContent = filled(text, { n: count, words });
    results.replaceChildren(...pages.map(row));
  } catch {
    found.textContent = found.dataset.unavailable ?? "";
  }
}

/** @type {(page: PagefindPage) => HTMLElement} */
function row(page) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = page.url;
  link.textContent = page.meta.title;
  const { standing: word = "", stands = "", for: carried = "", against = "" } = page.meta;
  const standing = element("span", { class: "num" }, " ");
  if (stands) {
    const mark = sides([Number(carried), 0, Number(against), 0]);
    standing.append(element("span", { class: "mark" }, element("span", { class: stands }, word.toLowerCase()), mark));
  } else {
    standing.append(word.toLowerCase());
  }
  const excerpt = document.createElement("p");
  excerpt.className = "meta";
  // Pagefind escapes the page's text and adds only <mark>.
  excerpt.innerHTML = page.excerpt;
  item.append(link, standing, excerpt);
  return item;
}

if (input) {
  input.value = new URL(location.href).searchParams.get("q") ?? "";
  input.addEventListener("input", () => search(input));
  input.form?.addEventListener("submit", (event) => event.preventDefault());
  if (input.value) search(input);
}
