// What comes of the claims that the reader rejects and accepts: new strengths and standings on the
// page, and a bar that names the claims and says what they do to the theses.

import { band, claimPage, claimUrl, data, element, language, n, only, t } from "./page.js";
import { SlowCycle, framework, reject, standings, weigh } from "./semantics.js";

// ── Weighing ─────────────────────────────────────────────────────────────────

/** @type {Map<string, Promise<Part | null>>} */
const parts = new Map();

/**
 * A connected part of the argument, ready to be weighed; null where it is out of reach.
 *
 * @type {(name: string) => Promise<Part | null>}
 */
function part(name) {
  const asked =
    parts.get(name) ??
    data(`frameworks/${name}.json`).then(
      (file) => file && { ...file, name, graph: framework(file), labels: file.labels[language] },
    );
  parts.set(name, asked);
  return asked;
}

/**
 * The present id of a claim, its label and the part it is in; null for what is no claim.
 *
 * @type {(id: string) => Promise<Found | null>}
 */
async function find(id) {
  for (const asked of parts.values()) {
    const within = await asked;
    const number = within?.graph.numbers.get(id) ?? within?.aliases[id];
    if (within && number !== undefined) return { id: within.claims[number], label: within.labels[number], within };
  }
  const page = /^[\w-]+$/.test(id) ? await claimPage(id) : null;
  const { claim, label = "", framework: name } = page ? only("main", page).dataset : {};
  if (!claim) return null;
  // The page may be that of a newer id; then the part knows the older one.
  if (name && (await part(name))) return find(claim);
  return { id: claim, label, within: null, lost: Boolean(name) };
}

/** @type {Worker | undefined} */
let worker;

/**
 * Weigh a part with slow cycles in it, where it does not keep the page from answering.
 *
 * @type {(name: string, rejected: string[], accepted: string[]) => Promise<{ before: Bounds, changes: Change[] }>}
 */
function weighSlowly(name, rejected, accepted) {
  const weigher = (worker ??= new Worker(new URL("weighing.js", import.meta.url), { type: "module" }));
  const { port1, port2 } = new MessageChannel();
  const file = new URL(`../../frameworks/${name}.json`, import.meta.url).href;
  return new Promise((done, failed) => {
    port1.onmessage = (answer) => done(answer.data);
    weigher.addEventListener("error", failed, { once: true });
    weigher.postMessage({ file, rejected, accepted }, [port2]);
  });
}

/** @type {(within: Part, claims: Decided[]) => Promise<Change[]>} */
async function changesIn(within, claims) {
  const [rejected, accepted] = ["reject", "accept"].map((verdict) =>
    claims.flatMap((each) => (each.within === within && each.verdict === verdict ? (each.id ?? []) : [])),
  );
  try {
    within.before ??= weigh(within.graph);
    return reject(within.graph, within.before, rejected, accepted);
  } catch (error) {
    if (!(error instanceof SlowCycle)) throw error;
    const { before, changes } = await weighSlowly(within.name, rejected, accepted);
    within.before = before;
    return changes;
  }
}

// ── On the page ──────────────────────────────────────────────────────────────

/** @type {(standing: Standing, strength: Pair) => string} */
const words = (standing, strength) => `${t(`acceptance.${standing}`)} ${band(strength)}`;

/**
 * What is written behind a standing, or null where nothing visible comes of it.
 *
 * @type {(change?: Change, verdict?: Verdict) => HTMLElement | string | null}
 */
function outcome(change, verdict) {
  if (verdict) return element("b", {}, t(`acceptance.you_${verdict}`));
  if (!change) return null;
  const { before, after, standing } = change;
  if (standing[0] === standing[1]) return band(before) === band(after) ? null : band(after);
  const word = element("b", { class: `s-${standing[1]}` }, t(`acceptance.${standing[1]}`));
  return element("span", {}, word, ` ${band(after)}`);
}

/**
 * Write what changes behind every standing, and move the marks on scales.
 *
 * @type {(changes: Map<string, Change>, verdicts: Map<string, Verdict>) => void}
 */
function paint(changes, verdicts) {
  for (const listed of document.querySelectorAll("[data-standing-of]")) {
    const place = /** @type {HTMLElement} */ (listed);
    const id = place.dataset.standingOf ?? "";
    const change = changes.get(id);
    const now = outcome(change, verdicts.get(id));
    const figure = only(".figure", place);
    place.querySelector(".follows")?.remove();
    if (now) (figure.closest(".mark") ?? figure).after(element("span", { class: "follows" }, " → ", now));
    // The exact bounds and the standing, for whoever wants more than two decimals.
    if (change) place.dataset.now = [...change.after, change.standing[1]].join(" ");
    else delete place.dataset.now;
    const scale = place.querySelector(".scale");
    if (scale) move(scale, change);
  }
}

/**
 * Say of what the build wrote that it does not count what the reader decided.
 *
 * @type {(decided: boolean) => void}
 */
function remark(decided) {
  for (const note of document.querySelectorAll(".uncounted")) note.remove();
  if (!decided) return;
  for (const place of document.querySelectorAll(".explained, .effect, #reject")) {
    place.append(element("span", { class: "uncounted" }, ` ${t("acceptance.uncounted")}`));
  }
}

/** @type {(bounds: Pair) => string} */
const middle = ([lower, upper]) => `${(lower + upper) * 50}%`;

