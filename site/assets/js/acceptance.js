// The claims that the reader does not accept, or does: a set that follows from page to page, in
// local storage and in the address. It may be that of a speaker, whose position is put on (`as`). What
// comes of it is weighed in consequences.js, which is loaded only where the set holds a claim. The one
// script that every page loads, so what a reader may ask for is sent for from here, too.

import { element, idsIn, only, positionOf, replaceAddress, root, t } from "./page.js";

const KEY = `betoog-acceptance ${root.pathname}`;
const SIGNS = { reject: "✕", accept: "✓" };
/** @type {Verdict[]} */
const VERDICTS = ["reject", "accept"];
/** Claims of a link that are looked at; an address could name any number of them. */
const MOST = 100;
/** Letters of an id that are looked at; none is as long. */
const LONGEST = 200;

/**
 * The set that is shown: "reject" or "accept" by claim.
 *
 * @type {Decisions}
 */
let decided = new Map();
/** Whether it came with a link, and is not the reader's own. */
let lent = false;
/** Claims that the link names beyond those that are looked at. */
let cut = 0;
/** The speaker as whom the argument is read; empty for none. */
let as = "";
/** @type {Promise<typeof import("./consequences.js")> | undefined} */
let follow;

// ── Where the set is kept ────────────────────────────────────────────────────

/** @type {(set: Decisions, verdict: Verdict) => string[]} */
const listed = (set, verdict) => [...set].filter((each) => each[1] === verdict).map(([id]) => id);
/** @type {(set: Decisions) => string[]} */
const texts = (set) => VERDICTS.map((verdict) => listed(set, verdict).join(","));
/** @type {(one: Decisions, other: Decisions) => boolean} */
const same = (one, other) => [...one].sort().join() === [...other].sort().join();

/** @type {(...lists: (string | null)[]) => Decisions} */
function setOf(...lists) {
  const set = VERDICTS.flatMap((verdict, place) => {
    return idsIn(lists[place]).map((id) => /** @type {const} */ ([id.slice(0, LONGEST), verdict]));
  });
  return new Map(set);
}

/**
 * What a storage keeps; null where the browser keeps nothing for us.
 *
 * @type {(storage: Storages) => Decisions | null}
 */
function kept(storage) {
  try {
    return setOf(...(window[storage].getItem(KEY) ?? "").split(" "));
  } catch {
    return null;
  }
}

/**
 * The speaker whose position this tab has put on; empty for none.
 *
 * @type {() => string}
 */
function worn() {
  try {
    return (sessionStorage.getItem(KEY) ?? "").split(" ")[VERDICTS.length] ?? "";
  } catch {
    return "";
  }
}

/** @type {(storage: Storages, set: Decisions, speaker?: string) => void} */
function keep(storage, set, speaker = "") {
  try {
    if (set.size) window[storage].setItem(KEY, [...texts(set), ...(speaker ? [speaker] : [])].join(" "));
    else window[storage].removeItem(KEY);
  } catch {
    // Then the address alone keeps it.
  }
}

/** Find the set: that of a link that was opened in this tab, or else the reader's own. */
function read() {
  const address = new URLSearchParams(location.search);
  const named = setOf(...VERDICTS.map((verdict) => address.get(verdict)));
  const linked = new Map([...named].slice(0, MOST));
  cut = named.size - linked.size;
  const mine = kept("localStorage");
  as = (address.get("as") ?? (linked.size ? "" : worn())).trim().slice(0, LONGEST);
  if (as) {
    lent = true;
    // What was put on before is shown at once. The records may have another position by now.
    decided = (worn() === as && kept("sessionStorage")) || new Map();
    wear(as);
    write();
    return;
  }
  // An address that we wrote ourselves is no link that somebody gave.
  if (mine && linked.size && !history.state?.acceptance) {
    keep("sessionStorage", same(linked, mine) ? new Map() : linked);
  }
  const borrowed = mine && kept("sessionStorage");
  lent = Boolean(borrowed?.size);
  decided = (lent && borrowed) || (mine ?? linked);
  write();
}

