// Draws a layout as SVG, in the same shapes as graph/pages/maps/drawing.py, and keeps the element
// of each box, so that the focus stays where it is when a branch opens.

import { CELL, LINE } from "./map_layout.js";
import { STEPS, draw } from "./page.js";
import { DOUBLE, SIGNS } from "./vocabulary.js";

const SVG = "http://www.w3.org/2000/svg";

/**
 * An SVG element with these attributes and children.
 *
 * @type {(name: string, attributes?: Attributes, ...children: (Node | string)[]) => SVGElement}
 */
export function shape(name, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

/** @type {(whole: Element, selector: string) => Element} */
const part = (whole, selector) => /** @type {Element} */ (whole.querySelector(selector));

/**
 * How a claim stands, along the lower side of its box.
 *
 * @type {(sides: number[], width: number, height: number) => SVGElement}
 */
function strip(sides, width, height) {
  const ends = { carried: width - 1, taken: 1 };
  const lines = Object.entries(ends).map(([css, end]) =>
    shape("path", { class: css, pathLength: STEPS, d: `M${width / 2} ${height - 1}H${end}` }),
  );
  const made = shape("g", { class: "strip" }, ...lines);
  draw(made, sides);
  return made;
}

/** A drawing in an SVG element that is there; `flip` is called with the key of a box to open or close. */
export class MapDrawing {
  /**
   * @param {SVGElement} svg
   * @param {(key: MapKey) => void} flip
   */
  constructor(svg, flip) {
    this.svg = svg;
    this.flip = flip;
    /** @type {Map<MapKey, SVGElement>} */
    this.groups = new Map();
    svg.replaceChildren();
  }

  /**
   * Draw a layout of items that have besides `id, href, title, word, css, mark, open, name`.
   *
   * @param {Layout} layout
   */
  show(layout) {
    const { svg } = this;
    svg.setAttribute("viewBox", `0 0 ${layout.width} ${layout.height}`);
    svg.setAttribute("width", String(layout.width));
    svg.setAttribute("height", String(layout.height));
    for (const line of svg.querySelectorAll(":scope > path")) line.remove();
    const weights = new Map(layout.boxes.map(({ item }) => [item.key, /** @type {DrawnItem} */ (item).weight]));
    // A double line is a broad one with the paper showing through its middle.
    const insides = layout.edges.filter(({ kind }) => DOUBLE.includes(kind));
    svg.prepend(
      ...layout.edges.map(({ key, kind, path, link }) =>
        shape("path", { class: `edge ${kind} ${weights.get(key) ?? ""}`.trim(), d: path, ...(link && { "data-link": link }) }),
      ),
      ...insides.map(({ path }) => shape("path", { class: "inside", d: path })),
    );
    const shown = new Set(layout.boxes.map((box) => box.item.key));
    for (const [key, group] of this.groups) {
      if (!shown.has(key)) {
        group.remove();
        this.groups.delete(key);
      }
    }
    /** @type {Element | null} */
    let next = svg.querySelector(":scope > g");
    for (const box of layout.boxes) {
      const group = this.group(box);
      // What stands in its place already is not moved: that would lose the focus.
      if (group === next) next = group.nextElementSibling;
      else svg.insertBefore(group, next);
    }
  }

  /**
   * The group of a box, as it is to be.
   *
   * @param {LaidOut} box
   */
  group(box) {
    const item = /** @type {DrawnItem} */ (box.item);
    const group = this.groups.get(item.key) ?? this.begun(item);
    group.setAttribute("transform", `translate(${box.x} ${box.y})`);
    const node = part(group, "a");
    node.setAttribute("class", `node ${item.css}`.trim());
    part(node, "title").textContent = item.title;
    if (item.word) part(group, ".tag").textContent = `${SIGNS[item.kind] ?? "+"} ${item.word}`;
    const rect = part(node, "rect");
    rect.setAttribute("width", String(box.width));
    rect.setAttribute("height", String(box.height));
    for (const old of node.querySelectorAll("text, .strip")) old.remove();
    const top = (box.height - LINE * box.lines.length) / 2 + LINE * 0.78;
    node.append(
      ...box.lines.map((line, n) => shape("text", { x: 8, y: +(top + LINE * n).toFixed(2) }, line)),
    );
    if (item.sides) node.append(strip(item.sides, box.width - (item.cell ? CELL : 0), box.height));
    this.cell(group, item, box);
    return group;
  }

  /**
   * The group of a box that is drawn for the first time.
   *
   * @param {DrawnItem} item
   */
  begun(item) {
    const link = shape("a", { href: item.href }, shape("title"), shape("rect", { rx: 3 }));
    const group = shape("g", { "data-node": item.id }, link);
    if (item.word) group.prepend(shape("text", { class: `tag ${item.kind}`, x: 2, y: -5 }));
    this.groups.set(item.key, group);
    return group;
  }

  /**
   * What opens and closes a box.
   *
   * @param {SVGElement} group
   * @param {DrawnItem} item
   * @param {LaidOut} box
   */
  cell(group, item, { width, height }) {
    let cell = /** @type {SVGElement | null} */ (group.querySelector(".more"));
    if (!item.cell) {
      cell?.remove();
      return;
    }
    if (!cell) {
      cell = shape(
        "g",
        { class: "more", role: "button", tabindex: 0 },
        shape("rect", { rx: 3, width: CELL }),
        shape("path"),
        shape("text"),
      );
      cell.addEventListener("click", () => this.flip(item.key));
      cell.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        this.flip(item.key);
      });
      group.append(cell);
    }
    cell.setAttribute("aria-expanded", String(item.open));
    cell.setAttribute("aria-label", item.name);
    const [rect, path, text] = cell.children;
    rect.setAttribute("x", String(width - CELL));
    rect.setAttribute("height", String(height));
    path.setAttribute("d", `M${width - CELL} 0v${height}`);
    text.setAttribute("x", String(width - CELL / 2));
    text.setAttribute("y", String(height / 2 + 4));
    text.textContent = item.mark;
  }
}
