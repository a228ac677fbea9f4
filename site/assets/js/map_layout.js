// The layout of larger maps, by the same rules as graph/pages/maps/hanging_tree.py and text_lines.py,
// to which a test holds it. All lengths are whole pixels.

import { CONDITIONING, HELPING, HINDERING, UNDERCUTTING } from "./vocabulary.js";

export const SIZE = 12;
export const LINE = 15;
export const PAD = 7;
export const CELL = 30;
export const GUTTER = 18;
export const COLUMN = 190;
const TAG = 18;
const GAP = 8;
const LANE = 7;
const MARGIN = 2;
/** Where lines run up along the left edge of a map: boxes that hang from others stand further in. */
const EDGE = MARGIN + 2;
const TOP = 250;
const NARROWEST = 138;
const ROWS = 26;
/** Where the lines of one, two or three sides come down from a box. @type {Record<number, number[]>} */
const DROPS = { 1: [0], 2: [-6, 6], 3: [-6, 0, 6] };
const SIDES = [HELPING, CONDITIONING, HINDERING];
const KINDS = ["together", ...UNDERCUTTING, ...SIDES.flat()];

/** @type {[width: number, letters: string][]} */
const WIDTHS = [
  [340, " .,:;'’‘|ijlI"],
  [420, "!()[]/-frt"],
  [530, "“”\"?–_"],
  [600, "cksvxyzJ"],
  [990, "mwMW%@&—…"],
  [790, "ABCDEFGHKLNOPQRSTUVXYZ"],
];
const WIDTH = new Map(WIDTHS.flatMap(([width, letters]) => [...letters].map((each) => [each, width])));

/**
 * The most that a text takes, in thousandths of its size.
 *
 * @type {(text: string) => number}
 */
export function textWidth(text) {
  let sum = 0;
  for (const letter of text) {
    sum += WIDTH.get(letter) ?? (letter > "\u2e7f" ? 1000 : 640);
  }
  return sum;
}

/** @type {(text: string, room: number, size: number, bold: boolean) => boolean} */
const fits = (text, room, size, bold) =>
  textWidth(text) * size * (bold ? 114 : 100) <= room * 100000;

/**
 * A text broken between words, and within a word only where that is too long for a line.
 *
 * @type {(text: string, room: number, size: number, bold?: boolean) => string[]}
 */
export function lines(text, room, size, bold = false) {
  const found = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line ? `${line} ${word}` : word;
    if (fits(longer, room, size, bold)) {
      line = longer;
      continue;
    }
    if (line) found.push(line);
    let letters = [...word];
    while (letters.length > 1 && !fits(letters.join(""), room, size, bold)) {
      let cut = letters.length - 1;
      while (cut > 1 && !fits(letters.slice(0, cut).join(""), room, size, bold)) cut -= 1;
      found.push(letters.slice(0, cut).join(""));
      letters = letters.slice(cut);
    }
    line = letters.join("");
  }
  return [...found, line];
}

/**
 * The layout of trees that stand beside each other row by row. An item is
 * `{key, label, kind, cell, below}`; the answer has boxes in reading order, edges and a size.
 *
 * @type {(rows: MapItem[][], columns: number, column?: number) => Layout}
 */
export function hangingTree(rows, columns, column = COLUMN) {
  const layout = empty();
  let y = MARGIN;
  for (const [number, trees] of rows.entries()) {
    const groups = wrapped(trees, columns);
    for (const group of groups) {
      let bottom = y;
      /** @type {LaidOut[]} */
      const headings = [];
      let x = MARGIN;
      const shares = sharesOf(group, columns, column);
      const themed = Math.floor((columns * (column + GUTTER)) / group.length) - GUTTER;
      group.forEach((tree, index) => {
        const width = columnWidth(tree, tree.kind === "theme" ? themed : column);
        const first = layout.boxes.length;
        bottom = Math.max(bottom, place(layout, tree, x, y, width, shares[index]));
        if (tree.kind === "theme") headings.push(layout.boxes[first]);
        x += shares[index] * (width + GUTTER);
      });
      y = bottom + ROWS;
      if (headings.length && number === 1 && groups.length === 1 && rows[0].length === 1) join(layout, headings);
    }
  }
  layout.width = Math.max(0, ...layout.boxes.map((each) => each.x + each.width)) + MARGIN;
  layout.height = y - ROWS + MARGIN;
  return layout;
}