/**
 * Put on the position of a speaker, or take off one that nobody has.
 *
 * @type {(asked: string) => Promise<void>}
 */
async function wear(asked) {
  const { speaker, position } = await positionOf(asked);
  if (as !== asked) return;
  if (!position) return own(kept("localStorage") ?? new Map());
  if (speaker !== asked) {
    as = speaker;
    write();
  }
  const taken = setOf(position.reject.join(","), position.accept.join(","));
  if (same(taken, decided)) return;
  decided = taken;
  keep("sessionStorage", decided, speaker);
  show(true);
}

/**
 * An address with the set in its query, and all else that it held.
 *
 * @type {(href: string) => URL}
 */
function withSet(href) {
  const address = new URL(href);
  const others = address.search.slice(1).split("&");
  const ours = VERDICTS.map((verdict) => ({ verdict, ids: listed(decided, verdict).map(encodeURIComponent) }));
  const lists = ours.filter(({ ids }) => ids.length).map(({ verdict, ids }) => `${verdict}=${ids}`);
  address.search = [
    ...others.filter((part) => part && ![...VERDICTS, "as"].includes(part.split("=")[0])),
    ...(as ? [`as=${encodeURIComponent(as)}`] : lists),
  ].join("&");
  return address;
}

function write() {
  const address = withSet(location.href);
  if (decided.size || address.search !== location.search) {
    replaceAddress(address, { ...history.state, acceptance: true });
  }
}

// ── What the reader does with it ─────────────────────────────────────────────

/**
 * Show a set that is the reader's own, and keep it.
 *
 * @type {(set: Decisions) => void}
 */
function own(set) {
  decided = set;
  lent = false;
  as = "";
  keep("localStorage", set);
  keep("sessionStorage", new Map());
  write();
  show(true);
}

/**
 * Show the set of a link as the reader has changed it, beside their own; without any claim in it, their own.
 *
 * @type {(set: Decisions) => void}
 */
function borrow(set) {
  if (!set.size) return own(kept("localStorage") ?? new Map());
  decided = set;
  keep("sessionStorage", set);
  write();
  show(true);
}

const actions = {
  /**
   * Decide on a claim, or take the decision back.
   *
   * @type {(id: string, verdict: Verdict) => void}
   */
  decide(id, verdict) {
    // What a speaker holds is not taken over with a decision of the reader's own.
    const set = new Map(as ? kept("localStorage") : decided);
    if (set.get(id) === verdict) set.delete(id);
    else set.set(id, verdict);
    // Nor does the set of a link take the place of one that the reader has.
    if (lent && !as && kept("localStorage")?.size) borrow(set);
    else own(set);
  },
  /**
   * Call a claim by its present id.
   *
   * @type {(old: string, id: string) => void}
   */
  rename(old, id) {
    decided = new Map([...decided].map(([each, verdict]) => [each === old ? id : each, verdict]));
    keep(lent ? "sessionStorage" : "localStorage", decided, as);
    write();
    pressAll();
  },
  /** Take back what the reader decided; the set of a link is put away for the reader's own. */
  clear() {
    own((lent && kept("localStorage")) || new Map());
  },
};

async function show(changed = false) {
  pressAll();
  if (!decided.size && !follow) return;
  follow ??= import("./consequences.js");
  const { showConsequences } = await follow;
  const hasOwn = lent && Boolean(kept("localStorage")?.size);
  await showConsequences(decided, { ...actions, changed, lent, hasOwn, as, cut: lent ? cut : 0 });
}

function refresh() {
  read();
  show();
}

// ── Controls ─────────────────────────────────────────────────────────────────

/** @type {(group: HTMLElement) => void} */
function press(group) {
  const verdict = decided.get(group.dataset.decide ?? "");
  for (const button of group.querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button.value === verdict));
  }
}

function pressAll() {
  for (const group of document.querySelectorAll("[data-decide]")) press(/** @type {HTMLElement} */ (group));
}

