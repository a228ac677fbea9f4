// The form page: `?supports=ID`, `?contradicts=ID`, `?answers=ID` or `?correct=ID`.

import { answersIn, correctionProblems, issueAnswers, outcome, perLanguage } from "./add_draft.js";
import { forgetAnswers, keepAnswers, restoreAnswers } from "./add_kept.js";
import { showProblems } from "./add_problems.js";
import { showCorrection, showFiles } from "./add_result.js";
import { picker } from "./claim_picker.js";
import { clean, texts } from "./draft.js";
import { alike } from "./near.js";
import { base, claimUrl, data, t } from "./page.js";
import { translationMarks } from "./wording_mark.js";

const MODES = ["supports", "contradicts", "answers", "correct"];
const SAME = 97;
const form = document.querySelector("main form");
const result = document.querySelector(".result");
const about = form.querySelector(".about .big");
const near = form.querySelector(".near");
const kept = form.querySelector(".kept");
const adding = JSON.parse(document.querySelector("#adding").textContent);
const own = document.title;

const [known, rows, ...schemas] = await Promise.all([
  data("add/records.json"),
  data(new URL("lists/claims.json", base).href),
  ...["claim", "source", "speaker"].map((kind) => data(`schema/${kind}.json`)),
]);
const claims = new Map(
  (rows?.claims ?? []).map(([id, label, sentence, lang]) => [id, { id, label, sentence, lang }]),
);
const taken = Object.fromEntries(
  ["claims", "sources", "speakers"].map((kind) => [kind, new Set(known?.taken[kind])]),
);
let target = null;

/** The claim of this id with what the page knows of it, or null. */
function claimOf(id) {
  const record = known?.claims[known.aliases[id] ?? id];
  if (!record) return null;
  const [, path, question, mark] = record;
  const claim = claims.get(known.aliases[id] ?? id);
  const marks = Object.fromEntries((known.steps[claim?.id] ?? []).map(([name, , made]) => [name, made]));
  return { ...claim, path, question: question === 1, debate: path.split("/")[1], mark, marks };
}

const mode = () => form.elements.mode.value;
const part = (name) => form.querySelector(`[data-for="${name}"]`);

/** Show the parts of the form that what is chosen asks for. */
function arrange() {
  const [now, said] = [mode(), form.elements.said.value];
  part("claim").hidden = now === "correct";
  part("correct").hidden = now !== "correct";
  part("because").hidden = now === "answers";
  part("known").hidden = said !== "known";
  part("new").hidden = said !== "new";
  part("passage").hidden = said === "none";
  const steps = (target && known.steps[target.id]) ?? [];
  document.getElementById("object").hidden = now !== "contradicts" || !steps.length;
  document.getElementById("step").closest(".field").hidden = form.elements.object.value !== "step";
  for (const each of ["supports", "contradicts", "answers"]) {
    const fits = (each === "answers") === Boolean(target?.question);
    form.querySelector(`#mode-${each}`).closest(".choice").hidden = !fits;
  }
  result.hidden = true;
}

/** Take up the claim that the form is about; what can be done with it depends on its kind. */
function take(claim) {
  target = claim;
  about.replaceChildren();
  if (claim) {
    const link = document.createElement("a");
    link.href = claimUrl(claim.id);
    link.textContent = claim.sentence;
    if (claim.lang) link.lang = claim.lang;
    about.append(link);
    form.querySelector(".about summary").textContent = t("add.another");
    if (claim.question && ["supports", "contradicts"].includes(mode())) form.elements.mode.value = "answers";
    if (!claim.question && mode() === "answers") form.elements.mode.value = "supports";
  }
  const steps = (claim && known.steps[claim.id]) ?? [];
  const options = steps.map(([name, id]) => new Option(claims.get(id)?.sentence ?? id, name));
  form.elements.step.replaceChildren(form.elements.step.options[0] ?? new Option("—", ""), ...options);
  if (!steps.length) form.elements.object.value = "claim";
  arrange();
}