/**
 * Join themes to the box above them all: up from each heading to the one before it, and from the
 * first along the margin, at the left of whatever hangs from that box.
 *
 * @type {(layout: Layout, headings: LaidOut[]) => void}
 */
function join(layout, headings) {
  const [top] = layout.boxes;
  const up = top.x > EDGE ? `V${top.y + PAD + Math.floor(LINE / 2)}H${top.x}` : `V${top.y + top.height}`;
  for (const [index, { item, x, y }] of headings.entries()) {
    const along = index ? `H${headings[index - 1].x + GAP}` : `H${EDGE}${up}`;
    const path = `M${x + GAP} ${y}V${y - ROWS / 2}${along}`;
    layout.edges.push({ key: item.key, kind: "theme", path, link: "" });
  }
}

/** @type {(trees: MapItem[], columns: number) => MapItem[][]} */
function wrapped(trees, columns) {
  /** @type {MapItem[][]} */
  const rows = [];
  let used = columns;
  for (const tree of trees) {
    const least = Math.min(sides(tree), columns);
    if (used + least > columns) {
      rows.push([]);
      used = 0;
    }
    rows[rows.length - 1].push(tree);
    used += least;
  }
  return rows;
}

/** @type {(tree: MapItem) => number} */
function sides(tree) {
  return tree.kind === "theme" ? 1 : Math.max(new Set(tree.below.map((each) => each.kind)).size, 1);
}

/** @type {(trees: MapItem[], columns: number, column: number) => number[]} */
function sharesOf(trees, columns, column) {
  if (trees.length === 1 && !trees[0].below.length) return [columns];
  const shares = trees.map((tree) => Math.min(sides(tree), columns));
  const left = columns - shares.reduce((sum, share) => sum + share, 0);
  for (let n = 0; n < left; n += 1) {
    const heights = trees.map((tree, index) =>
      shares[index] < tree.below.length && tree.kind !== "theme"
        ? place(empty(), tree, 0, 0, columnWidth(tree, column), shares[index])
        : 0,
    );
    const tallest = heights.indexOf(Math.max(...heights));
    if (heights[tallest]) shares[tallest] += 1;
  }
  return shares;
}

/** @type {() => Layout} */
const empty = () => ({ boxes: [], edges: [], width: 0, height: 0 });

/** @type {(tree: MapItem, least: number) => number} */
function columnWidth(tree, least) {
  return Math.max(least, needed(tree), ...tree.below.map((each) => LANE * 2 + needed(each)));
}

/** @type {(item: MapItem) => number} */
function needed(item) {
  const inset = insetOf(item);
  return Math.max(NARROWEST, ...item.below.map((each) => inset + needed(each)));
}

/** @type {(item: MapItem) => number} */
function insetOf(item) {
  const kinds = new Set(item.below.map((each) => each.kind));
  kinds.delete("root");
  return kinds.size ? LANE * (kinds.size + 1) : 0;
}

/** @type {(layout: Layout, tree: MapItem, x: number, y: number, width: number, columns: number) => number} */
function place(layout, tree, x, y, width, columns) {
  const groups = SIDES.map((kinds) => tree.below.filter((each) => kinds.includes(each.kind))).filter(
    (items) => items.length,
  );
  if (!tree.below.length) {
    return box(layout, tree, x, y, columns > 1 ? Math.max(width, TOP) : width);
  }
  if (columns < 2 || columns < groups.length || !groups.length) {
    return hang(layout, tree, x, y, width);
  }
  const pitch = width + GUTTER;
  const shares = sideShares(groups, width, columns);
  const whole = columns * pitch - GUTTER;
  const middle = Math.floor(groups.length / 2);
  const before = shares.slice(0, middle).reduce((sum, share) => sum + share, 0);
  const beside = groups.length % 2 ? Math.floor((shares[middle] * pitch - GUTTER) / 2) : -GUTTER / 2;
  const centre = x + before * pitch + beside;
  const top = Math.min(TOP, whole);
  const boxX = Math.min(Math.max(centre - Math.floor(top / 2), x), x + whole - top);
  const under = box(layout, tree, boxX, y, top);
  let bottom = under;
  let first = 0;
  groups.forEach((items, index) => {
    const drop = centre + DROPS[groups.length][index];
    const bus = under + (groups.length === 3 && index === 1 ? 20 : 12);
    const spines = Array.from({ length: shares[index] }, (_, n) => x + (first + n) * pitch + LANE);
    const ends = buses(spines, drop, bus, under);
    const reached = spines.map(() => bus);
    for (const item of items) {
      const at = reached.indexOf(Math.min(...reached));
      const boxY = reached[at] + TAG + GAP / 2;
      const joint = boxY + PAD + Math.floor(LINE / 2);
      const path = `M${spines[at] + LANE} ${joint}H${spines[at]}${ends[at]}`;
      layout.edges.push({ key: item.key, kind: item.kind, path, link: item.link });
      ends[at] = `V${joint}`;
      reached[at] = hang(layout, item, spines[at] + LANE, boxY, width - LANE * 2) + GAP;
    }
    bottom = Math.max(bottom, ...reached);
    first += shares[index];
  });
  return bottom - GAP;
}

