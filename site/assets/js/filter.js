// The list of all claims, narrowed down in place. Without scripts the options lead to lists.
import { element, inserted, n, t } from "./page.js";
import { choose, claimRows } from "./claim-rows.js";

const STEP = 200;
const filters = document.querySelector("#filters");
const results = document.querySelector("#results");
const input = filters.querySelector("input");
const drawer = filters.querySelector("details");
const tally = drawer.querySelector("summary span");
const heading = results.querySelector("h2");
const chips = results.querySelector(".chips");
const list = results.querySelector(".rows");
const pager = results.querySelector(".pager");
const more = results.querySelector("button");
const status = results.querySelector("[role=status]");

/** The links of the options by `facet/key`, and the pages they lead to without scripts. */
const links = new Map();
const pages = new Map();
for (const link of filters.querySelectorAll("[data-option]")) {
  links.set(link.dataset.option, link);
  pages.set(link, link.href);
}
const names = [...new Set([...links.keys()].map((option) => option.split("/")[0]))];
const built = { heading: [...heading.childNodes], rows: [...list.children] };

/** What is chosen: words to look for, and options as `facet/key`. */
let choice = chosenIn(new URL(location));
let table = null;
let found = [];

function chosenIn(url) {
  const options = names.flatMap((name) =>
    (url.searchParams.get(name) ?? "").split(",").map((key) => `${name}/${key}`),
  );
  const words = url.searchParams.get("q") ?? "";
  return { words, options: options.filter((option) => links.has(option)) };
}

/** This page's address with a choice in it. What others keep in the address stays. */
function address({ words, options }) {
  const url = new URL(location);
  const set = (name, value) => (value ? url.searchParams.set(name, value) : url.searchParams.delete(name));
  for (const name of names) {
    const own = options.filter((option) => option.startsWith(`${name}/`));
    set(name, own.map((option) => option.slice(name.length + 1)).join());
  }
  set("q", words.trim());
  url.search = url.search.replaceAll("%2C", ",");
  return url;
}

function toggled(option) {
  const rest = choice.options.filter((each) => each !== option);
  return { ...choice, options: rest.length < choice.options.length ? rest : [...rest, option] };
}

const nothing = { words: "", options: [] };
const isEmpty = ({ words, options }) => !words.trim() && !options.length;

/** Show the claims of the choice. False where they are out of reach. */
async function show() {
  table ??= await claimRows();
  if (!table) return false;
  const numbers = new Map(table.options.map(({ name, key }, number) => [`${name}/${key}`, number]));
  const chosen = new Set(choice.options.map((option) => numbers.get(option)));
  const answer = choose(table, choice.words, chosen);
  found = answer.found;
  for (const [option, link] of links) mark(option, link, answer.counts[numbers.get(option)]);
  showChips(numbers);
  showRows();
  return true;
}

function mark(option, link, count) {
  const on = choice.options.includes(option);
  link.querySelector(".num").textContent = count;
  // An option that would leave nothing leads nowhere.
  if (on || count) link.href = address(toggled(option));
  else link.removeAttribute("href");
  if (on) link.setAttribute("aria-current", "true");
  else link.removeAttribute("aria-current");
  const fold = link.closest("details");
  if (on && fold !== drawer) fold.open = true;
}

function showChips(numbers) {
  const chip = (words, next, sign = "") => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = address(next);
    link.append(words, sign);
    if (sign) link.setAttribute("aria-label", t("filter.remove", { title: words }));
    link.addEventListener("click", (event) => follow(event, next));
    item.append(link);
    return item;
  };
  const items = choice.options.map((option) => {
    const { facetTitle, title } = table.options[numbers.get(option)];
    return chip(`${facetTitle}: ${title}`, toggled(option), " ×");
  });
  const words = choice.words.trim();
  if (words) items.unshift(chip(t("filter.quoted", { words }), { ...choice, words: "" }, " ×"));
  if (items.length) items.push(chip(t("filter.clear"), nothing));
  chips.replaceChildren(...items);
}

