// The list of all claims, narrowed down in place. Without scripts the options lead to lists.
import {
  base,
  carryOver,
  element,
  inserted,
  language as written,
  n,
  only,
  pushAddress,
  replaceAddress,
  sides,
  t,
} from "./page.js";
import { choose, inOrder, unknownWords } from "./claim_choice.js";
import { claimRows } from "./claim-rows.js";
import { instead } from "./words_meant.js";

const STEP = 200;
const filters = only("#filters");
const results = only("#results");
const input = /** @type {HTMLInputElement} */ (only("input", filters));
const form = /** @type {HTMLFormElement} */ (input.form);
const drawer = /** @type {HTMLDetailsElement} */ (only("details", filters));
const tally = only("summary span", drawer);
const heading = only("h2", results);
const chips = only(".chips", results);
const list = only(".rows", results);
const pager = /** @type {HTMLElement | null} */ (results.querySelector(".pager"));
const orders = /** @type {HTMLSelectElement} */ (only("select", results));
const none = only(".none", results);
// Standings in the rows are buttons, too.
const more = only(":scope > button", results);
const status = only("[role=status]", results);

/**
 * The links of the options by `facet/key`, and the pages they lead to without scripts.
 *
 * @type {Map<string, HTMLAnchorElement>}
 */
const links = new Map();
/** @type {Map<EventTarget | null, string>} */
const pages = new Map();
for (const each of filters.querySelectorAll("[data-option]")) {
  const link = /** @type {HTMLAnchorElement} */ (each);
  links.set(link.dataset.option ?? "", link);
  pages.set(link, link.href);
}
const names = [...new Set([...links.keys()].map((option) => option.split("/")[0]))];
const built = { heading: [...heading.childNodes], rows: [...list.children] };

/**
 * What is chosen: words to look for, and options as `facet/key`.
 *
 * @type {Choice}
 */
let choice = chosenIn(new URL(location.href));
/** @type {ClaimTable | null} */
let table = null;
/** @type {ClaimRow[]} */
let found = [];

/** What there is to choose from, once it has been fetched. */
const rows = () => /** @type {ClaimTable} */ (table);

/** @type {(url: URL) => Choice} */
function chosenIn(url) {
  const options = names.flatMap((name) =>
    (url.searchParams.get(name) ?? "").split(",").map((key) => `${name}/${key.trim()}`),
  );
  const words = url.searchParams.get("q") ?? "";
  const order = url.searchParams.get("sort") ?? "";
  return {
    words,
    options: options.filter((option) => links.has(option)),
    order: [...orders.options].some(({ value }) => value === order) ? order : "",
  };
}

/**
 * This page's address with a choice in it. What others keep in the address stays.
 *
 * @type {(choice: Choice) => URL}
 */
function address({ words, options, order }) {
  const url = new URL(location.href);
  /** @type {(name: string, value: string) => void} */
  const set = (name, value) => (value ? url.searchParams.set(name, value) : url.searchParams.delete(name));
  for (const name of names) {
    const own = options.filter((option) => option.startsWith(`${name}/`));
    set(name, own.map((option) => option.slice(name.length + 1)).join());
  }
  set("q", words.trim());
  set("sort", order);
  url.search = url.search.replaceAll("%2C", ",");
  return url;
}

/** @type {(option: string) => Choice} */
function toggled(option) {
  const rest = choice.options.filter((each) => each !== option);
  return { ...choice, options: rest.length < choice.options.length ? rest : [...rest, option] };
}

/** @type {() => Choice} */
const nothing = () => ({ ...choice, words: "", options: [] });
/** @type {(choice: Choice) => boolean} */
const isEmpty = ({ words, options, order }) => !words.trim() && !options.length && !order;
/** @type {(options: string[]) => Set<number>} */
const numbersOf = (options) => new Set(options.map((option) => rows().numbers.get(option) ?? -1));

/** Show the claims of the choice. False where they are out of reach. */
async function show() {
  table ??= await claimRows();
  if (!table) return false;
  const answer = choose(table, choice.words, numbersOf(choice.options));
  found = inOrder(answer.found, choice.order, written);
  for (const [option, link] of links) mark(option, link, answer.counts[table.numbers.get(option) ?? -1]);
  showChips();
  showRows();
  carry();
  return true;
}

/** @type {(option: string, link: HTMLAnchorElement, count: number) => void} */
function mark(option, link, count) {
  const on = choice.options.includes(option);
  only(".num", link).textContent = String(count ?? "");
  // An option that would leave nothing leads nowhere.
  if (on || count) link.href = address(toggled(option)).href;
  else link.removeAttribute("href");
  if (on) link.setAttribute("aria-current", "true");
  else link.removeAttribute("aria-current");
  const fold = link.closest("details");
  if (on && fold && fold !== drawer) fold.open = true;
}

