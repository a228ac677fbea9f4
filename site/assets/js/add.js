// The form page: `?supports=ID` or another type of link, `?answers=ID` or `?correct=ID`.

import { answersIn, correctionProblems, issueAnswers, outcome, perLanguage } from "./add_draft.js";
import { forgetAnswers, keepAnswers, restoreAnswers } from "./add_kept.js";
import { showProblems } from "./add_problems.js";
import { showCorrection, showFiles } from "./add_result.js";
import { listedClaims, picker } from "./claim_picker.js";
import { texts } from "./draft.js";
import { ITEMS, NOTE, TEXT } from "./limits.js";
import { plain } from "./naming.js";
import { alike } from "./near.js";
import { base, carryOver, claimUrl, data, entry, only, replaceAddress, t } from "./page.js";
import { CONDITIONING, HELPING, HINDERING } from "./vocabulary.js";
import { translationMarks } from "./wording_mark.js";

/** What is argued with, and what else can be done. */
const ARGUING = [...HELPING, ...HINDERING, ...CONDITIONING];
const MODES = [...ARGUING, "answers", "correct"];
const SAME = 97;
const form = /** @type {HTMLFormElement} */ (only("main form"));
const fields = /** @type {Record<string, HTMLSelectElement>} */ (/** @type {unknown} */ (form.elements));
const result = only(".result");
const about = only(".about .big", form);
const near = only(".near", form);
const kept = only(".kept", form);
/** @type {Adding} */
const adding = JSON.parse(only("#adding").textContent);
const inFigures = new Intl.NumberFormat(document.documentElement.lang);
/** What is at most allowed, for the words of requests. */
const most = {
  n: adding.longest_quote,
  text: inFigures.format(TEXT),
  note: inFigures.format(NOTE),
  items: inFigures.format(ITEMS),
};
const own = document.title;

/** @type {[RecordsFile | null, ClaimsFile | null, ...(Schema | null)[]]} */
const [known, rows, claimSchema, sourceSchema, speakerSchema] = await Promise.all([
  data("add/records.json"),
  data(new URL("lists/claims.json", base).href),
  data("schema/claim.json"),
  data("schema/source.json"),
  data("schema/speaker.json"),
]);
const claims = listedClaims(rows);
const taken = {
  claims: new Set(known?.taken.claims),
  sources: new Set(known?.taken.sources),
  speakers: new Set(known?.taken.speakers),
};
let target = /** @type {Aim | null} */ (null);

/**
 * The claim of this id with what the page knows of it, or null.
 *
 * @type {(id: string) => Aim | null}
 */
function claimOf(id) {
  const present = entry(known?.aliases, id) ?? id;
  const record = entry(known?.claims, present);
  const claim = claims.get(present);
  if (!record || !claim) return null;
  const [, path, question, mark] = record;
  const marks = Object.fromEntries(stepsTo(claim).map(([name, , made]) => [name, made]));
  return { ...claim, path, question: question === 1, debate: path.split("/")[1], mark, marks };
}

/**
 * The steps towards a claim: name, claim, mark.
 *
 * @type {(claim: { id: string } | null) => [name: string, claim: string, mark: string][]}
 */
const stepsTo = (claim) => (claim && entry(known?.steps, claim.id)) ?? [];

/** @type {() => string} */
const mode = () => fields.mode.value;
/** @type {(name: string) => HTMLElement} */
const part = (name) => only(`[data-for="${name}"]`, form);

/** @type {(control: string, around?: string) => HTMLElement} */
const field = (control, around = ".field") => /** @type {HTMLElement} */ (only(control, form).closest(around));

/** Show the parts of the form that what is chosen asks for. */
function arrange() {
  const [now, said] = [mode(), fields.said.value];
  part("claim").hidden = now === "correct";
  part("correct").hidden = now !== "correct";
  part("because").hidden = now === "answers";
  part("known").hidden = said !== "known";
  part("new").hidden = said !== "new";
  part("passage").hidden = said === "none";
  only("#object").hidden = !HINDERING.includes(now) || !stepsTo(target).length;
  field("#step").hidden = fields.object.value !== "step";
  for (const each of [...ARGUING, "answers"]) {
    const fits = (each === "answers") === Boolean(target?.question);
    field(`#mode-${each}`, ".choice").hidden = !fits;
  }
  result.hidden = true;
}

/**
 * Take up the claim that the form is about; what can be done with it depends on its kind.
 *
 * @type {(claim: Aim | null) => void}
 */
function take(claim) {
  target = claim;
  about.replaceChildren();
  if (claim) {
    const link = document.createElement("a");
    link.href = claimUrl(claim.id).href;
    link.textContent = claim.sentence ?? "";
    if (claim.lang) link.lang = claim.lang;
    about.append(link);
    only(".about summary", form).textContent = t("add.another");
    if (claim.question && ARGUING.includes(mode())) fields.mode.value = "answers";
    if (!claim.question && mode() === "answers") fields.mode.value = ARGUING[0];
  }
  const steps = stepsTo(claim);
  const options = steps.map(([name, id]) => new Option(claims.get(id)?.sentence ?? id, name));
  fields.step.replaceChildren(fields.step.options[0] ?? new Option("—", ""), ...options);
  if (!steps.length) fields.object.value = "claim";
  arrange();
}

