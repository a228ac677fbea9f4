// The map of a whole debate. The outline beside it is the state: whatever is open there is drawn,
// and opening a box on the map opens its line in the outline. Branches come from the pages of
// their claims and are fetched when they are opened. What is open stands in the address.

import { claimPage, claimUrl, drawn, idsIn, inserted, n, only, replaceAddress, t, whenResized } from "./page.js";
import { COLUMN, GUTTER, hangingTree } from "./map_layout.js";
import { MapDrawing } from "./map_drawing.js";
import { LINK_TYPES, UNDERCUTTING } from "./vocabulary.js";

const DOUBTS = UNDERCUTTING.map((each) => `li.is-${each}`).join();
const figure = only(".map-figure");
const frame = only(".map-frame", figure);
const outline = only(".map-outline");

/**
 * The claim that a link leads to, also in the page of another claim, which stands elsewhere.
 *
 * @type {(link: Element) => string}
 */
const idOf = (link) => /(?:^|\/)claims\/([^/]+)\/$/.exec(link.getAttribute("href") ?? "")?.[1] ?? "";

/** @type {(name: string, css: string, ...children: (Node | string)[]) => HTMLElement} */
function element(name, css, ...children) {
  const made = document.createElement(name);
  if (css) made.className = css;
  made.append(...children);
  return made;
}

/** @type {WeakMap<EventTarget, Branch>} */
const ofDetails = new WeakMap();

/** A claim in the outline, made from its line on the page of what it bears on. */
class Branch {
  /**
   * @param {Element} source
   * @param {string} kind
   * @param {HTMLElement} [li]
   */
  constructor(source, kind, li = element("li", `is-${kind}`)) {
    const link = only("a:not(.tag)", source);
    const { label = "", holds = "", link: step = "", weight = "" } = /** @type {HTMLElement} */ (source).dataset;
    this.kind = kind;
    /** The id of the link by which it hangs, where it is one. */
    this.link = step;
    /** How much passes along that, as a word of the style sheet. */
    this.weight = weight;
    this.id = idOf(link);
    this.label = label;
    this.title = link.textContent;
    const [reasons, conditions, objections] = holds.split(" ").map(Number);
    this.reasons = reasons;
    this.conditions = conditions;
    this.objections = objections;
    this.doubts = [...source.querySelectorAll(DOUBTS)].filter(
      (each) => each.parentElement?.closest("li") === source,
    );
    this.word = "";
    this.again = false;
    this.open = false;
    /** @type {Branch[]} */
    this.together = [];
    /** @type {Branch[] | null} */
    this.below = null;
    /** Lines of what bears on the claim that the page has already. @type {Element[]} */
    this.given = [];
    /** @type {Branch[] | null} */
    this.loose = null;
    /** @type {HTMLElement | null} */
    this.looseList = null;
    /** @type {HTMLDetailsElement | null} */
    this.details = null;
    this.li = li;
    if (!li.firstChild) this.write(source, link);
    this.note = element("span", "num", ` · ${t("map.again")}`);
    (li.querySelector(":scope > .leaf") ?? li).append(this.note);
    this.list = element("ul", "tree");
    if (this.holds) {
      const details = element("details", "", element("summary", "", this.holds), this.list);
      this.details = /** @type {HTMLDetailsElement} */ (details);
      li.append(details);
      ofDetails.set(details, this);
    }
  }

  /**
   * @param {Element} source
   * @param {Element} link
   */
  write(source, link) {
    const leaf = element("div", "leaf");
    if (this.kind !== "together") {
      const tag = only(".tag", source);
      this.word = tag.textContent.trim().replace(/^\S+\s/, "");
      // On the claim's own page it leads to a place of that page.
      leaf.append(element("span", tag.className, tag.textContent));
    }
    const own = element("a", "", ...link.cloneNode(true).childNodes);
    own.setAttribute("href", claimUrl(this.id).href);
    leaf.append(own, " ");
    const standing = source.querySelector("[data-standing-of], .num");
    if (standing) leaf.append(standing.cloneNode(true));
    this.li.append(leaf);
    const linked = this.kind === "together" ? null : source.querySelector(".linked");
    if (linked && linked.closest("li") === source) {
      const plus = only(".plus", linked);
      const list = element("ul", "");
      for (const each of linked.querySelectorAll("li")) {
        const branch = new Branch(each, "together");
        branch.word = plus.textContent.trim();
        branch.link = this.link;
        branch.weight = this.weight;
        this.together.push(branch);
        list.append(branch.li);
      }
      this.li.append(element("div", "linked", plus.cloneNode(true), list));
    }
  }

