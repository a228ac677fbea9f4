// What comes of the claims that the reader rejects and accepts: the argument weighed again, a bar that
// names the claims and says what they do to the theses, and what follows on the page.

import { follow, told, visible } from "./following.js";
import { base, claimPage, claimUrl, data, element, entry, language, n, only, positionOf, t, whenResized } from "./page.js";
import { SlowCycle, TooMuchWork, changes, decided, framework, sides, standings, weigh } from "./semantics.js";

/** A force that is shown as none. */
const NONE = 0.005;

// ── Weighing ─────────────────────────────────────────────────────────────────

/** @type {Map<string, Promise<Part | null>>} */
const known = new Map();

/**
 * A connected part of the argument, ready to be weighed; null where it is out of reach.
 *
 * @type {(name: string) => Promise<Part | null>}
 */
export function part(name) {
  const asked =
    known.get(name) ??
    data(`frameworks/${name}.json`).then(
      (file) => file && { ...file, name, graph: framework(file), labels: file.labels[language] },
    );
  known.set(name, asked);
  return asked;
}

/** @type {Worker | undefined} */
let worker;

/**
 * Weigh a part with slow cycles in it, where it does not keep the page from answering. Fails with
 * TooMuchWork where even that takes too long.
 *
 * @type {(name: string, rejected: string[], accepted: string[]) => Promise<{ before: Bounds, after: Bounds }>}
 */
function weighSlowly(name, rejected, accepted) {
  const weigher = (worker ??= new Worker(new URL("weighing.js", import.meta.url), { type: "module" }));
  const { port1, port2 } = new MessageChannel();
  const file = new URL(`../../frameworks/${name}.json`, import.meta.url).href;
  return new Promise((done, failed) => {
    port1.onmessage = ({ data: { before, after, tooMuch } }) => {
      if (after) done({ before, after });
      else failed(tooMuch ? new TooMuchWork() : new Error());
    };
    weigher.addEventListener("error", failed, { once: true });
    weigher.postMessage({ file, rejected, accepted }, [port2]);
  });
}

/**
 * A part with its bands before and after these of its claims are rejected and accepted. Fails with
 * TooMuchWork where that takes too long.
 *
 * @type {(within: Part, rejected: string[], accepted: string[]) => Promise<Weighed>}
 */
export async function weighed(within, rejected, accepted) {
  try {
    const before = (within.before ??= weigh(within.graph));
    return { within, before, after: decided(within.graph, before, rejected, accepted) };
  } catch (error) {
    if (!(error instanceof SlowCycle)) throw error;
    const { before, after } = await weighSlowly(within.name, rejected, accepted);
    within.before = before;
    return { within, before, after };
  }
}

/**
 * The present id of a claim, its label and the part it is in; null for what is no claim.
 *
 * @type {(id: string) => Promise<Found | null>}
 */
async function find(id) {
  for (const asked of known.values()) {
    const within = await asked;
    const number = within?.graph.numbers.get(id) ?? entry(within?.aliases, id);
    if (within && number !== undefined) return { id: within.claims[number], label: within.labels[number], within };
  }
  const page = /^[\w-]+$/.test(id) ? await claimPage(id) : null;
  const { claim, label = "", framework: name } = page ? only("main", page).dataset : {};
  if (!claim) return null;
  // The page may be that of a newer id; then the part knows the older one.
  if (name && (await part(name))) return find(claim);
  return { id: claim, label, within: null, lost: Boolean(name) };
}

/**
 * A part with its bands before and after what the reader decided.
 *
 * @type {(within: Part, claims: Decided[]) => Promise<Weighed>}
 */
function weighedBy(within, claims) {
  const [rejected, accepted] = ["reject", "accept"].map((verdict) =>
    claims.flatMap((each) => (each.within === within && each.verdict === verdict ? (each.id ?? []) : [])),
  );
  return weighed(within, rejected, accepted);
}

/**
 * What carries a claim and what is taken from it, without and with what the reader decided.
 *
 * @type {(id: string, parts: Weighed[]) => [Sides, Sides] | undefined}
 */
function sidesOf(id, parts) {
  for (const { within: { graph }, before, after } of parts) {
    const node = graph.numbers.get(id);
    if (node !== undefined) return [sides(graph, before, node), sides(graph, after, node)];
  }
  return undefined;
}

/**
 * The claims and links that had force, and have none any more.
 *
 * @type {(weighed: Weighed) => string[]}
 */
function fallenIn({ within, before, after }) {
  const ids = within.claims.concat(within.links.map(([id]) => id));
  return ids.filter((_, node) => before.upper[node] > NONE && after.upper[node] <= NONE);
}