/**
 * A link that takes another choice.
 *
 * @type {(words: string, next: Choice) => HTMLAnchorElement}
 */
function choosing(words, next) {
  const link = document.createElement("a");
  link.href = address(next).href;
  link.append(words);
  link.addEventListener("click", (event) => follow(event, next));
  return link;
}

/** @type {(option: string) => string} */
function titleOf(option) {
  const { facetTitle, title } = rows().options[rows().numbers.get(option) ?? -1];
  return `${facetTitle}: ${title}`;
}

function showChips() {
  /** @type {(words: string, next: Choice, sign?: string) => HTMLElement} */
  const chip = (words, next, sign = "") => {
    const link = choosing(words, next);
    link.append(sign);
    if (sign) link.setAttribute("aria-label", t("filter.remove", { title: words }));
    return element("li", {}, link);
  };
  const items = choice.options.map((option) => chip(titleOf(option), toggled(option), " ×"));
  const words = choice.words.trim();
  if (words) items.unshift(chip(t("filter.quoted", { words }), { ...choice, words: "" }, " ×"));
  if (items.length) items.push(chip(t("filter.clear"), nothing()));
  chips.replaceChildren(...items);
}

/** Where nothing is left: what the words may be meant for, and what there is without one filter. */
function showWaysOut() {
  none.hidden = found.length > 0;
  results.classList.toggle("nothing-left", !found.length);
  if (found.length) return none.replaceChildren();
  const words = choice.words.trim();
  const unknown = unknownWords(rows(), words);
  const parts = unknown.length ? [] : [element("p", {}, t("filter.none"))];
  for (const [word, near] of unknown) {
    const line = element("p", {}, t("filter.unknown", { words: word }));
    for (const [at, each] of near.entries()) {
      line.append(at ? " · " : ` ${t("filter.meant")} `, choosing(each, { ...choice, words: instead(choice.words, word, each) }));
    }
    parts.push(line);
  }
  const ways = [
    ...choice.options.map((option) => ({ left: titleOf(option), next: toggled(option) })),
    ...(words ? [{ left: t("filter.quoted", { words }), next: { ...choice, words: "" } }] : []),
  ].map((way) => ({ ...way, count: choose(rows(), way.next.words, numbersOf(way.next.options)).found.length }));
  const leading = choice.options.length ? ways.filter(({ count }) => count) : [];
  if (leading.length) {
    const items = leading.map(({ left, next, count }) =>
      element("li", {}, choosing(t("filter.without", { title: left }), next), ` ${n("filter.found", count)}`),
    );
    parts.push(element("p", {}, t("filter.ways_out")), element("ul", { class: "plain" }, ...items));
  }
  if (words) {
    const further = new URL(`search/?${new URLSearchParams({ q: words })}`, base).href;
    parts.push(element("p", {}, element("a", { href: further }, t("filter.in_notes", { words }))));
  }
  none.replaceChildren(...parts);
}

/** Let the other languages have the same choice. */
function carry() {
  carryOver("search", address(choice).search);
}

function showRows() {
  const empty = isEmpty(choice);
  const words = n("filter.found", found.length);
  if (pager) pager.hidden = !empty;
  tally.textContent = empty ? "" : words;
  orders.value = choice.order;
  showWaysOut();
  if (empty) {
    heading.replaceChildren(...built.heading);
    list.replaceChildren(...built.rows);
    more.hidden = true;
  } else {
    const whole = document.createElement("small");
    whole.textContent = t("filter.of", { n: rows().claims.length });
    heading.replaceChildren(words, ...(found.length < rows().claims.length ? [" ", whole] : []));
    list.replaceChildren();
    grow();
  }
  inserted(list);
  say(empty ? n("filter.found", rows().claims.length) : found.length ? words : t("filter.none"));
}

/** @type {() => Element} */
function grow() {
  const from = list.children.length;
  list.append(...found.slice(from, from + STEP).map(row));
  const rest = found.length - list.children.length;
  more.hidden = rest <= 0;
  more.textContent = t("filter.more", { n: Math.min(rest, STEP) });
  return list.children[from];
}

/**
 * A claim as the pages list it.
 *
 * @type {(claim: ClaimRow) => HTMLElement}
 */