  /** How the claim is shown to stand in the outline; nothing for a question. */
  get sides() {
    const mark = this.li.querySelector(":scope > .leaf .sides, :scope > [data-standing-of] .sides");
    return mark ? drawn(mark) : null;
  }

  /** What a closed branch hides, in words. */
  get holds() {
    const { reasons, conditions, objections, doubts } = this;
    return [
      reasons && n("map.reasons", reasons),
      conditions && n("map.conditions", conditions),
      objections && n("map.objections", objections),
      doubts.length && n("map.doubts", doubts.length),
    ]
      .filter(Boolean)
      .join(", ");
  }

  /** How many arguments bear on the claim. */
  get arguments() {
    return this.reasons + this.conditions + this.objections;
  }

  /** Fetch what bears on the claim; true when it is there. */
  async load() {
    const page = this.arguments && !this.given.length ? await claimPage(this.id) : document;
    if (!page) return false;
    const found = [
      ...this.doubts,
      ...(page === document ? this.given : page.querySelectorAll(".outline > .tree > li")),
    ];
    this.below ??= branches(found);
    this.list.replaceChildren(...this.below.map((each) => each.li));
    return true;
  }

  /** The doubts about a step whose claim is drawn elsewhere, where it can be opened. */
  makeLoose() {
    if (this.loose) return this.loose;
    this.loose = branches(this.doubts);
    this.looseList = element("ul", "tree", ...this.loose.map((each) => each.li));
    this.li.append(this.looseList);
    return this.loose;
  }

  /**
   * Show the branch in full, or as referring to where it is.
   *
   * @param {boolean} again
   */
  refer(again) {
    this.again = again;
    this.note.hidden = !again;
    if (this.details) this.details.hidden = again;
    if (again && this.doubts.length) this.makeLoose();
    if (this.looseList) this.looseList.hidden = !again;
  }

  /** The branches on view directly below this one. */
  get shown() {
    const own = this.again ? (this.doubts.length ? this.makeLoose() : []) : this.open ? this.below : [];
    return [...this.together, ...(own ?? [])];
  }
}

/** @type {(sources: Iterable<Element>) => Branch[]} */
function branches(sources) {
  return [...sources].flatMap((source) => {
    const kind = LINK_TYPES.find((each) => source.classList.contains(`is-${each}`));
    return kind ? [new Branch(source, kind)] : [];
  });
}

// The sections: the theses, then each theme with its roots.
const sections = [...outline.querySelectorAll("h2")].map((heading) => {
  const list = /** @type {Element} */ (heading.nextElementSibling);
  const theme = heading.querySelector("a");
  const roots = [...list.children].map((li) => {
    const below = li.querySelector(":scope > details");
    below?.remove();
    const root = new Branch(li, theme ? "root" : "", /** @type {HTMLElement} */ (li));
    root.given = [...(below?.querySelectorAll(":scope > .tree > li") ?? [])];
    return root;
  });
  return { heading, theme, roots };
});
const everyRoot = sections.flatMap((section) => section.roots);

// A single thesis is open to begin with, as on the map that the build drew.
const theses = sections.find(({ theme }) => !theme)?.roots ?? [];
const usual = theses.length === 1 ? theses[0].id : "";
const open = new Set(idsIn(new URLSearchParams(location.search).get("open") ?? usual));
const svg = /** @type {SVGSVGElement} */ (frame.querySelector("svg"));
const drawing = new MapDrawing(svg, (key) => flip(/** @type {Branch} */ (key)));

/** @type {(branch: Branch) => void} */
function flip(branch) {
  if (open.has(branch.id)) open.delete(branch.id);
  else open.add(branch.id);
  change();
}

/** Say of every branch on view whether it is in full or refers, and open what is to be open:
 * level by level, so that a claim is drawn in full where it stands highest. */
function settle() {
  const seen = new Set();
  /** @type {Branch[]} */
  const missing = [];
  let level = everyRoot;
  while (level.length) {
    /** @type {Branch[]} */
    const next = [];
    /** @type {(branch: Branch) => void} */
    const see = (branch) => {
      branch.refer(seen.has(branch.id));
      seen.add(branch.id);
      branch.open = !branch.again && Boolean(branch.holds) && open.has(branch.id);
      if (branch.details) branch.details.open = branch.open;
      if (branch.open && !branch.below) missing.push(branch);
      branch.together.forEach(see);
      next.push(...branch.shown.filter((each) => each.kind !== "together"));
    };
    level.forEach(see);
    level = next;
  }
  return missing;
}