/**
 * How much arrives of a step with the reader's choices.
 *
 * @type {(step: string, parts: Parameters<typeof fallenIn>[0][]) => Pair | undefined}
 */
function forceOf(step, parts) {
  for (const { within, after } of parts) {
    const place = within.links.findIndex(([id]) => id === step);
    const node = within.claims.length + place;
    if (place >= 0) return [after.lower[node], after.upper[node]];
  }
  return undefined;
}

// ── The bar ──────────────────────────────────────────────────────────────────

const bar = element("section", { class: "acceptance", "aria-label": t("acceptance.bar"), hidden: "" });
const said = element("p", { class: "unseen", role: "status" });
document.body.append(bar, said);
// What has the focus must not lie behind the bar.
whenResized(bar, () => {
  document.documentElement.style.setProperty("--bar", `${bar.offsetHeight}px`);
});

/** @type {(key: string, label: string, press: () => unknown, attributes?: Attributes) => HTMLElement} */
const button = (key, label, press, attributes = {}) => {
  const made = element("button", { type: "button", "data-key": key, ...attributes }, label);
  made.addEventListener("click", press);
  return made;
};
/** @type {(id: string, label: string) => HTMLElement} */
const link = (id, label) => element("a", { href: claimUrl(id) }, label);

/** @type {(claims: Decided[], group: Verdict | "unknown", decide: ConsequenceOptions["decide"]) => HTMLElement[]} */
function named(claims, group, decide) {
  const names = claims.filter(({ id, verdict }) => group === (id ? verdict : "unknown"));
  if (!names.length) return [];
  const items = names.map(({ id, as: key, label, verdict }) => {
    const remove = { "aria-label": t("acceptance.remove", { claim: label }) };
    const undo = button(key, "✕", () => decide(key, verdict), remove);
    return element("li", {}, id ? link(id, label) : label, undo);
  });
  return [element("b", {}, t(`acceptance.named_${group}`)), element("ul", {}, ...items)];
}

/**
 * The sentence on how much changes, and below it what changes its standing.
 *
 * @type {(others: Change[], labels: Map<string, string>, parts: Weighed[]) => HTMLElement[]}
 */
function extent(others, labels, parts) {
  const turned = others.filter(({ standing }) => standing[0] !== standing[1]);
  if (!others.length) return [element("p", {}, t("acceptance.nothing"))];
  const shifts = n("acceptance.shifts", others.length);
  if (!turned.length) return [element("p", {}, `${shifts}, ${t("acceptance.steady")}`)];
  const rows = turned.map((change) =>
    element("li", {}, link(change.id, labels.get(change.id) ?? change.id), " ", ...became(change, parts)),
  );
  const summary = `${shifts}, ${n("acceptance.turns", turned.length)}`;
  return [element("details", {}, element("summary", {}, summary), element("ul", {}, ...rows))];
}

/** @type {(change: Change, parts: Weighed[]) => (HTMLElement | string)[]} */
function became({ id, standing }, parts) {
  const [was, is] = /** @type {[Sides, Sides]} */ (sidesOf(id, parts));
  return [told(standing[0], was), " → ", told(standing[1], is)];
}

/**
 * What becomes of the theses of the parts that were weighed.
 *
 * @type {(parts: Weighed[], changed: Map<string, Change>, verdicts: Map<string, Verdict>) => HTMLElement[]}
 */
function theses(parts, changed, verdicts) {
  return parts.flatMap(({ within: { theses: numbers, claims, labels, graph }, before, after }) => {
    const stood = standings(graph, before);
    return numbers.map((number) => {
      const name = link(claims[number], labels[number]);
      const [change, verdict] = [changed.get(claims[number]), verdicts.get(claims[number])];
      if (verdict) return element("p", {}, name, ": ", t(`acceptance.you_${verdict}`));
      if (change && change.standing[0] !== change.standing[1]) return element("p", {}, name, ": ", ...became(change, parts));
      const is = told(stood[number], sides(graph, after, number));
      return element("p", {}, name, ` ${t("acceptance.stays")} `, is);
    });
  });
}

/**
 * As whom the argument is read, instead of the names of all claims that this takes on.
 *
 * @type {(asked: string, count: number) => Promise<HTMLElement[]>}
 */
async function worn(asked, count) {
  const { speaker, position } = await positionOf(asked);
  const name = position?.name[language] ?? speaker;
  const page = element("a", { href: new URL(`speakers/${speaker}/`, base).href }, t("acceptance.as_named", { name }));
  return [element("p", {}, element("b", {}, page), ` · ${n("acceptance.as_chosen", count)}`)];
}

