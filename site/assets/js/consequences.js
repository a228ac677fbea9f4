// What comes of the claims that the reader rejects and accepts: new strengths and standings on the
// page, and a bar that names the claims and says what they do to the theses.

import { band, claimPage, claimUrl, data, element, language, n, t } from "./page.js";
import { SlowCycle, framework, reject, standings, weigh } from "./semantics.js";

// ── Weighing ─────────────────────────────────────────────────────────────────

const parts = new Map();

/** A connected part of the argument, ready to be weighed; null where it is out of reach. */
function part(name) {
  if (!parts.has(name)) {
    const asked = data(`frameworks/${name}.json`).then(
      (file) => file && { ...file, name, graph: framework(file), labels: file.labels[language] },
    );
    parts.set(name, asked);
  }
  return parts.get(name);
}

/** The present id of a claim, its label and the part it is in; null for what is no claim. */
async function find(id) {
  for (const asked of parts.values()) {
    const within = await asked;
    const number = within?.graph.numbers.get(id) ?? within?.aliases[id];
    if (number !== undefined) return { id: within.claims[number], label: within.labels[number], within };
  }
  const page = /^[\w-]+$/.test(id) ? await claimPage(id) : null;
  const { claim, label, framework: name } = page?.querySelector("main").dataset ?? {};
  if (!claim) return null;
  // The page may be that of a newer id; then the part knows the older one.
  if (name && (await part(name))) return find(claim);
  return { id: claim, label, within: null, lost: Boolean(name) };
}

let worker;

/** Weigh a part with slow cycles in it, where it does not keep the page from answering. */
function weighSlowly(name, rejected, accepted) {
  worker ??= new Worker(new URL("weighing.js", import.meta.url), { type: "module" });
  const { port1, port2 } = new MessageChannel();
  const file = new URL(`../../frameworks/${name}.json`, import.meta.url).href;
  return new Promise((done, failed) => {
    port1.onmessage = (answer) => done(answer.data);
    worker.addEventListener("error", failed, { once: true });
    worker.postMessage({ file, rejected, accepted }, [port2]);
  });
}

async function changesIn(part, claims) {
  const [rejected, accepted] = ["reject", "accept"].map((verdict) =>
    claims.filter((each) => each.within === part && each.verdict === verdict).map(({ id }) => id),
  );
  try {
    part.before ??= weigh(part.graph);
    return reject(part.graph, part.before, rejected, accepted);
  } catch (error) {
    if (!(error instanceof SlowCycle)) throw error;
    const { before, changes } = await weighSlowly(part.name, rejected, accepted);
    part.before = before;
    return changes;
  }
}

// ── On the page ──────────────────────────────────────────────────────────────

const words = (standing, strength) => `${t(`acceptance.${standing}`)} ${band(strength)}`;

/** What is written behind a standing, or null where nothing visible comes of it. */
function outcome(change, verdict) {
  if (verdict) return element("b", {}, t(`acceptance.you_${verdict}`));
  if (!change) return null;
  const { before, after, standing } = change;
  if (standing[0] === standing[1]) return band(before) === band(after) ? null : band(after);
  const word = element("b", { class: `s-${standing[1]}` }, t(`acceptance.${standing[1]}`));
  return element("span", {}, word, ` ${band(after)}`);
}

/** Write what changes behind every standing, and move the marks on scales. */
function paint(changes, verdicts) {
  for (const place of document.querySelectorAll("[data-standing-of]")) {
    const id = place.dataset.standingOf;
    const change = changes.get(id);
    const now = outcome(change, verdicts.get(id));
    const figure = place.querySelector(".figure");
    place.querySelector(".follows")?.remove();
    if (now) (figure.closest(".mark") ?? figure).after(element("span", { class: "follows" }, " → ", now));
    // The exact bounds and the standing, for whoever wants more than two decimals.
    if (change) place.dataset.now = [...change.after, change.standing[1]].join(" ");
    else delete place.dataset.now;
    const scale = place.querySelector(".scale");
    if (scale) move(scale, change);
  }
}

/** Say of what the build wrote that it does not count what the reader decided. */
function remark(decided) {
  for (const note of document.querySelectorAll(".uncounted")) note.remove();
  if (!decided) return;
  for (const place of document.querySelectorAll(".explained, .effect, #reject, #turning")) {
    place.append(element("span", { class: "uncounted" }, ` ${t("acceptance.uncounted")}`));
  }
}

