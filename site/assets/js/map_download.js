// A map as a file of its own: its style within, its links absolute, and where it is from.

const SVG = "http://www.w3.org/2000/svg";

/** The rules of the style sheet that are about maps, with the colours of the light theme. */
function styles() {
  const root = getComputedStyle(document.documentElement);
  const rules = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSStyleRule)
    .filter(({ selectorText }) => selectorText.startsWith(".map ") || selectorText.startsWith(".map."))
    .filter(({ selectorText }) => !selectorText.includes(":hover"));
  const own = rules.map((rule) => rule.cssText).join("\n");
  const ui = root.getPropertyValue("--ui");
  return light(`.map { font: 12px ${ui}; }\n.map.near { font-size: 11px; }\n${own}`, root);
}

/** @type {(css: string, root: CSSStyleDeclaration) => string} */
function light(css, root) {
  return css
    .replace(/var\((--[\w-]+)\)/g, (_, name) => root.getPropertyValue(name).trim())
    .replace(/light-dark\(([^,]+),[^)]*\)/g, "$1");
}

/** @type {(name: string, text: string) => SVGElement} */
function made(name, text) {
  const element = document.createElementNS(SVG, name);
  element.textContent = text;
  return element;
}

/**
 * The text of an SVG file with what this map shows.
 *
 * @type {(map: SVGSVGElement, title: string, description: string) => string}
 */
export function svgFile(map, title, description) {
  const copy = /** @type {SVGSVGElement} */ (map.cloneNode(true));
  const box = map.viewBox.baseVal;
  copy.setAttribute("xmlns", SVG);
  copy.setAttribute("xml:lang", document.documentElement.lang);
  copy.setAttribute("width", String(box.width));
  copy.setAttribute("height", String(box.height));
  for (const link of copy.querySelectorAll("a")) {
    link.setAttribute("href", new URL(link.getAttribute("href") ?? "", location.href).href);
  }
  // What opens and closes on the page has nothing to do in a file.
  for (const cell of copy.querySelectorAll("g.more")) {
    if (cell.getAttribute("aria-expanded") === "true") cell.remove();
    for (const name of ["role", "tabindex", "aria-expanded", "aria-label"]) cell.removeAttribute(name);
  }
  const paper = document.createElementNS(SVG, "rect");
  paper.setAttribute("width", "100%");
  paper.setAttribute("height", "100%");
  const root = getComputedStyle(document.documentElement);
  // Not as an attribute that is set: what may be on a page rules that out.
  paper.style.cssText = light("fill: var(--paper); stroke: none", root);
  copy.prepend(made("title", title), made("desc", description), made("style", styles()), paper);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}

/** @type {(figure: Element) => void} */
function save(figure) {
  const caption = figure.querySelector("figcaption")?.firstChild?.textContent?.trim() ?? "";
  const licence = document.querySelector("footer.bottom p")?.textContent.trim() ?? "";
  const title = document.querySelector("h1")?.textContent.trim() ?? "";
  const text = svgFile(
    /** @type {SVGSVGElement} */ (figure.querySelector("svg.map")),
    title,
    `${caption} ${licence} ${location.href}`,
  );
  const url = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${location.pathname.split("/").findLast(Boolean) ?? "map"}.svg`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

/** @type {(acts: Element, words: string) => HTMLElement} */
function button(acts, words) {
  const control = document.createElement("button");
  control.type = "button";
  control.textContent = words;
  acts.append(control);
  return control;
}

for (const figure of document.querySelectorAll("figure[data-download]")) {
  const acts = /** @type {Element} */ (figure.querySelector(".map-acts"));
  const control = acts.querySelector("a[download]") ?? button(acts, figure.getAttribute("data-download") ?? "");
  control.addEventListener("click", (event) => {
    event.preventDefault();
    save(figure);
  });
}
