// The page that traces one claim to another: `?from=…&to=…`, without `to` to the theses.

import { listedClaims, picker } from "./claim_picker.js";
import { base, carryOver, claimPage, claimUrl, data, n, only, pushAddress, t, withVia } from "./page.js";
import { routes } from "./tracing.js";
import { OF_MARK } from "./vocabulary.js";

const form = only("main form");
const status = only(".found");
const list = only(".traced");
const rest = only(".rest");
const theses = (form.dataset.theses ?? "").split(",");
const [longest, shown, limit, budget] = ["longest", "shown", "counted", "budget"].map((name) => Number(form.dataset[name]));

/** @type {ClaimsFile | null} */
const file = await data(new URL("lists/claims.json", base).href);
const claims = listedClaims(file);
/** @type {number} */
let turn = 0;

/** @type {() => string[]} */
const asked = () => {
  const query = new URLSearchParams(location.search);
  return ["from", "to"].map((name) => (query.get(name) ?? "").trim());
};

/**
 * An element of this kind with this text.
 *
 * @type {(name: string, text?: string) => HTMLElement}
 */
function made(name, text = "") {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

/** @type {(text: string) => void} */
function say(text) {
  status.textContent = text;
}

/**
 * The id that a claim has by now: the page of an older one leads on to it.
 *
 * @type {(id: string) => Promise<string>}
 */
async function present(id) {
  if (!file || claims.has(id) || !/^[\w-]+$/.test(id)) return id;
  const leads = (await claimPage(id))?.querySelector("meta[http-equiv=refresh]")?.getAttribute("content");
  return /\/claims\/([^/]+)\/$/.exec(leads ?? "")?.[1] ?? id;
}

/** @type {() => Promise<void>} */
async function trace() {
  const now = (turn += 1);
  list.replaceChildren();
  rest.hidden = true;
  // The page in another language traces the same.
  carryOver("search", location.search);
  const [from, to] = await Promise.all(asked().map(present));
  if (now !== turn) return undefined;
  fields.forEach((field, place) => field.show([from, to][place]));
  if (!file) return say(t("trace.failed"));
  const unknown = [from, to].find((id) => id && !claims.has(id));
  if (unknown) return say(t("trace.unknown", { id: unknown }));
  if (!from) return say(t("trace.pick"));
  if (from === to) return say(t("trace.same"));
  if (!to && theses.includes(from)) return say(t("trace.thesis"));
  say(t("trace.loading"));
  const page = await claimPage(from);
  const name = page ? only("main", page).dataset.framework : undefined;
  const framework = name ? await data(`frameworks/${name}.json`) : { claims: [], links: [] };
  if (now !== turn) return undefined;
  if (!framework || name === undefined) return say(t("trace.failed"));
  /** @type {(start: string, ends: string[]) => FoundRoutes} */
  const search = (start, ends) => routes(framework, start, ends, { longest, limit, budget });
  let { found, more, givenUp } = search(from, to ? [to] : theses);
  let back = false;
  if (!found.length && !givenUp && to) {
    ({ found, more, givenUp } = search(to, [from]));
    back = found.length > 0;
  }
  const none = t(givenUp ? "trace.not_found" : "trace.none", { n: longest });
  const counted = more ? t("trace.many", { n: limit }) : n("trace.found", found.length);
  const count = givenUp ? n("trace.least", found.length) : counted;
  say(found.length ? (back ? `${t("trace.back")} ${count}` : count) : none);
  list.dataset.from = back ? to : from;
  await show(found.slice(0, shown), now);
  const others = found.slice(shown);
  if (now !== turn || !others.length) return undefined;
  const button = only("button", rest);
  button.textContent = n("trace.more", others.length);
  rest.hidden = false;
  button.onclick = async () => {
    rest.hidden = true;
    const place = list.children.length;
    await show(others, now);
    if (more) list.append(made("li", t("trace.over")));
    list.children[place]?.querySelector("a")?.focus();
  };
  return undefined;
}

/** @type {Set<string>} */
const told = new Set();

/**
 * Write routes out from their ends down, as a claim page does.
 *
 * @type {(found: Route[], now: number) => Promise<void>}
 */
async function show(found, now) {
  if (!list.children.length) told.clear();
  /** @type {Map<string, Document | null>} */
  const pages = new Map();
  const needed = [...new Set(found.flatMap((route) => route.claims.slice(0, -1)))];
  await Promise.all(needed.map(async (id) => pages.set(id, await claimPage(id))));
  if (now === turn) list.append(...found.map((route) => written(route, pages)));
}

/** @type {(route: Route, pages: Map<string, Document | null>) => HTMLElement} */
function written({ claims: way, links, kinds }, pages) {
  const item = document.createElement("li");
  const steps = document.createElement("ol");
  const down = [...way].reverse();
  down.forEach((id, place) => {
    const at = links.length - place;
    steps.append(step(id, down.slice(0, place), links[at], OF_MARK[kinds[at]], pages.get(id)));
  });
  item.append(made("h2", n("trace.steps", links.length)), steps);
  item.dataset.claims = way.join(",");
  item.dataset.links = kinds.map((kind) => OF_MARK[kind]).join(",");
  return item;
}

/**
 * @param {string} id
 * @param {string[]} via
 * @param {string} link
 * @param {string | undefined} kind
 * @param {Document | null | undefined} page
 */
function step(id, via, link, kind, page) {
  const row = document.createElement("li");
  const name = made("a", claims.get(id)?.label ?? id);
  name.setAttribute("href", withVia(claimUrl(id).href, theses.includes(via[0]) ? via : []));
  if (!kind) {
    row.append(name);
    return row;
  }
  const word = made("em", t(`word.${kind}`));
  word.className = `w-${kind}`;
  row.append(word, " ", name);
  // A warrant is given where it comes first.
  const key = `${id} ${link}`;
  const matter = page?.querySelector(`.matter[data-link="${CSS.escape(link)}"]`);
  if (matter && !told.has(key)) {
    told.add(key);
    const why = matter.querySelector(":scope > .hop > .why");
    if (why) row.append(document.importNode(why, true));
    const others = [...matter.querySelectorAll(":scope > .linked a")];
    if (others.length) row.append(together(others));
  }
  return row;
}

/**
 * The premises that carry a step only with this one.
 *
 * @type {(others: Element[]) => HTMLElement}
 */
function together(others) {
  const line = made("p", `${t("trace.together")} `);
  line.className = "meta";
  others.forEach((other, place) => {
    const id = /claims\/([^/]+)\//.exec(other.getAttribute("href") ?? "")?.[1] ?? "";
    const link = made("a", claims.get(id)?.label ?? id);
    link.setAttribute("href", claimUrl(id).href);
    line.append(place ? ", " : "", link);
  });
  return line;
}

const fields = ["from", "to"].map((name) =>
  picker(/** @type {HTMLInputElement} */ (only(`[id="${name}"]`)), [...claims.values()], (id) => {
    const url = new URL(location.href);
    if ((url.searchParams.get(name) ?? "") === id) {
      say("");
      return trace();
    }
    if (id) url.searchParams.set(name, id);
    else url.searchParams.delete(name);
    pushAddress(url);
    return trace();
  }),
);
addEventListener("popstate", trace);
form.addEventListener("submit", (event) => event.preventDefault());
await trace();
