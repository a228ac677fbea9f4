// Search by Pagefind. The index is fetched when the first word is typed, not before; that of a large
// site is in parts.
//
// Pagefind leaves out a word that it does not know, or takes the beginning of it for the whole. So
// each word is looked up first: one that is nowhere finds nothing, and is asked about.

import { base, carryOver, data, element, n, only, pushAddress, replaceAddress, root, sides, slash, t } from "./page.js";
import { fitting, instead, meant, wordsOf } from "./words_meant.js";

const STEP = 20;
const SNIPPET = 28;
const BEFORE = 8;

const input = /** @type {HTMLInputElement} */ (only("#q"));
const status = only("#found");
const none = only(".none");
const results = only("#results");
const more = only("#more");
/** @type {HTMLSelectElement[]} */
const narrowing = [...document.querySelectorAll(".narrowing select")].map((each) => /** @type {HTMLSelectElement} */ (each));
const titles = new Map(narrowing.flatMap((select) => [...select.options].map((each) => [each, each.text])));

/** @type {Promise<Pagefind> | undefined} */
let pagefind;
/** @type {PagefindResult[]} */
let found = [];
/** @type {string[]} */
let asked = [];
/** Which search this is: an older one may be answered later. */
let turn = 0;

/** @type {() => Promise<Pagefind>} */
async function index() {
  pagefind ??= import(new URL("pagefind/pagefind.js", root).href).then(async (engine) => {
    await engine.options({ baseUrl: root.pathname });
    const { parts = 1 } = (await data("pagefind/parts.json")) ?? {};
    const others = Array.from({ length: parts - 1 }, (_, at) => new URL(`pagefind/${at + 1}/`, root).href);
    await Promise.all(others.map((each) => engine.mergeIndex(each, { baseUrl: root.pathname })));
    // Without these there are no counts of what a choice would leave.
    await engine.filters();
    return engine;
  });
  return pagefind;
}

/** What is chosen, by facet. @type {() => Record<string, string>} */
const chosen = () => Object.fromEntries(narrowing.filter(({ value }) => value).map(({ name, value }) => [name, value]));

/**
 * This page's address with what is asked for in it. What others keep in the address stays.
 *
 * @type {() => URL}
 */
function address() {
  const url = new URL(location.href);
  /** @type {(name: string, value: string) => void} */
  const set = (name, value) => (value ? url.searchParams.set(name, value) : url.searchParams.delete(name));
  set("q", input.value.trim());
  for (const { name, value } of narrowing) set(name, value);
  return url;
}

/** Take what the address asks for. */
function read() {
  const { searchParams } = new URL(location.href);
  input.value = searchParams.get("q") ?? "";
  for (const select of narrowing) {
    const value = searchParams.get(select.name) ?? "";
    select.value = [...select.options].some((each) => each.value === value) ? value : "";
  }
}

async function search() {
  const mine = (turn += 1);
  asked = wordsOf(input.value);
  const filters = chosen();
  carryOver("search", address().search);
  const typed = input.value.trim();
  if (!typed && !Object.keys(filters).length) return clear();
  try {
    const engine = await index();
    const unknown = await unknownWords(engine, [...new Set(asked)]);
    const answer = await engine.search(asked.join(" ") || null, { filters });
    if (mine !== turn) return;
    // Signs alone are no words, and are nowhere.
    const nowhere = unknown.length > 0 || (typed !== "" && !asked.length);
    found = nowhere ? [] : answer.results;
    count(nowhere ? {} : answer.filters);
    status.textContent = found.length ? n("search.found", found.length) : t(typed ? "search.none" : "filter.none", { words: typed });
    if (!found.length) await help(unknown);
    if (mine !== turn) return;
    none.hidden = found.length > 0;
    results.replaceChildren();
    await grow();
  } catch {
    status.textContent = t("search.unavailable");
  }
}

function clear() {
  found = [];
  results.replaceChildren();
  none.hidden = true;
  more.hidden = true;
  status.textContent = "";
  count();
}

/**
 * Those of the words that are on no page, with what they may be meant for.
 *
 * @type {(engine: Pagefind, words: string[]) => Promise<[word: string, meant: string[]][]>}
 */
async function unknownWords(engine, words) {
  /** @type {[word: string, meant: string[]][]} */
  const unknown = [];
  for (const word of words) {
    const { results: exact } = await engine.search(`"${word}"`);
    if (exact.length) continue;
    const known = Object.entries((await data(new URL("lists/words.json", base).href)) ?? {});
    if (known.some(([each]) => each.startsWith(word))) continue;
    const within = known.filter(([each]) => fitting(word)(each)).sort((one, other) => other[1] - one[1]);
    unknown.push([word, within.length ? within.slice(0, 3).map(([each]) => each) : meant(word, known)]);
  }
  return unknown;
}

/**
 * Say behind each choice how many it would leave.
 *
 * @type {(counts?: Record<string, Record<string, number>>) => void}
 */