/** @type {(scale: Element, change?: Change) => void} */
function move(scale, change) {
  scale.querySelector(".now")?.remove();
  if (!change) return;
  const mark = element("i", { class: "now" });
  mark.style.left = middle(change.before);
  scale.append(mark);
  // Where it starts has to be drawn before it can move from there.
  mark.getBoundingClientRect();
  mark.style.left = middle(change.after);
}

// ── The bar ──────────────────────────────────────────────────────────────────

const bar = element("section", { class: "acceptance", "aria-label": t("acceptance.bar"), hidden: "" });
const said = element("p", { class: "unseen", role: "status" });
document.body.append(bar, said);
// What has the focus must not lie behind the bar.
new ResizeObserver(() => {
  document.documentElement.style.setProperty("--bar", `${bar.offsetHeight}px`);
}).observe(bar);

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
 * @type {(others: Change[], labels: Map<string, string>) => HTMLElement[]}
 */
function extent(others, labels) {
  const turned = others.filter(({ standing }) => standing[0] !== standing[1]);
  if (!others.length) return [element("p", {}, t("acceptance.nothing"))];
  const shifts = n("acceptance.shifts", others.length);
  if (!turned.length) return [element("p", {}, `${shifts}, ${t("acceptance.steady")}`)];
  const rows = turned.map(({ id, before, after, standing }) => {
    const figures = `${words(standing[0], before)} → ${words(standing[1], after)}`;
    return element("li", {}, link(id, labels.get(id) ?? id), " ", element("span", { class: "num" }, figures));
  });
  const summary = `${shifts}, ${n("acceptance.turns", turned.length)}`;
  return [element("details", {}, element("summary", {}, summary), element("ul", {}, ...rows))];
}

/**
 * What becomes of the theses of the parts that were weighed.
 *
 * @type {(involved: Part[], changes: Map<string, Change>, verdicts: Map<string, Verdict>) => HTMLElement[]}
 */
function theses(involved, changes, verdicts) {
  return involved.flatMap(({ theses: numbers, claims, labels, graph, before: all }) => {
    if (!all) return [];
    const before = standings(graph, all);
    return numbers.map((number) => {
      const change = changes.get(claims[number]);
      const was = words(before[number], [all.lower[number], all.upper[number]]);
      const now = outcome(change, verdicts.get(claims[number]));
      const stays = now ? [`: ${was} → `, now] : [` ${t("acceptance.stays", { standing: was })}`];
      return element("p", {}, link(claims[number], labels[number]), ...stays);
    });
  });
}

/** @type {(contents: HTMLElement[], options: ConsequenceOptions) => void} */
function fill(contents, { clear, lent, hasOwn }) {
  const focused = document.activeElement;
  const key = focused instanceof HTMLElement && bar.contains(focused) ? focused.dataset.key : undefined;
  const copy = button("copy", t("acceptance.copy"), async () => {
    const copied = navigator.clipboard?.writeText(location.href).then(() => true);
    const done = await (copied ?? Promise.resolve(false)).catch(() => false);
    copy.textContent = said.textContent = t(done ? "acceptance.copied" : "acceptance.address");
  });
  const back = button("clear", t(lent && hasOwn ? "acceptance.back" : "acceptance.clear"), clear);
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
 * @type {(decided: Decisions, options: ConsequenceOptions) => Promise<void>}
 */
export async function showConsequences(decided, options) {
  const turn = (latest = {});
  const { claim: here, framework: name } = only("main").dataset;
  if (here && name && decided.size) await part(name);
  /** @type {Decided[]} */
  const claims = [];
  for (const [as, verdict] of decided) {
    const claim = await find(as);
    claims.push(claim ? { ...claim, as, verdict } : { as, label: as, verdict });
  }
  const involved = [...new Set(claims.flatMap(({ within }) => within ?? []))];
  /** @type {Map<string, Change>} */
  const changes = new Map();
  let failed = claims.some(({ lost }) => lost);
  for (const each of involved) {
    try {
      for (const change of await changesIn(each, claims)) changes.set(change.id, change);
    } catch {
      failed = true;
    }
  }
  // Another set has been decided on in the meantime.
  if (turn !== latest) return;
  /** @type {Map<string, Verdict>} */
  const verdicts = new Map();
  for (const { id, as, verdict } of claims) {
    if (!id) continue;
    if (id !== as) options.rename(as, id);
    verdicts.set(id, verdict);
  }
  paint(changes, verdicts);
  remark(decided.size > 0);
  const focused = bar.contains(document.activeElement);
  bar.hidden = !decided.size;
  if (bar.hidden) {
    if (focused) only("main :is(.decide button, button.mark, a)")?.focus();
    said.textContent = options.changed ? t("acceptance.none") : "";
    return;
  }
  const labels = new Map(involved.flatMap((each) => each.claims.map((id, at) => [id, each.labels[at]])));
  const others = [...changes.values()].filter(({ id }) => !verdicts.has(id));
  const names = [
    ...named(claims, "reject", options.decide),
    ...named(claims, "accept", options.decide),
    ...named(claims, "unknown", options.decide),
  ];
  const effects = failed
    ? [element("p", {}, t("acceptance.failed"))]
    : [...extent(others, labels), ...theses(involved, changes, verdicts)];
  const lent = options.lent ? [element("p", {}, t("acceptance.lent"))] : [];
  const groups = { names: [...lent, ...names], effects };
  fill(
    Object.entries(groups).map(([css, inside]) => element("div", { class: css }, ...inside)),
    options,
  );
  if (options.changed) said.textContent = only(".names", bar).textContent;
}
