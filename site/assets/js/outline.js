// Reasons and objections as nested lists: opened all at once, or down to one place.

/**
 * Open everything that a place is folded into, mark it, and bring it into view if it is sought anew.
 *
 * @type {(target: Element, anew: boolean) => void}
 */
export function reveal(target, anew) {
  for (let each = target.closest("details"); each; each = each.parentElement?.closest("details") ?? null) {
    each.open = true;
  }
  for (const each of document.querySelectorAll(".sought")) each.classList.remove("sought");
  target.classList.add("sought");
  if (anew) target.scrollIntoView();
}

/**
 * Open all branches of an outline, or close them all when there is nothing left to open.
 *
 * @type {(button: HTMLElement) => void}
 */
export function toggle(button) {
  const branches = [...(button.parentElement?.querySelectorAll("details") ?? [])];
  const open = branches.some((each) => !each.open);
  for (const each of branches) each.open = open;
  button.textContent = (open ? button.dataset.close : button.dataset.open) ?? "";
}