function count(counts) {
  for (const select of narrowing) {
    for (const option of select.options) {
      const left = counts?.[select.name]?.[option.value];
      const title = titles.get(option) ?? "";
      option.text = option.value && left ? `${title} (${left})` : title;
      option.disabled = Boolean(counts && option.value && !left && !option.selected);
    }
  }
}

/**
 * Where nothing is found: the words that may be meant, what there is without what was chosen, and
 * the way to the filters of all claims.
 *
 * @type {(unknown: [word: string, meant: string[]][]) => Promise<void>}
 */
async function help(unknown) {
  const parts = [];
  for (const [word, near] of unknown) {
    const line = element("p", {}, t("search.unknown", { words: word }));
    for (const [at, each] of near.entries()) {
      line.append(at ? " · " : ` ${t("filter.meant")} `, asking(each, instead(input.value, word, each)));
    }
    parts.push(line);
  }
  if (asked.length > 1 && unknown.length < asked.length) {
    for (const [word] of unknown) {
      const rest = instead(input.value, word, "").replace(/\s+/g, " ").trim();
      parts.push(element("p", {}, asking(t("search.without", { words: word }), rest)));
    }
  }
  if (!unknown.length && Object.keys(chosen()).length) {
    const link = asking(t("filter.clear"), input.value);
    link.addEventListener("click", () => narrowing.forEach((select) => (select.value = "")), { capture: true });
    parts.push(element("p", {}, link));
  }
  const all = new URL("claims/", base);
  all.search = String(new URLSearchParams(input.value.trim() ? { q: input.value.trim() } : {}));
  parts.push(element("p", {}, element("a", { href: all.href }, t("search.filters"))));
  none.replaceChildren(...parts);
}

/**
 * A link that looks for other words.
 *
 * @type {(text: string, words: string) => HTMLAnchorElement}
 */
function asking(text, words) {
  const link = document.createElement("a");
  const there = address();
  there.searchParams.set("q", words);
  link.href = there.href;
  link.append(text);
  link.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    input.value = words;
    step();
    input.focus();
  });
  return link;
}

async function grow() {
  const mine = turn;
  const from = results.children.length;
  const pages = await Promise.all(found.slice(from, from + STEP).map((each) => each.data()));
  if (mine !== turn) return;
  results.append(...pages.map(row));
  const rest = found.length - results.children.length;
  more.hidden = rest <= 0;
  more.textContent = t("search.more", { n: Math.min(rest, STEP) });
}

/** @type {(page: PagefindPage) => HTMLElement} */
function row({ url, meta }) {
  const link = element("a", { href: url }, meta.title);
  const about = element("p", { class: "num" }, meta.about ?? "");
  const { standing: word = "", stands = "", for: carried = "", against = "", outcome = "" } = meta;
  if (word && meta.about) about.append(" · ");
  if (stands) {
    const mark = sides([Number(carried), 0, Number(against), 0]);
    about.append(element("span", { class: "mark" }, element("span", { class: stands }, word.toLowerCase()), mark));
  } else {
    about.append(word.toLowerCase());
  }
  if (outcome) about.append(" ", element("span", { class: `outcome o-${meta.became}` }, outcome));
  const item = element("li", {}, link, about);
  const text = meta.note || meta.why;
  if (text) item.append(element("p", { class: "meta" }, ...snippet(text)));
  return item;
}

/**
 * A few words of a text around the first that was asked for, those that were marked.
 *
 * @type {(text: string) => (Node | string)[]}
 */
function snippet(text) {
  const fits = asked.map(fitting);
  const words = text.trim().split(/\s+/);
  const hits = words.map((word) => wordsOf(word).some((each) => fits.some((is) => is(each))));
  const from = Math.max(0, hits.indexOf(true) - BEFORE);
  /** @type {(Node | string)[]} */
  const parts = from ? ["… "] : [];
  for (let at = from; at < Math.min(words.length, from + SNIPPET); at += 1) {
    parts.push(hits[at] ? element("mark", {}, words[at]) : words[at], " ");
  }
  if (from + SNIPPET < words.length) parts.push("…");
  return parts;
}

/** Search, as a step that Back undoes. */
function step() {
  const url = address();
  if (url.search !== location.search) pushAddress(url);
  search();
}

/** @type {number | undefined} */
let typing;
input.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    replaceAddress(address());
    search();
  }, 150);
});
input.form?.addEventListener("submit", (event) => event.preventDefault());
for (const select of narrowing) select.addEventListener("change", step);
more.addEventListener("click", async () => {
  const from = results.children.length;
  await grow();
  /** @type {HTMLElement | null | undefined} */ (results.children[from]?.querySelector("a"))?.focus();
});
addEventListener("popstate", () => {
  read();
  search();
});

const key = /** @type {HTMLInputElement} */ (only("#slash input"));
key.checked = slash.on;
key.addEventListener("change", () => (slash.on = key.checked));
only("#slash").hidden = false;
const choices = /** @type {HTMLElement | null} */ (document.querySelector(".narrowing"));
if (choices) choices.hidden = false;
read();
if (input.value || Object.keys(chosen()).length) search();