/** @type {(contents: HTMLElement[], options: ConsequenceOptions) => void} */
function fill(contents, { clear, lent, hasOwn, as }) {
  const focused = document.activeElement;
  const key = focused instanceof HTMLElement && bar.contains(focused) ? focused.dataset.key : undefined;
  const copy = button("copy", t("acceptance.copy"), async () => {
    const copied = navigator.clipboard?.writeText(location.href).then(() => true);
    const done = await (copied ?? Promise.resolve(false)).catch(() => false);
    copy.textContent = said.textContent = t(done ? "acceptance.copied" : "acceptance.address");
  });
  const leave = as ? "as_leave" : lent && hasOwn ? "back" : "clear";
  const back = button("clear", t(`acceptance.${leave}`), clear);
  bar.replaceChildren(
    element("div", {}, ...contents, element("div", { class: "ways" }, copy, back)),
  );
  if (key === undefined) return;
  const same = [...bar.querySelectorAll("button")].find((each) => each.dataset.key === key);
  (same ?? only("button", bar)).focus();
}

/** @type {object | undefined} */
let latest;

/**
 * Show what comes of a set of claims. `options` tells whether it is `lent` by a link, whether the
 * reader `hasOwn`, whether it `changed` just now, and holds what can be done to it.
 *
 * @type {(set: Decisions, options: ConsequenceOptions) => Promise<void>}
 */
export async function showConsequences(set, options) {
  const turn = (latest = {});
  const { claim: here, framework: name } = only("main").dataset;
  if (here && name && set.size) await part(name);
  /** @type {Decided[]} */
  const claims = [];
  for (const [as, verdict] of set) {
    const claim = await find(as);
    claims.push(claim ? { ...claim, as, verdict } : { as, label: as, verdict });
  }
  const involved = [...new Set(claims.flatMap(({ within }) => within ?? []))];
  /** @type {Map<string, Change>} */
  const changed = new Map();
  /** @type {Weighed[]} */
  const parts = [];
  let failed = claims.some(({ lost }) => lost) ? "acceptance.failed" : "";
  for (const each of involved) {
    try {
      parts.push(await weighedBy(each, claims));
    } catch (error) {
      failed ||= error instanceof TooMuchWork ? "acceptance.too_much" : "acceptance.failed";
    }
  }
  // Parts in which nothing is decided any more stand as they did.
  const steady = (await Promise.all(known.values())).flatMap((within) =>
    within?.before && !involved.includes(within) ? [{ within, before: within.before, after: within.before }] : [],
  );
  for (const { within, before, after } of parts) {
    for (const each of changes(within.graph, before, after)) changed.set(each.id, each);
  }
  const whose = options.as ? await worn(options.as, claims.length) : null;
  // Another set has been decided on in the meantime.
  if (turn !== latest) return;
  /** @type {Map<string, Verdict>} */
  const verdicts = new Map();
  for (const { id, as, verdict } of claims) {
    if (!id) continue;
    if (id !== as) options.rename(as, id);
    verdicts.set(id, verdict);
  }
  const fallen = new Set(parts.flatMap(fallenIn));
  const force = (/** @type {string} */ step) => forceOf(step, parts);
  follow({ changes: changed, verdicts, fallen, force, sides: (id) => sidesOf(id, parts.concat(steady)) });
  const focused = bar.contains(document.activeElement);
  bar.hidden = !set.size;
  if (bar.hidden) {
    if (focused) only("main :is(.decide button, button.mark, a)")?.focus();
    said.textContent = options.changed ? t("acceptance.none") : "";
    return;
  }
  const labels = new Map(involved.flatMap((each) => each.claims.map((id, at) => [id, each.labels[at]])));
  const others = [...changed.values()].filter((each) => {
    const both = sidesOf(each.id, parts);
    return both && !verdicts.has(each.id) && visible(each, both);
  });
  const names = [
    ...named(claims, "reject", options.decide),
    ...named(claims, "accept", options.decide),
    ...named(claims, "unknown", options.decide),
  ];
  const effects = failed
    ? [element("p", {}, t(failed))]
    : [...extent(others, labels, parts), ...theses(parts, changed, verdicts)];
  const left = options.cut ? ` ${n("acceptance.cut", options.cut)}` : "";
  const lent = options.lent ? [element("p", {}, `${t("acceptance.lent")}${left}`)] : [];
  const groups = { names: whose ?? [...lent, ...names], effects };
  fill(
    Object.entries(groups).map(([css, inside]) => element("div", { class: css }, ...inside)),
    options,
  );
  if (options.changed) said.textContent = only(".names", bar).textContent;
}