function row({ id, sentence, language, mark: lengths, figures, close, implicit, options, date }) {
  /** @type {(name: string) => FacetOption} */
  const title = (name) => rows().options[options.find((each) => rows().options[each].name === name) ?? -1];
  const link = document.createElement("a");
  link.href = `${document.documentElement.dataset.base}claims/${id}/`;
  link.append(sentence);
  if (language) link.replaceChildren(span(sentence, { lang: language }));
  const note = span("", { class: "num" });
  /** @type {(Node | string)[]} */
  const parts = [link, " "];
  if (lengths.length) {
    const standing = title("standing");
    parts.push(span(`${title("kind").title} · `, { class: "num" }));
    note.dataset.standingOf = id;
    const word = span(standing.title.toLowerCase(), { class: `s-${standing.key}` });
    note.append(element("span", { class: "mark" }, word, sides(lengths), span(`: ${figures}`, { class: "figure" })));
    if (close) note.append(" ", span(t("filter.close"), { class: "close" }));
  } else {
    note.append(title("kind").title);
  }
  if (implicit) note.append(` · ${t("filter.unstated")}`);
  const item = document.createElement("li");
  item.append(...parts, note);
  const outcome = title("outcome");
  if (outcome && !["open", "unjudged"].includes(outcome.key)) {
    const sign = span(t(`outcome_sign.${outcome.key}`), { "aria-hidden": "true" });
    item.append(" ", element("span", { class: `outcome o-${outcome.key}` }, sign, ` ${outcome.title}`));
  }
  if (choice.order === "date" && date) item.append(element("span", { class: "num" }, ` · ${day(date)}`));
  return item;
}

/**
 * A date of one of three precisions in words.
 *
 * @type {(date: string) => string}
 */
function day(date) {
  const [, month, number] = date.split("-");
  const when = new Date(date);
  if (Number.isNaN(when.valueOf())) return date;
  /** @type {Intl.DateTimeFormatOptions} */
  const shown = { timeZone: "UTC", year: "numeric" };
  if (month) shown.month = "long";
  if (number) shown.day = "numeric";
  return new Intl.DateTimeFormat(written, shown).format(when);
}

/** @type {(text: string, attributes: Attributes) => HTMLElement} */
function span(text, attributes) {
  const made = document.createElement("span");
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  if (text) made.append(text);
  return made;
}

/** @type {number | undefined} */
let saying;

/**
 * Say how many, once the reader has stopped typing.
 *
 * @type {(words: string) => void}
 */
function say(words) {
  clearTimeout(saying);
  saying = setTimeout(() => (status.textContent = words), 400);
}

/**
 * Take another choice, as a step that Back undoes.
 *
 * @type {(event: MouseEvent, next?: Choice) => Promise<void>}
 */
async function follow(event, next) {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const link = /** @type {HTMLElement} */ (event.currentTarget);
  const page = pages.get(link) ?? "";
  const hadFocus = [chips, none].some((place) => place.contains(document.activeElement));
  keepWords();
  choice = next ?? toggled(link.dataset.option ?? "");
  if (choice.words !== input.value) input.value = choice.words;
  if (!(await show())) return location.assign(page);
  const url = address(choice);
  if (url.search !== location.search) pushAddress(url);
  if (hadFocus) (chips.querySelector("a") ?? heading).focus();
}

/** @type {number | undefined} */
let keeping;

/** Write the words into the address: one step in the history for as long as they are typed. */
function keepWords() {
  clearTimeout(keeping);
  const url = address(choice);
  if (url.search === location.search) return;
  if (history.state?.typed) replaceAddress(url);
  else pushAddress(url, { typed: true });
}

for (const link of links.values()) link.addEventListener("click", (event) => follow(event));
input.addEventListener("input", async () => {
  choice = { ...choice, words: input.value };
  clearTimeout(keeping);
  keeping = setTimeout(keepWords, 400);
  if (!(await show())) status.textContent = t("filter.unavailable");
});
orders.addEventListener("change", async () => {
  choice = { ...choice, order: orders.value };
  if (await show()) pushAddress(address(choice));
  else status.textContent = t("filter.unavailable");
});
input.addEventListener("change", keepWords);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  keepWords();
});
more.addEventListener("click", () => {
  const first = grow();
  inserted(list);
  only("a", first).focus();
});
addEventListener("popstate", () => {
  const before = address(choice).search;
  choice = chosenIn(new URL(location.href));
  input.value = choice.words;
  if (address(choice).search !== before) show();
});
drawer.addEventListener("toggle", () => {
  // Folded away from far below its head, it leaves the reader at the claims, not beyond them.
  if (!drawer.open && drawer.getBoundingClientRect().top < 0) drawer.scrollIntoView();
});
for (const sign of ["pointerenter", "focusin"]) filters.addEventListener(sign, claimRows, { once: true });

form.hidden = false;
only(".order", results).hidden = false;
input.value = choice.words;
if (!isEmpty(choice)) show();