/**
 * Say in heading and title what the form is for, and in the title that something is wrong.
 *
 * @type {(problems?: Shortcoming[]) => void}
 */
function head(problems = []) {
  const heading = only("h1");
  if (target) heading.textContent = t(`add.heading.${mode()}`);
  const sign = problems.length ? t("add.error") : "";
  document.title = sign + own.replace(/^[^·]+(?= ·|$)/, heading.textContent);
}

/** Keep what the form is about in the address. */
function keep() {
  const url = new URL(location.href);
  MODES.forEach((each) => url.searchParams.delete(each));
  if (target) url.searchParams.set(mode(), target.id);
  replaceAddress(url);
  // The form in another language is about the same.
  carryOver("search", url.search);
  head();
}

/** @type {(score: number, opposite: boolean) => string} */
const relation = (score, opposite) => (opposite ? "opposite" : score >= SAME ? "same" : "alike");

/** Name the claims that say nearly what is being written. */
function compare() {
  const areas = /** @type {HTMLTextAreaElement[]} */ ([...form.querySelectorAll("textarea[id^=claim-]")]);
  const wording = Object.fromEntries(areas.map((each) => [each.lang, plain(each.value)]));
  const written = Object.fromEntries(Object.entries(wording).filter(([, text]) => text.includes(" ")));
  const found = known ? alike(Object.entries(known.claims).map(([id, [said]]) => [id, said]), written) : [];
  const told = found.map(({ id, score, opposite }) => [id, relation(score, opposite)]);
  // What has been said is not said again.
  if (near.dataset.told === String(told)) return;
  near.dataset.told = String(told);
  near.replaceChildren();
  if (!found.length) return;
  const lead = document.createElement("p");
  lead.className = "label";
  lead.textContent = t("add.near.lead");
  const list = document.createElement("ul");
  list.className = "plain";
  for (const [id, how] of told) {
    const row = document.createElement("li");
    const link = document.createElement("a");
    link.href = claimUrl(id).href;
    link.textContent = claims.get(id)?.sentence ?? id;
    row.append(`${t(`add.near.${how}`)} `, link);
    list.append(row);
  }
  near.append(lead, list);
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const answers = answersIn(form);
  const today = new Date().toISOString().slice(0, 10);
  const schemas = { claim: claimSchema ?? {}, source: sourceSchema ?? {}, speaker: speakerSchema ?? {} };
  /** @type {Known} */
  const there = { target, speakers: known?.speakers ?? {}, taken, schemas, languages: adding.languages };
  result.hidden = true;
  if (answers.mode === "correct") {
    const problems = correctionProblems(answers, target);
    showProblems(form, problems, most);
    head(problems);
    if (target && !problems.length) showCorrection(result, answers, target, `${adding.titles.correction}${target.id}`, adding);
    return;
  }
  there.translates = await translationMarks(texts(perLanguage(answers, "claim"), adding.languages));
  const { files, draft, problems } = outcome(answers, there, today, adding.longest_quote);
  showProblems(form, problems, most);
  head(problems);
  if (problems.length) return;
  const [sentence] = Object.values(texts(draft.claim, adding.languages));
  const title = `${adding.titles.claim}${[...sentence].length > 100 ? `${[...sentence].slice(0, 99).join("")}…` : sentence}`;
  showFiles(result, files, title, issueAnswers(answers, draft, adding), adding);
});

let waiting = 0;
form.addEventListener("input", (event) => {
  // What is shown below is no longer what is filled in.
  result.hidden = true;
  keepAnswers(form, target?.id ?? "");
  if (/** @type {HTMLTextAreaElement} */ (event.target).name?.startsWith("claim-")) {
    clearTimeout(waiting);
    waiting = setTimeout(compare, 300);
  }
});
form.addEventListener("change", (event) => {
  keepAnswers(form, target?.id ?? "");
  if (!(event.target instanceof HTMLInputElement) || event.target.type !== "radio") return;
  arrange();
  if (event.target.name === "mode") keep();
});

const choices = /** @type {HTMLInputElement} */ (only("#target"));
const pick = picker(choices, [...claims.values()], (id) => {
  forgetAnswers(target?.id ?? "");
  take(claimOf(id));
  keepAnswers(form, target?.id ?? "");
  keep();
});
const query = new URLSearchParams(location.search);
const asked = MODES.find((each) => query.has(each));
if (asked) fields.mode.value = asked;
const named = asked && query.get(asked);
take(named ? claimOf(named) : null);
pick.show(target?.id ?? "");
if (target) {
  /** @type {HTMLDetailsElement} */ (choices.closest("details")).open = false;
  keep();
} else if (!known) about.textContent = t("add.failed");
else if (named) about.textContent = t("add.unknown", { id: named.slice(0, 100) });
if (restoreAnswers(form, target?.id ?? "")) {
  kept.hidden = false;
  arrange();
}
only("button", kept).addEventListener("click", () => {
  const now = mode();
  form.reset();
  fields.mode.value = now;
  forgetAnswers(target?.id ?? "");
  showProblems(form, []);
  kept.hidden = true;
  pick.show(target?.id ?? "");
  arrange();
  head();
  compare();
  only("[name=mode]:checked", form).focus();
});
compare();