function showRows() {
  const empty = isEmpty(choice);
  const words = n("filter.found", found.length);
  if (pager) pager.hidden = !empty;
  tally.textContent = empty ? "" : words;
  if (empty) {
    heading.replaceChildren(...built.heading);
    list.replaceChildren(...built.rows);
    more.hidden = true;
  } else {
    const whole = document.createElement("small");
    whole.textContent = t("filter.of", { n: table.claims.length });
    heading.replaceChildren(words, " ", whole);
    list.replaceChildren();
    grow();
  }
  inserted(list);
  say(empty ? n("filter.found", table.claims.length) : found.length ? words : t("filter.none"));
}

function grow() {
  const from = list.children.length;
  list.append(...found.slice(from, from + STEP).map(row));
  const rest = found.length - list.children.length;
  more.hidden = rest <= 0;
  more.textContent = t("filter.more", { n: Math.min(rest, STEP) });
  return list.children[from];
}

/** A claim as the pages list it. */
function row({ id, sentence, language, strength, implicit, options }) {
  const title = (name) => table.options[options.find((each) => table.options[each].name === name)];
  const link = document.createElement("a");
  link.href = `${document.documentElement.dataset.base}claims/${id}/`;
  link.append(sentence);
  if (language) link.replaceChildren(span(sentence, { lang: language }));
  const mark = span("", { class: "num" });
  const parts = [link, " "];
  if (strength) {
    const standing = title("standing");
    parts.push(span(`${title("kind").title} · `, { class: "num" }));
    mark.dataset.standingOf = id;
    const word = span(standing.title.toLowerCase(), { class: `s-${standing.key}` });
    const figure = span(strength, { class: "figure" });
    mark.append(element("span", { class: "mark" }, word, " ", figure));
  } else {
    mark.append(title("kind").title);
  }
  if (implicit) mark.append(` · ${t("filter.unstated")}`);
  const item = document.createElement("li");
  item.append(...parts, mark);
  return item;
}

function span(text, attributes) {
  const made = document.createElement("span");
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text) made.append(text);
  return made;
}

let saying;

/** Say how many, once the reader has stopped typing. */
function say(words) {
  clearTimeout(saying);
  saying = setTimeout(() => (status.textContent = words), 400);
}

/** Take another choice, as a step that Back undoes. */
async function follow(event, next) {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const page = pages.get(event.currentTarget);
  const hadFocus = chips.contains(document.activeElement);
  keepWords();
  choice = next ?? toggled(event.currentTarget.dataset.option);
  if (choice.words !== input.value) input.value = choice.words;
  if (!(await show())) return location.assign(page);
  const url = address(choice);
  if (url.search !== location.search) history.pushState(null, "", url);
  if (hadFocus) (chips.querySelector("a") ?? heading).focus();
}

let keeping;

/** Write the words into the address: one step in the history for as long as they are typed. */
function keepWords() {
  clearTimeout(keeping);
  const url = address(choice);
  if (url.search === location.search) return;
  if (history.state?.typed) history.replaceState(history.state, "", url);
  else history.pushState({ typed: true }, "", url);
}

for (const link of links.values()) link.addEventListener("click", (event) => follow(event));
input.addEventListener("input", async () => {
  choice = { ...choice, words: input.value };
  clearTimeout(keeping);
  keeping = setTimeout(keepWords, 400);
  if (!(await show())) status.textContent = t("filter.unavailable");
});
input.addEventListener("change", keepWords);
input.form.addEventListener("submit", (event) => {
  event.preventDefault();
  keepWords();
});
more.addEventListener("click", () => {
  const first = grow();
  inserted(list);
  first.querySelector("a").focus();
});
addEventListener("popstate", () => {
  const before = address(choice).search;
  choice = chosenIn(new URL(location));
  input.value = choice.words;
  if (address(choice).search !== before) show();
});
drawer.addEventListener("toggle", () => {
  // Folded away from far below its head, it leaves the reader at the claims, not beyond them.
  if (!drawer.open && drawer.getBoundingClientRect().top < 0) drawer.scrollIntoView();
});
for (const sign of ["pointerenter", "focusin"]) filters.addEventListener(sign, claimRows, { once: true });

input.form.hidden = false;
input.value = choice.words;
if (!isEmpty(choice)) show();
