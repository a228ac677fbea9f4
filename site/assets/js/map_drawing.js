// Draws a layout as SVG, in the same shapes as graph/pages/map_drawing.py, and keeps the element
// of each box, so that the focus stays where it is when a branch opens.

import { CELL, LINE } from "./map_layout.js";

const SVG = "http://www.w3.org/2000/svg";
const SIGNS = { together: "+", supports: "▲", contradicts: "▼", undercuts: "◆" };

/** An SVG element with these attributes and children. */
export function shape(name, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A drawing in an SVG element that is there; `flip` is called with the key of a box to open or close. */
export class MapDrawing {
  constructor(svg, flip) {
    this.svg = svg;
    this.flip = flip;
    this.groups = new Map();
    svg.replaceChildren();
  }

  /** Draw a layout of items that have besides `id, href, title, word, css, mark, open, name`. */
  show(layout) {
    const { svg } = this;
    svg.setAttribute("viewBox", `0 0 ${layout.width} ${layout.height}`);
    svg.setAttribute("width", layout.width);
    svg.setAttribute("height", layout.height);
    for (const edge of svg.querySelectorAll(":scope > .edge")) edge.remove();
    svg.prepend(
      ...layout.edges.map(({ kind, path }) => shape("path", { class: `edge ${kind}`, d: path })),
    );
    const shown = new Set(layout.boxes.map((box) => box.item.key));
    for (const [key, group] of this.groups) {
      if (!shown.has(key)) {
        group.remove();
        this.groups.delete(key);
      }
    }
    let next = svg.querySelector(":scope > g");
    for (const box of layout.boxes) {
      const group = this.group(box);
      // What stands in its place already is not moved: that would lose the focus.
      if (group === next) next = group.nextElementSibling;
      else svg.insertBefore(group, next);
    }
  }

  group(box) {
    const { item } = box;
    let group = this.groups.get(item.key);
    if (!group) {
      group = shape(
        "g",
        { "data-node": item.id },
        shape("text", { class: `tag ${item.kind}`, x: 2, y: -5 }),
        shape("a", { href: item.href }, shape("title"), shape("rect", { rx: 3 })),
      );
      if (!item.word) group.firstChild.remove();
      this.groups.set(item.key, group);
    }
    group.setAttribute("transform", `translate(${box.x} ${box.y})`);
    const node = group.querySelector("a");
    node.setAttribute("class", `node ${item.css}`.trim());
    node.querySelector("title").textContent = item.title;
    if (item.word) group.firstChild.textContent = `${SIGNS[item.kind]} ${item.word}`;
    const rect = node.querySelector("rect");
    rect.setAttribute("width", box.width);
    rect.setAttribute("height", box.height);
    for (const text of node.querySelectorAll("text")) text.remove();
    const top = (box.height - LINE * box.lines.length) / 2 + LINE * 0.78;
    node.append(
      ...box.lines.map((line, n) => shape("text", { x: 8, y: +(top + LINE * n).toFixed(2) }, line)),
    );
    this.cell(group, box);
    return group;
  }

  cell(group, { item, width, height }) {
    let cell = group.querySelector(".more");
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
    cell.setAttribute("aria-expanded", item.open);
    cell.setAttribute("aria-label", item.name);
    const [rect, path, text] = cell.children;
    rect.setAttribute("x", width - CELL);
    rect.setAttribute("height", height);
    path.setAttribute("d", `M${width - CELL} 0v${height}`);
    text.setAttribute("x", width - CELL / 2);
    text.setAttribute("y", height / 2 + 4);
    text.textContent = item.mark;
  }
}