/** @type {(groups: MapItem[][], width: number, columns: number) => number[]} */
function sideShares(groups, width, columns) {
  if (groups.length === 1) return [columns];
  const most = columns - groups.length + 1;
  const heights = groups.map((items) =>
    Array.from({ length: most }, (_, n) => sideHeight(items, width, n + 1)),
  );
  /** @type {number[]} */
  let best = [];
  let lowest = Infinity;
  for (const shares of parted(columns, groups.length)) {
    const height = Math.max(...heights.map((side, n) => side[shares[n] - 1]));
    if (height < lowest) [best, lowest] = [shares, height];
  }
  return best;
}

/**
 * Every way to part columns among sides, of which none goes without.
 *
 * @type {(columns: number, parts: number) => number[][]}
 */
function parted(columns, parts) {
  if (parts === 1) return [[columns]];
  return Array.from({ length: columns - parts + 1 }, (_, n) => n + 1).flatMap((first) =>
    parted(columns - first, parts - 1).map((rest) => [first, ...rest]),
  );
}

/** @type {(items: MapItem[], width: number, columns: number) => number} */
function sideHeight(items, width, columns) {
  const reached = Array(columns).fill(0);
  for (const item of items) {
    const at = reached.indexOf(Math.min(...reached));
    reached[at] += TAG + GAP / 2 + hang(empty(), item, 0, 0, width - LANE * 2) + GAP;
  }
  return Math.max(...reached);
}

/** @type {(spines: number[], drop: number, bus: number, under: number) => string[]} */
function buses(spines, drop, bus, under) {
  return spines.map((spine, index) => {
    if (spine <= drop) {
      const inner = index + 1 < spines.length ? spines[index + 1] : drop + 1;
      return `V${bus}${inner <= drop ? `H${inner}` : `H${drop}V${under}`}`;
    }
    const inner = index ? spines[index - 1] : drop - 1;
    const end = inner > drop ? `H${inner}` : `H${drop}`;
    return `V${bus}${end}${inner < drop && index === 0 ? `V${under}` : ""}`;
  });
}

/** @type {(layout: Layout, item: MapItem, x: number, y: number, width: number) => number} */
function hang(layout, item, x, y, width) {
  const under = box(layout, item, x, y, width);
  let bottom = under;
  const inset = insetOf(item);
  for (const each of item.below.filter((other) => other.kind === "root")) {
    bottom = hang(layout, each, x, bottom + GAP, width);
  }
  let lane = inset;
  for (const kind of KINDS) {
    const items = item.below.filter((each) => each.kind === kind);
    if (!items.length) continue;
    lane -= LANE;
    let end = under;
    for (const each of items) {
      const boxY = bottom + TAG + GAP / 2;
      const joint = boxY + PAD + Math.floor(LINE / 2);
      layout.edges.push({
        key: each.key,
        kind,
        path: `M${x + inset} ${joint}H${x + lane}V${end}`,
        link: each.link,
      });
      end = joint;
      bottom = hang(layout, each, x + inset, boxY, width - inset);
    }
  }
  return bottom;
}

/** @type {(layout: Layout, item: MapItem, x: number, y: number, width: number) => number} */
function box(layout, item, x, y, width) {
  const room = width - 12 - (item.cell ? CELL : 0);
  const words = lines(item.label, room, SIZE, item.kind === "" || item.kind === "theme");
  const height = PAD * 2 + LINE * words.length;
  layout.boxes.push({ item, x, y, width, height, lines: words });
  return y + height;
}
