// A table in which one compares: its rows are narrowed down by words and choices, and put in the
// order of a column. Without scripts all rows are there, in the order in which the build put them.
import { element, language, only, replaceAddress } from "./page.js";
import { fitting, wordsOf } from "./words_meant.js";

const form = /** @type {HTMLFormElement} */ (only("form.narrow"));
const table = only("table.compare");
const body = /** @type {HTMLTableSectionElement} */ (only("tbody", table));
const fields = /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */ (form.querySelectorAll("[name]"));
const status = only("[role=status]", form);
const order = /** @type {HTMLSelectElement} */ (only("[name=sort]", form));
const heads = /** @type {HTMLTableCellElement[]} */ ([...table.querySelectorAll("thead [data-column]")]);
const rows = /** @type {HTMLTableRowElement[]} */ ([...body.rows]);
const texts = new Map(rows.map((row) => [row, wordsOf(row.textContent)]));
const collator = new Intl.Collator(language, { numeric: true });
const plural = new Intl.PluralRules(language);
/** @type {HTMLButtonElement | null} */
const more = document.querySelector(".more-rows");
/** How many rows stand there at once. */
const STEP = 50;
let most = STEP;
/** The column by which the build put the rows in order. */
const first = heads.find((head) => head.ariaSort)?.dataset.column ?? "";

/** @type {(row: HTMLTableRowElement, at: number) => string} */
const key = (row, at) => row.cells[at].dataset.key ?? row.cells[at].textContent.trim();

/**
 * Of two rows, which comes first in a column: words from A, dates and numbers from the greatest, and
 * what says nothing last.
 *
 * @type {(at: number) => (one: HTMLTableRowElement, other: HTMLTableRowElement) => number}
 */
const inOrder = (at) => (one, other) => {
  const [a, b] = [key(one, at), key(other, at)];
  if (!a || !b) return Number(!a) - Number(!b);
  return one.cells[at].dataset.key === undefined ? collator.compare(a, b) : collator.compare(b, a);
};

/** @type {(column: string) => void} */
function sort(column) {
  for (const head of heads) {
    const here = head.dataset.column === column;
    const words = !rows[0] || rows[0].cells[head.cellIndex].dataset.key === undefined;
    if (here) head.ariaSort = words ? "ascending" : "descending";
    else head.removeAttribute("aria-sort");
    if (here) body.append(...(column === first ? rows : rows.toSorted(inOrder(head.cellIndex))));
  }
  order.value = column;
}

/** @type {(row: HTMLTableRowElement, chosen: [string, string][]) => boolean} */
function fits(row, chosen) {
  const words = texts.get(row) ?? [];
  return chosen.every(([name, value]) =>
    name === "q"
      ? wordsOf(value).every((asked) => words.some(fitting(asked)))
      : (row.dataset[name] ?? "").split(" ").includes(value),
  );
}

/** What the form says, without what it leaves open. @type {() => [string, string][]} */
const said = () =>
  [...new FormData(form)].flatMap(([name, value]) => (value && !(name === "sort" && value === first) ? [[name, String(value)]] : []));

/** Show what the form says, and let the address say it too. */
function narrow() {
  const chosen = said().filter(([name]) => name !== "sort");
  const found = [...body.rows].filter((row) => fits(row, chosen));
  const left = found.length;
  const shown = new Set(found.slice(0, most));
  for (const row of rows) row.hidden = !shown.has(row);
  if (more) {
    more.hidden = left <= most;
    more.textContent = (more.dataset.more ?? "").replace("{n}", String(left - most));
  }
  const { one = "", other = "", none = "" } = status.dataset;
  const words = left ? (plural.select(left) === "one" ? one : other) : none;
  status.textContent = chosen.length ? words.replace("{n}", String(left)) : "";
  const url = new URL(location.href);
  // What others put into the address stays there.
  for (const { name } of fields) url.searchParams.delete(name);
  for (const [name, value] of said()) url.searchParams.set(name, value);
  if (url.href !== location.href) replaceAddress(url);
}

for (const head of heads) {
  const column = head.dataset.column ?? "";
  order.append(element("option", { value: column }, head.textContent));
  const button = element("button", { type: "button" }, ...head.childNodes);
  button.addEventListener("click", () => {
    sort(column);
    narrow();
  });
  head.append(button);
}
const asked = new URL(location.href).searchParams;
for (const field of fields) {
  field.value = asked.get(field.name) ?? "";
  // What the address asks for and is not there chooses nothing.
  if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.selectedIndex = 0;
}
sort(heads.some((head) => head.dataset.column === asked.get("sort")) ? (asked.get("sort") ?? first) : first);
form.hidden = false;
narrow();
more?.addEventListener("click", () => {
  const before = new Set([...body.rows].filter((row) => !row.hidden));
  most = Infinity;
  narrow();
  const next = [...body.rows].find((row) => !row.hidden && !before.has(row));
  if (next) only("a", next).focus();
});
form.addEventListener("input", () => {
  most = STEP;
  sort(order.value);
  narrow();
});
form.addEventListener("submit", (event) => event.preventDefault());