const middle = ([lower, upper]) => `${(lower + upper) * 50}%`;

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

const button = (key, words, press, attributes = {}) => {
  const made = element("button", { type: "button", "data-key": key, ...attributes }, words);
  made.addEventListener("click", press);
  return made;
};
const link = (id, label) => element("a", { href: claimUrl(id) }, label);

function named(claims, verdict, decide) {
  const names = claims.filter((each) => each.verdict === verdict);
  if (!names.length) return [];
  const items = names.map(({ id, named: key, label }) => {
    const remove = { "aria-label": t("acceptance.remove", { claim: label }) };
    const undo = button(key, "✕", () => decide(key, verdict), remove);
    return element("li", {}, id ? link(id, label) : label, undo);
  });
  return [element("b", {}, t(`acceptance.named_${verdict}`)), element("ul", {}, ...items)];
}

/** The sentence on how much changes, and below it what changes its standing. */
function extent(others, labels) {
  const turned = others.filter(({ standing }) => standing[0] !== standing[1]);
  if (!others.length) return [element("p", {}, t("acceptance.nothing"))];
  const shifts = n("acceptance.shifts", others.length);
  if (!turned.length) return [element("p", {}, `${shifts}, ${t("acceptance.steady")}`)];
  const rows = turned.map(({ id, before, after, standing }) => {
    const figures = `${words(standing[0], before)} → ${words(standing[1], after)}`;
    return element("li", {}, link(id, labels.get(id)), " ", element("span", { class: "num" }, figures));
  });
  const summary = `${shifts}, ${n("acceptance.turns", turned.length)}`;
  return [element("details", {}, element("summary", {}, summary), element("ul", {}, ...rows))];
}

/** What becomes of the theses of the parts that were weighed. */
function theses(involved, changes, verdicts) {
  return involved.flatMap(({ theses: numbers, claims, labels, graph, before: all }) => {
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

function fill(contents, { clear, lent, hasOwn }) {
  const key = bar.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
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
  (same ?? bar.querySelector("button")).focus();
}

let latest;

/**
 * Show what comes of a set of claims. `options` tells whether it is `lent` by a link, whether the
 * reader `hasOwn`, whether it `changed` just now, and holds what can be done to it.
 */
export async function showConsequences(decided, options) {
  const turn = (latest = {});
  const { claim: here, framework: name } = document.querySelector("main").dataset;
  if (here && name && decided.size) await part(name);
  const claims = [];
  for (const [named, verdict] of decided) {
    const claim = await find(named);
    claims.push(claim ? { ...claim, named, verdict } : { named, label: named, verdict: "unknown" });
  }
  const involved = [...new Set(claims.map(({ within }) => within))].filter(Boolean);
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
  const known = claims.filter(({ id }) => id);
  for (const { id, named } of known) if (id !== named) options.rename(named, id);
  const verdicts = new Map(known.map(({ id, verdict }) => [id, verdict]));
  paint(changes, verdicts);
  remark(decided.size > 0);
  const focused = bar.contains(document.activeElement);
  bar.hidden = !decided.size;
  if (bar.hidden) {
    if (focused) document.querySelector("main :is(.decide button, button.mark, a)")?.focus();
    said.textContent = options.changed ? t("acceptance.none") : "";
    return;
  }
  const labels = new Map(involved.flatMap((each) => each.claims.map((id, at) => [id, each.labels[at]])));
  const others = [...changes.values()].filter(({ id }) => !verdicts.has(id));
  const names = ["reject", "accept", "unknown"].flatMap((verdict) =>
    named(claims, verdict, options.decide),
  );
  const effects = failed
    ? [element("p", {}, t("acceptance.failed"))]
    : [...extent(others, labels), ...theses(involved, changes, verdicts)];
  const lent = options.lent ? [element("p", {}, t("acceptance.lent"))] : [];
  const groups = { names: [...lent, ...names], effects };
  fill(
    Object.entries(groups).map(([name, inside]) => element("div", { class: name }, ...inside)),
    options,
  );
  if (options.changed) said.textContent = bar.querySelector(".names").textContent;
}