let turn = 0;

/** Bring the outline, the map and the address in line with what is open. */
async function change() {
  turn += 1;
  const mine = turn;
  for (let missing = settle(); missing.length; missing = settle()) {
    frame.setAttribute("aria-busy", "true");
    const loaded = await Promise.all(missing.map((branch) => branch.load()));
    if (mine !== turn) return;
    missing.forEach((branch, index) => {
      if (loaded[index]) return;
      branch.below = [];
      branch.list.replaceChildren(element("li", "num", t("map.missing")));
    });
  }
  frame.removeAttribute("aria-busy");
  // What is out of sight is forgotten, so that the address says what is to be seen.
  const seen = new Set([...walk(everyRoot, (each) => each.shown)].filter((each) => each.open).map((each) => each.id));
  for (const id of open) if (!seen.has(id)) open.delete(id);
  draw();
  remember();
}

function draw() {
  const room = frame.clientWidth;
  const columns = Math.max(Math.floor((room + GUTTER) / (COLUMN + GUTTER)), 1);
  const column = Math.floor((room - 4 + GUTTER) / columns) - GUTTER;
  /** @type {MapItem[][]} */
  const rows = [[], []];
  for (const { heading, theme, roots } of sections) {
    if (!theme) rows[0].push(...roots.map(item));
    else {
      const label = theme.textContent;
      /** @type {Partial<DrawnItem> & MapItem} */
      const whole = {
        key: heading,
        id: heading.dataset.node,
        kind: "theme",
        css: "theme",
        word: "",
        weight: "",
        sides: null,
        label,
        title: label,
        href: theme.href,
        cell: false,
        link: "",
        below: roots.map(item),
      };
      rows[1].push(whole);
    }
  }
  drawing.show(hangingTree(rows, columns, column));
  // Standings, boxes and lines are new in the page, and follow what the reader decided.
  inserted(only(".map-and-outline"));
}

/** @type {(branch: Branch) => DrawnItem} */
function item(branch) {
  const { label, holds, kind, again } = branch;
  const count = branch.arguments + branch.doubts.length;
  const cell = !again && count > 0;
  return {
    key: branch,
    id: branch.id,
    kind,
    label: again ? `→ ${label}` : label,
    title: again ? `${branch.title} (${t("map.again")})` : branch.title,
    href: claimUrl(branch.id).href,
    word: branch.word,
    weight: branch.weight,
    sides: branch.sides,
    css: again ? "again" : kind ? "" : "top",
    cell,
    link: branch.link,
    open: branch.open,
    mark: branch.open ? "−" : `+${count}`,
    name: t(branch.open ? "map.fold" : "map.open", { label, holds }),
    below: branch.shown.map(item),
  };
}

function remember() {
  const url = new URL(location.href);
  const now = [...open].join(",");
  if (now === usual) url.searchParams.delete("open");
  else url.searchParams.set("open", now);
  replaceAddress(url.href.replace(/%2C/gi, ","));
  foldAll.hidden = !open.size;
}

outline.addEventListener(
  "toggle",
  (event) => {
    const details = /** @type {HTMLDetailsElement} */ (event.target);
    const branch = ofDetails.get(details);
    if (!branch || branch.open === details.open) return;
    if (details.open) open.add(branch.id);
    else open.delete(branch.id);
    change();
  },
  true,
);

/**
 * @param {Branch[]} level
 * @param {(branch: Branch) => Branch[]} further
 * @returns {Generator<Branch>}
 */
function* walk(level, further) {
  for (const branch of level) {
    yield branch;
    yield* walk(further(branch), further);
  }
}

const foldAll = element("button", "", t("map.fold_all"));
foldAll.setAttribute("type", "button");
foldAll.hidden = true;
foldAll.addEventListener("click", () => {
  open.clear();
  change();
});
only(".map-acts", figure).append(foldAll);

// The map that the build drew stays until what is open to begin with is there.
let width = frame.clientWidth;
whenResized(frame, () => {
  if (frame.clientWidth === width) return;
  width = frame.clientWidth;
  draw();
});

await change();
document.documentElement.dataset.map = "ready";
