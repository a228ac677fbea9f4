// The worked example of the method page: what readers accept or reject, and what they say a claim
// has of itself, is weighed by the engine of the site; marks, words and the sentence follow.

import { draw, filled, lengths, only, t } from "./page.js";
import { framework, sides, standings, weigh } from "./semantics.js";

/** The ground that any but 0 becomes where sources are not told apart. */
const UNTOLD = 0.5;
const MARGIN = 0.1;
/** The balance of a claim that a reader decides of. */
const FIXED = new Map([["reject", -1], ["accept", 1]]);

/** @type {ExampleData} */
const example = JSON.parse(only("#example").textContent);
const place = only(".tried");
const rows = example.claims.map((id) => only(`[data-example="${id}"]`, place));

/**
 * A figure with two decimals, as the table of steps has it.
 *
 * @type {(value: number) => string}
 */
const number = (value) =>
  value.toFixed(2).replace(/^-(?=0\.00)/, "").replace("-", "−").replace(".", t("decimal"));
/** @type {(row: HTMLElement) => HTMLInputElement | null} */
const slider = (row) => row.querySelector("input[type=range]");
/** @type {(row: HTMLElement) => string} */
const choice = (row) => /** @type {HTMLInputElement} */ (only("input:checked", row)).value;

/**
 * The example with these grounds and the reader's choices.
 *
 * @type {(grounds: ExampleData["grounds"], accounting?: Accounting) => { graph: Graph, bounds: Bounds }}
 */
function weighed(grounds, accounting) {
  const graph = framework({ ...example, grounds }, accounting);
  const fixed = new Map();
  for (const [node, row] of rows.entries()) {
    const balance = FIXED.get(choice(row));
    if (balance !== undefined) fixed.set(node, balance);
  }
  return { graph, bounds: weigh(graph, { fixed }) };
}

/**
 * The side of its scale on which a claim is: 1 for, -1 against, 0 neither.
 *
 * @type {(bounds: Bounds, node: number) => number}
 */
const side = ({ lower, upper }, node) => Number(lower[node] > MARGIN) - Number(upper[node] < -MARGIN);

/** Weigh the example as the reader has it, and show what comes of it. */
function follow() {
  const grounds = example.grounds.map(([kind, ground], node) => {
    const input = slider(rows[node]);
    return /** @type {ExampleData["grounds"][number]} */ ([kind, input ? Number(input.value) : ground]);
  });
  const { graph, bounds } = weighed(grounds);
  const untold = weighed(grounds.map(([kind, ground]) => [kind, ground && UNTOLD]));
  const others = { sources: untold, accrual: weighed(grounds, "strongest") };
  for (const [node, standing] of standings(graph, bounds).entries()) {
    const row = rows[node];
    const chosen = choice(row);
    const decided = FIXED.has(chosen);
    const { carried, taken } = sides(graph, bounds, node);
    const turns = Object.entries(others)
      .filter(([, other]) => !decided && side(other.bounds, node) !== side(bounds, node))
      .map(([turn]) => turn);
    // There are no cycles in it, so every band is one value.
    const figures = { carried: number(carried[0]), taken: number(taken[0]), balance: number(bounds.lower[node]) };
    const word = decided ? t(`acceptance.you_${chosen}`) : t(`acceptance.${standing}`);
    const told = only(".mark > span", row);
    told.className = decided ? "" : `s-${standing}`;
    told.textContent = word;
    draw(only(".sides", row), lengths(carried, taken));
    only(".mark", row).classList.toggle("decided", decided);
    only(".reckoned", row).textContent = decided ? "" : filled(example.figures, figures);
    only(".close", row).textContent = turns.length ? example.close : "";
    row.classList.toggle("rejected", chosen === "reject");
    const input = slider(row);
    if (input) input.disabled = decided;
    const given = row.querySelector(".given");
    if (given) given.textContent = number(grounds[node][1]);
    if (example.claims[node] !== example.thesis) continue;
    const values = { claim: example.sentence, standing: word, ...figures };
    const why = turns.length ? ` ${example.turns[turns.join("_and_")]}` : "";
    only(".told", place).textContent = filled(example.decided[chosen] ?? example.said, values) + why;
  }
}

place.addEventListener("input", follow);
only("button", place).addEventListener("click", () => {
  for (const input of place.querySelectorAll("input")) {
    if (input.type === "radio") input.checked = input.defaultChecked;
    else input.value = input.defaultValue;
  }
  follow();
});
// A browser may have kept what was chosen before the page was loaded anew.
follow();
