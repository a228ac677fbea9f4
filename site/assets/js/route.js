// The route by which the reader came: kept in the fragment, shown above the claim, and handed on
// by every link to a claim. `#via=a,b` holds the claims from the thesis down to the one before.

import { claimOf, claimPage, element, fragment, here, hrefOf, n, only, replaceAddress, t, withVia } from "./page.js";

const MOST = 24;
/** The way up from this claim, as a sentence; what it begins with stands before it as well. */
const nav = document.querySelector("nav.route ol[data-route=up]");
const parent = document.querySelector("nav.route [data-parent]");
const summary = document.querySelector("nav.route summary");
/** @type {(list: string[]) => string[]} */
const ids = (list) => list.filter(Boolean).map((each) => each.trim());
/** @type {<T>(list: T[]) => T | undefined} */
const last = (list) => list[list.length - 1];

/**
 * The claims of a written-out route, from the thesis down.
 *
 * @type {(list: Element, page?: Document) => string[]}
 */
function claimsIn(list, page = document) {
  const rows = [...list.children];
  // Of a long route, its middle is left out: what stands before that leads to nothing here.
  const whole = rows.slice(rows.findIndex((row) => row.classList.contains("gap")) + 1);
  const claims = whole.map((row) => {
    const link = row.querySelector("a[href]");
    return link ? claimIn(link, page) : here;
  });
  return /** @type {string[]} */ (claims);
}

/**
 * The claims of the way up from this one, from the thesis down; of a long way, the near part.
 *
 * @type {(list: Element) => string[]}
 */
function claimsUp(list) {
  const rows = [...list.children];
  const far = rows.findIndex((row) => row.classList.contains("gap"));
  const near = far < 0 ? rows : rows.slice(0, far);
  return near.flatMap((row) => claimOf(only("a", row)) ?? []).reverse();
}

/**
 * The claim a link leads to; links of a fetched page have no address of their own.
 *
 * @type {(link: Element, page: Document) => string | undefined}
 */
