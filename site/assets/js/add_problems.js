// What is wrong with a form: a list of it at the top, which gets the focus, and a line at each field.

import { only, t } from "./page.js";

/**
 * Show these problems, `{ field, request }`, at the form's fields; without any, clear them.
 *
 * @type {(form: HTMLFormElement, problems: Shortcoming[], values?: Values) => void}
 */
export function showProblems(form, problems, values) {
  clear(form);
  const summary = only(".problems", form);
  const list = only("ul", summary);
  const told = new Set();
  const found = problems.map(({ field, request }) => ({ control: controlOf(form, field), request }));
  /** @type {(first: Node, other: Node) => number} */
  const follows = (first, other) => first.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING;
  // In the order of the form; of two at one field, the first that was found.
  found.sort((first, other) => (first.control === other.control ? 0 : follows(first.control, other.control) ? 1 : -1));
  for (const { control, request } of found) {
    if (told.has(control.id)) continue;
    told.add(control.id);
    const text = t(`add.wrong.${request}`, values);
    mark(control, text);
    const link = document.createElement("a");
    link.href = `#${control.id}`;
    link.textContent = text;
    link.addEventListener("click", (event) => {
      // The fragment of the address belongs to the reader's route.
      event.preventDefault();
      reveal(control);
    });
    const row = document.createElement("li");
    row.append(link);
    list.append(row);
  }
  summary.hidden = !told.size;
  if (told.size) summary.focus();
}

/**
 * The element of a field; of one that is there per language, the first.
 *
 * @type {(form: HTMLFormElement, field: string) => HTMLElement}
 */
function controlOf(form, field) {
  return only(`[id="${field}"]`, form) ?? only(`[id^="${field}-"]:is(textarea, input)`, form);
}

/** @type {(control: HTMLElement) => void} */
function reveal(control) {
  const folded = control.closest("details");
  if (folded) folded.open = true;
  control.focus();
  control.closest(".field")?.scrollIntoView({ block: "nearest" });
}

/** @type {(control: HTMLElement, text: string) => void} */
function mark(control, text) {
  const line = document.createElement("p");
  line.className = "error";
  line.id = `${control.id}-error`;
  const sign = document.createElement("span");
  sign.className = "unseen";
  sign.textContent = t("add.error");
  line.append(sign, text);
  control.before(line);
  control.setAttribute("aria-invalid", "true");
  const described = [control.getAttribute("aria-describedby"), line.id].filter(Boolean);
  control.setAttribute("aria-describedby", described.join(" "));
}

/** @type {(form: HTMLFormElement) => void} */
function clear(form) {
  only(".problems ul", form).replaceChildren();
  for (const control of form.querySelectorAll("[aria-invalid]")) {
    control.removeAttribute("aria-invalid");
    const described = (control.getAttribute("aria-describedby") ?? "").split(" ");
    const others = described.filter((id) => id !== `${control.id}-error`);
    if (others.length) control.setAttribute("aria-describedby", others.join(" "));
    else control.removeAttribute("aria-describedby");
  }
  form.querySelectorAll(".error").forEach((line) => line.remove());
}