/** Say in heading and title what the form is for, and in the title that something is wrong. */
function head(problems = []) {
  const heading = document.querySelector("h1");
  if (target) heading.textContent = t(`add.heading.${mode()}`);
  const sign = problems.length ? t("add.error") : "";
  document.title = sign + own.replace(/^[^·]+(?= ·|$)/, heading.textContent);
}

/** Keep what the form is about in the address. */
function keep() {
  const url = new URL(location.href);
  MODES.forEach((each) => url.searchParams.delete(each));
  if (target) url.searchParams.set(mode(), target.id);
  history.replaceState(history.state, "", url);
  // The form in another language is about the same.
  for (const link of document.querySelectorAll("header a[hreflang]")) link.search = url.search;
  head();
}

const relation = (score, opposite) => (opposite ? "opposite" : score >= SAME ? "same" : "alike");

/** Name the claims that say nearly what is being written. */
function compare() {
  const wording = Object.fromEntries(
    [...form.querySelectorAll("textarea[id^=claim-]")].map((each) => [each.lang, clean(each.value)]),
  );
  const written = Object.fromEntries(Object.entries(wording).filter(([, text]) => text.includes(" ")));
  const found = known ? alike(Object.entries(known.claims).map(([id, [texts]]) => [id, texts]), written) : [];
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
    link.href = claimUrl(id);
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
  const about = { target, speakers: known?.speakers ?? {}, taken, schemas: {} };
  ["claim", "source", "speaker"].forEach((kind, place) => (about.schemas[kind] = schemas[place] ?? {}));
  result.hidden = true;
  if (answers.mode === "correct") {
    const problems = correctionProblems(answers, target);
    showProblems(form, problems);
    head(problems);
    if (!problems.length) showCorrection(result, answers, target, `Correction: ${target.id}`, adding);
    return;
  }
  about.translates = await translationMarks(texts(perLanguage(answers, "claim")));
  const { files, draft, problems } = outcome(answers, about, today, adding.longest_quote);
  showProblems(form, problems, { n: adding.longest_quote });
  head(problems);
  if (problems.length) return;
  const sentence = clean(draft.claim.en || Object.values(draft.claim).find(clean));
  const title = `Claim: ${[...sentence].length > 100 ? `${[...sentence].slice(0, 99).join("")}…` : sentence}`;
  showFiles(result, files, title, issueAnswers(answers, draft, adding), adding);
});

let waiting = 0;
form.addEventListener("input", (event) => {
  // What is shown below is no longer what is filled in.
  result.hidden = true;
  keepAnswers(form, target?.id ?? "");
  if (event.target.name?.startsWith("claim-")) {
    clearTimeout(waiting);
    waiting = setTimeout(compare, 300);
  }
});
form.addEventListener("change", (event) => {
  keepAnswers(form, target?.id ?? "");
  if (event.target.type !== "radio") return;
  arrange();
  if (event.target.name === "mode") keep();
});

const choices = document.getElementById("target");
const pick = picker(choices, [...claims.values()], (id) => {
  forgetAnswers(target?.id ?? "");
  take(claimOf(id));
  keepAnswers(form, target?.id ?? "");
  keep();
});
const query = new URLSearchParams(location.search);
const asked = MODES.find((each) => query.has(each));
if (asked) form.elements.mode.value = asked;
const named = asked && query.get(asked);
take(named ? claimOf(named) : null);
pick.show(target?.id ?? "");
if (target) {
  choices.closest("details").open = false;
  keep();
} else if (!known) about.textContent = t("add.failed");
else if (named) about.textContent = t("add.unknown", { id: named.slice(0, 100) });
if (restoreAnswers(form, target?.id ?? "")) {
  kept.hidden = false;
  arrange();
}
kept.querySelector("button").addEventListener("click", () => {
  const now = mode();
  form.reset();
  form.elements.mode.value = now;
  forgetAnswers(target?.id ?? "");
  showProblems(form, []);
  kept.hidden = true;
  pick.show(target?.id ?? "");
  arrange();
  head();
  compare();
  form.querySelector("[name=mode]:checked").focus();
});
compare();