function claimIn(link, page) {
  if (page === document) return claimOf(link);
  return /claims\/([^/]+)\/(?:$|#)/.exec(link.getAttribute("href") ?? "")?.[1];
}

/**
 * The way in which a claim bears on the one above it, as its own page tells; or undefined.
 *
 * @type {(id: string, page: Document) => string | undefined}
 */
function relationTo(id, page) {
  const rows = page.querySelectorAll(".matter[data-relation], ul.plain[data-relation] > li");
  for (const row of rows) {
    const link = row.querySelector("a[href]");
    if (!link || claimIn(link, page) !== id) continue;
    return /** @type {HTMLElement} */ (row.closest("[data-relation]")).dataset.relation;
  }
  return undefined;
}

/**
 * The route as rows of name and relation, where every step of it exists; else null.
 *
 * @type {(via: string[]) => Promise<RouteRow[] | null>}
 */
async function checked(via) {
  if (!via.length || via.length > MOST || new Set([...via, here]).size <= via.length) return null;
  const pages = (await Promise.all(via.map(claimPage))).filter((page) => page !== null);
  if (pages.length < via.length || !pages[0].querySelector("[data-thesis]")) return null;
  pages.push(document);
  const rows = pages.map((page, place) => ({
    id: via[place] ?? here,
    label: only("main", page).dataset.label ?? "",
    relation: place ? relationTo(via[place - 1], page) : "",
  }));
  return rows.every(({ relation }) => relation !== undefined) ? /** @type {RouteRow[]} */ (rows) : null;
}

/**
 * What the claim at a place of a route is to the one above it, which is named with a link.
 *
 * @type {(rows: RouteRow[], place: number) => (Node | string)[]}
 */
function joined(rows, place) {
  const { relation } = rows[place];
  const role = element("em", { class: `w-${relation}` }, t(`role.${relation}`));
  const { id, label } = rows[place - 1];
  const to = withVia(new URL(`../${id}/`, location.href.split(/[?#]/)[0]).href, via.slice(0, place - 1));
  const [before, after] = t("quotation").split("{}");
  return [role, ` ${before}`, element("a", { href: to }, label), after];
}

/** @type {(rows: RouteRow[]) => void} */
function show(rows) {
  const steps = rows.length - 1;
  const items = rows.slice(1).map((_, at) => {
    const begins = t(at ? "route.then" : "route.first");
    return element("li", {}, `${begins} `, ...joined(rows, steps - at), at < steps - 1 ? "," : ".");
  });
  nav?.replaceChildren(...items.flatMap((item) => [item, "\n"]));
  parent?.replaceChildren(...joined(rows, steps));
  summary?.replaceChildren(n("route.steps", steps));
}

/** The route to this claim that is shown, without the claim itself, from the thesis down. */
let via = nav ? claimsUp(nav) : [];
const written = [nav, parent, summary].map((each) => /** @type {const} */ ([each, [...(each?.childNodes ?? [])]]));
const usual = via;

async function follow() {
  const wanted = fragment().via;
  const rows = nav && wanted.join() !== usual.join() ? await checked(wanted) : null;
  via = rows ? wanted : usual;
  if (rows) show(rows);
  else for (const [each, nodes] of written) each?.replaceChildren(...nodes);
}

/**
 * The claim that a place in an outline argues for, and the way down to it.
 *
 * @type {(item: Element, root: string[]) => string[]}
 */
function above(item, root) {
  const outer = item.parentElement?.closest(".tree > li");
  if (!outer) return root;
  const way = above(outer, root);
  // An undercut is aimed at a step, and with it at the claim that the step bears on; a reply to a
  // doubt is aimed at the claim that casts it.
  if (item.matches(".at-step") && !outer.matches(".at-step")) return way;
  return [...way, claimOf(only(".leaf > a:not(.tag)", outer)) ?? ""];
}

/**
 * The way down to the claim that a link leads to, as far as this page tells.
 *
 * @type {(link: Element, claim: string) => string[]}
 */
function wayTo(link, claim) {
  const list = link.closest("ol[data-route]");
  if (list && list !== nav) {
    const claims = claimsIn(list);
    return claims.slice(0, claims.indexOf(claim));
  }
  const path = here ? [...via, here] : [];
  if (path.includes(claim)) return path.slice(0, path.indexOf(claim));
  const place = link.closest(".tree > li");
  const outline = /** @type {HTMLElement | null | undefined} */ (place?.closest("[data-above]"));
  if (place && outline) {
    const root = ids((outline.dataset.above ?? "").split(","));
    const end = path.indexOf(last(root) ?? "");
    return above(place, end < 0 ? root : path.slice(0, end + 1));
  }
  const below = link.closest(".pair, [data-below]");
  const direct = [...document.querySelectorAll(".outline > .tree > li:not(.at-step) > .leaf > a:not(.tag)")];
  return here && (below || direct.some((each) => claimOf(each) === claim)) ? path : [];
}

/**
 * Put the way into a link just before it is followed, by whatever means.
 *
 * @type {(event: Event) => void}
 */
function prepare(event) {
  const link = event.target instanceof Element ? event.target.closest("main a[href]") : null;
  const claim = link && claimOf(link);
  if (!claim || claim === here) return;
  const way = wayTo(link, claim);
  const href = withVia(hrefOf(link), way.includes(claim) ? [] : way);
  link.setAttribute("href", href);
}
for (const kind of ["pointerdown", "click", "contextmenu", "focusin"]) addEventListener(kind, prepare, true);

// A link to a place on this page has no room for the route; it is put back.
addEventListener("hashchange", async (event) => {
  const before = fragment(event.oldURL).via;
  const now = fragment();
  if (before.length && !now.via.length && now.place) {
    replaceAddress(withVia(location.href, before));
  }
  await follow();
  reveal(true);
});

/**
 * Open the place that the address names where it is folded in, or where the route hides it.
 *
 * @type {(anew: boolean) => Promise<void>}
 */
async function reveal(anew) {
  const { place, via: way } = fragment();
  const target = place && document.getElementById(place);
  if (!target || !(way.length || target.closest("details:not([open])"))) return;
  (await import("./outline.js")).reveal(target, anew);
}

document.addEventListener("click", async ({ target }) => {
  const button = target instanceof Element ? target.closest(".outline > button") : null;
  if (button instanceof HTMLElement) (await import("./outline.js")).toggle(button);
});

await follow();
// Who comes back finds the page as it was left.
const [arrival] = performance.getEntriesByType("navigation");
await reveal(arrival instanceof PerformanceNavigationTiming && arrival.type === "navigate");
