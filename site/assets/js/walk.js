// Where do you get off? What a reader's answers come to: states of lines, the thesis, a position. Answers
// stand behind the # of the address, so that they never leave the browser, one step of its history each.

import { answered, parting } from "./answered.js";
import { part, weighed } from "./consequences.js";
import { carryOver, claimUrl, element, n, only, pushAddress, replaceAddress, t } from "./page.js";
import { listed, position } from "./position.js";

/** @type {WalkFile} */
const walk = JSON.parse(only("#walk").textContent ?? "");
const form = only("form.walk");
const claims = walk.stops.map((stop) => stop.claim);
const lines = walk.lines.map((line) => line.link);
const ANSWERS = new Set(["yes", "no", "unsure"]);

/**
 * What is answered, by claim.
 *
 * @type {Map<string, string>}
 */
let given = new Map();
/** @type {number} */
let turn = 0;

// ── The address ──────────────────────────────────────────────────────────────

/** @type {(text: string) => Map<string, string>} */
function answersIn(text) {
  const found = new URLSearchParams(text);
  return new Map(
    walk.stops.flatMap(({ claim, older }) => {
      const answer = [claim, ...older].map((id) => found.get(id)).find(Boolean) ?? "";
      return ANSWERS.has(answer) ? [/** @type {const} */ ([claim, answer])] : [];
    }),
  );
}

/** @type {() => string} */
const written = () => [...given].map(([claim, answer]) => `${claim}=${answer}`).join("&");

/** @type {() => URL} */
function address() {
  const url = new URL(location.href);
  // A form that was sent without scripts has written them here.
  for (const claim of claims) url.searchParams.delete(claim);
  url.hash = written();
  return url;
}

/** What the address says; an address that leads to a place on the page says nothing of answers. */
function read() {
  const found = answersIn(location.hash.slice(1));
  const place = location.hash.length > 1 && !location.hash.includes("=");
  if (!place || found.size) given = found;
  const sent = answersIn(location.search);
  if (sent.size && !given.size) given = sent;
  if (place || sent.size) replaceAddress(address());
}

// ── What the answers come to ─────────────────────────────────────────────────

/** @type {(answer: string) => string[]} */
const saying = (answer) => claims.filter((claim) => given.get(claim) === answer);

/**
 * What all answers come to, and what those alone by which claims are accepted.
 *
 * @type {() => Promise<[after: WalkOutcome, agreed: WalkOutcome] | null>}
 */
async function outcome() {
  const within = await part(walk.framework);
  if (!within) return null;
  /** @type {(no: string[]) => Promise<WalkOutcome>} */
  const without = async (no) => {
    const { after } = await weighed(within, no, saying("yes"));
    return answered(within.graph, after, walk.thesis, lines, within.links);
  };
  try {
    const no = saying("no");
    const agreed = await without([]);
    return [no.length ? await without(no) : agreed, agreed];
  } catch {
    return null;
  }
}

/** @type {(place: number, after: WalkOutcome, agreed: WalkOutcome) => string} */
function remark(place, after, agreed) {
  const { claim, line, breaks } = walk.stops[place];
  const answer = given.get(claim);
  if (line < 0) return answer === "no" ? t("walk.says.gate") : "";
  const ends = (/** @type {number} */ each) => after.lines[each] === "broken" && agreed.lines[each] !== "broken";
  const broken = [...new Set([line, ...breaks])].filter(ends).sort();
  /** @type {(places: number[]) => { lines: string }} */
  const named = (places) => ({ lines: listed(places.map((each) => walk.lines[each].label), { t, n }) });
  if (answer === "no" && broken.length) return n("walk.says.off", broken.length, named(broken));
  if (answer === "no") return t("walk.says.bent", named([line]));
  return answer === "yes" && after.lines[line] === "broken" ? t("walk.says.moot") : "";
}

/** @type {(found: Awaited<ReturnType<typeof outcome>>) => void} */
function tell(found) {
  const three = only(".three");
  const said = found ? position(walk, ...found, saying("no"), { t, n }) : [t("walk.says.failed")];
  const told = given.size ? said : [t("walk.position.empty")];
  three.replaceChildren(...told.map((sentence) => element("p", {}, sentence)));
  const stop = parting(walk.stops, saying("no"));
  const parts = only(".parting");
  parts.hidden = !stop;
  if (!stop) return;
  const words = stop.held === "endorsed" ? t("walk.says.parts", { author: form.dataset.author ?? "" }) : t("walk.says.parts_unspoken");
  only("b", parts).textContent = words;
  const link = /** @type {HTMLAnchorElement} */ (only("a", parts));
  link.href = claimUrl(stop.claim).href;
  link.textContent = only(`[data-stop="${stop.claim}"] legend a`).textContent;
}

/** @type {(after: WalkOutcome, agreed: WalkOutcome) => void} */
function paint(after, agreed) {
  [...form.querySelectorAll(".board li")].forEach((row, place) => {
    /** @type {HTMLElement} */ (row).dataset.state = after.lines[place];
  });
  only(".became", form).textContent = t(`walk.word.${after.standing}`);
  [...form.querySelectorAll(".stop")].forEach((stop, place) => {
    const words = remark(place, after, agreed);
    const off = only(".off", stop);
    off.textContent = words;
    off.hidden = !words;
  });
}

async function show() {
  const now = (turn += 1);
  for (const input of form.querySelectorAll("input")) input.checked = given.get(input.name) === input.value;
  only(".until", form).hidden = given.size > 0;
  const whole = /** @type {HTMLAnchorElement} */ (only(".whole a"));
  const verdicts = { reject: saying("no"), accept: saying("yes") };
  const decided = Object.entries(verdicts).filter(([, ids]) => ids.length);
  whole.search = decided.map(([verdict, ids]) => `${verdict}=${ids.join(",")}`).join("&");
  only(".whole").hidden = !decided.length;
  carryOver("hash", written());
  const found = await outcome();
  if (now !== turn) return;
  if (found) paint(...found);
  tell(found);
}

// ── What the reader does ─────────────────────────────────────────────────────

form.addEventListener("change", ({ target }) => {
  const { name, value } = /** @type {HTMLInputElement} */ (target);
  given = new Map(claims.flatMap((claim) => {
    const answer = claim === name ? value : given.get(claim);
    return answer ? [/** @type {const} */ ([claim, answer])] : [];
  }));
  pushAddress(address(), history.state);
  show();
});
form.addEventListener("submit", (event) => event.preventDefault());

only(".reset").addEventListener("click", () => {
  given = new Map();
  pushAddress(address(), history.state);
  show();
  only("input", form).focus();
});

const copy = only(".copy");
copy.addEventListener("click", async () => {
  const copied = navigator.clipboard?.writeText(location.href).then(() => true);
  const done = await (copied ?? Promise.resolve(false)).catch(() => false);
  copy.textContent = t(`walk.says.${done ? "copied" : "address"}`);
});

only(".board a").addEventListener("click", (event) => {
  event.preventDefault();
  only("#end").scrollIntoView();
  only("#end").focus({ preventScroll: true });
});
for (const sign of ["popstate", "hashchange", "pageshow"]) {
  addEventListener(sign, () => {
    read();
    show();
  });
}
read();
show();