/**
 * The two buttons for a claim, as claim pages have them.
 *
 * @type {(id: string) => HTMLElement}
 */
function choice(id) {
  const buttons = VERDICTS.map((verdict) => {
    const sign = element("span", { "aria-hidden": "true" }, SIGNS[verdict]);
    const words = ` ${t(`acceptance.${verdict}`)}`;
    return element("button", { type: "button", value: verdict }, sign, words);
  });
  const name = t("acceptance.question");
  const group = element("span", { class: "decide", role: "group", "aria-label": name }, ...buttons);
  group.dataset.decide = id;
  press(group);
  return group;
}

/**
 * Make the standing of a claim, where it is listed, a button that asks what the reader thinks.
 *
 * @type {(within: ParentNode) => void}
 */
function enable(within) {
  const title = t("acceptance.question");
  for (const mark of within.querySelectorAll("[data-standing-of] span.mark")) {
    const attributes = { type: "button", class: "mark", title, "aria-expanded": "false" };
    mark.replaceWith(element("button", attributes, ...mark.childNodes));
  }
}

/** @type {(mark: Element) => HTMLElement} */
const listing = (mark) => /** @type {HTMLElement} */ (mark.closest("[data-standing-of]"));
/** @type {() => HTMLElement | null} */
const openMark = () => document.querySelector("button.mark[aria-expanded=true]");

/** @type {(mark: Element) => void} */
function fold(mark) {
  mark.setAttribute("aria-expanded", "false");
  only(".decide", listing(mark)).remove();
}

document.addEventListener("click", (event) => {
  const target = /** @type {Element} */ (event.target);
  const open = openMark();
  const mark = target.closest("button.mark");
  if (mark) {
    if (open) fold(open);
    if (open === mark) return;
    mark.setAttribute("aria-expanded", "true");
    listing(mark).append(choice(listing(mark).dataset.standingOf ?? ""));
    return;
  }
  const button = target.closest(".decide button");
  if (button instanceof HTMLButtonElement) {
    const group = /** @type {HTMLElement} */ (button.closest(".decide"));
    actions.decide(group.dataset.decide ?? "", /** @type {Verdict} */ (button.value));
    if (open && listing(open).contains(button)) {
      open.focus();
      fold(open);
    }
    return;
  }
  // Where nothing is kept, the set goes with the reader in the addresses of links.
  const link = target.closest("a[href]");
  if (!(link instanceof HTMLAnchorElement) || !decided.size) return;
  if (link.href.startsWith(root.href) && !kept("localStorage")) link.href = withSet(link.href).href;
});
document.addEventListener("keydown", ({ key, target }) => {
  const open = openMark();
  if (key === "Escape" && open && listing(open).contains(/** @type {Node} */ (target))) {
    open.focus();
    fold(open);
  }
});
document.addEventListener("betoog:inserted", ({ target }) => {
  enable(/** @type {Element} */ (target));
  show();
});
addEventListener("storage", ({ key }) => key === KEY && refresh());
addEventListener("pageshow", ({ persisted }) => persisted && refresh());

enable(document);
for (const group of document.querySelectorAll(".decide")) group.classList.add("ready");
refresh();

// Previews, and what saves the map of a claim, are fetched when a reader first points at something or
// moves the focus.
function begin() {
  import("./preview.js");
  if (document.querySelector(".map-acts:empty")) import("./map_download.js");
}
for (const sign of ["pointerover", "focusin"]) addEventListener(sign, begin, { once: true });

// So is what passes a claim on.
document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element && target.closest("[data-share]");
  if (button instanceof HTMLElement) import("./sharing.js").then(({ share }) => share(button));
});
for (const each of document.querySelectorAll("[data-citing]")) {
  each.addEventListener("toggle", () => import("./sharing.js").then(({ dated }) => dated(/** @type {HTMLElement} */ (each))));
}
for (const each of document.querySelectorAll("[data-share=send]")) each.toggleAttribute("hidden", !("share" in navigator));
