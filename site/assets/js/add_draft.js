// What is filled in on the form made a draft, and what is wrong with it, field by field. Pure.

import { draftFiles, shortcomings } from "./draft.js";
import { DOI, DOI_ADDRESS, DOI_WORD, TEXT } from "./limits.js";
import { clean, plain, wordCount } from "./naming.js";
import { beyond, faults } from "./schema.js";
import { HINDERING, LINK_TYPES, UNDERCUTTING } from "./vocabulary.js";

const NAME_OF_WORK = new RegExp(`^${DOI}$`);
const WAYS_TO_A_WORK = new RegExp(`^${DOI_ADDRESS}`, "i");
const BEFORE_A_WORK = new RegExp(`^${DOI_WORD}`, "i");
/**
 * Where on the form a request for more belongs that is made about something else.
 *
 * @type {Texts}
 */
const FIELD_OF = { title: "title", address: "address", issued: "issued", question: "kind", authors: "author" };
/**
 * Where on the form, and how, a part of a record is put right.
 *
 * @type {Record<string, [field: string, request: string]>}
 */
const PLACES = {
  "claim/claim": ["claim", "other"],
  "source/title": ["title", "other"],
  "source/author": ["author", "other"],
  "source/issued": ["issued", "issued_form"],
  "source/URL": ["address", "address_form"],
  "source/DOI": ["address", "address_form"],
  "speaker/name": ["speaker", "other"],
};

/**
 * What the form holds: the value of every field by its name.
 *
 * @type {(form: HTMLFormElement) => Texts}
 */
export function answersIn(form) {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}

/**
 * A text per language from fields named `name-language`.
 *
 * @type {(answers: Texts, name: string) => Texts}
 */
export function perLanguage(answers, name) {
  const own = Object.entries(answers).filter(([field]) => field.startsWith(`${name}-`));
  return Object.fromEntries(own.map(([field, text]) => [field.slice(name.length + 1), text]));
}

/**
 * The draft that answers make; `speakers` maps the names there are, in small letters, to ids, and
 * `translates` the languages of translations to the mark of their original; `languages` are those
 * that texts are written in.
 *
 * @type {(answers: Texts, target: Aim, speakers: Texts, translates?: Texts, languages?: string[]) => Draft}
 */
export function draftOf(answers, target, speakers, translates, languages) {
  const { mode, said } = answers;
  /** @type {DraftLink[]} */
  const links = [];
  const type = LINK_TYPES.find((each) => each === mode);
  if (type) {
    const undercut = HINDERING.includes(type) && answers.object === "step";
    links.push({
      type: undercut ? /** @type {LinkType} */ (UNDERCUTTING[0]) : type,
      target: undercut ? answers.step : target.id,
      because: perLanguage(answers, "because"),
      wording: (undercut ? target.marks?.[answers.step] : target.mark) || undefined,
    });
  }
  /** @type {Draft} */
  const draft = {
    debate: target.debate,
    languages,
    claim: perLanguage(answers, "claim"),
    translates,
    kind: answers.kind,
    links,
    answers: mode === "answers" ? [target.id] : [],
    note: answers.note ?? "",
  };
  if (said === "none") return draft;
  const speaker = clean(answers.speaker ?? "");
  const name = plain(speaker).toLowerCase();
  const known = Object.hasOwn(speakers, name) && speakers[name];
  if (speaker) Object.assign(draft, known ? { speaker: known } : { new_speaker: { name: speaker } });
  Object.assign(draft, said === "known" ? { source: answers.source } : { new_source: newSource(answers) });
  if (/^[0-9]{1,5}$/.test(plain(answers.paragraph ?? ""))) draft.paragraph = Number(answers.paragraph);
  return { ...draft, start: clean(answers.start ?? ""), end: clean(answers.end ?? "") };
}

/**
 * The name itself, of a text that is a DOI however it is written; empty of any other.
 *
 * @type {(text: string) => string}
 */
export function doiMeant(text) {
  const name = WAYS_TO_A_WORK.test(text) ? unescaped(text.replace(WAYS_TO_A_WORK, "")) : text.replace(BEFORE_A_WORK, "");
  return NAME_OF_WORK.test(name) ? name : "";
}

/** @type {(part: string) => string} */
function unescaped(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** @type {(answers: Texts) => DraftSource} */
function newSource(answers) {
  const address = plain(answers.address ?? "");
  const doi = doiMeant(address);
  const authors = (answers.author ?? "").split(";").map(clean).filter(Boolean);
  return {
    title: clean(answers.title ?? ""),
    author: authors,
    issued: plain(answers.issued ?? ""),
    level: answers.level,
    ...(doi ? { DOI: doi } : { URL: address }),
  };
}

/**
 * The files that answers come to, and the problems that stand in the way, as `{ field, request }`
 * in the order of the form. `known` is what there is: `target`, `speakers`, `taken`, `schemas`, `translates`,
 * `languages`.
 *
 * @type {(answers: Texts, known: Known, today: string, longestQuote: number) => Outcome}
 */
export function outcome(answers, known, today, longestQuote) {
  /** @type {Shortcoming[]} */
  const problems = [];
  /** @type {(field: string, request: string) => number} */
  const wrong = (field, request) => problems.push({ field, request });
  const { mode, said } = answers;
  if (!known.target) wrong("target", "target");
  if (answers.object === "step" && HINDERING.includes(mode) && !answers.step) wrong("step", "step");
  for (const [name, text] of Object.entries(answers)) {
    if (name !== "note" && beyond(text, TEXT)) wrong(name, "long");
  }
  if (!answers.kind) wrong("kind", "kind");
  if (said === "known" && !answers.source) wrong("source", "known");
  const aim = known.target ?? { id: "none", debate: "none" };
  const draft = draftOf(answers, aim, known.speakers, known.translates, known.languages);
  for (const { field, request } of shortcomings(draft)) {
    if (request !== "long") wrong(FIELD_OF[request] ?? field, request);
  }
  if (said !== "none") {
    if (draft.paragraph === undefined && plain(answers.paragraph ?? "")) wrong("paragraph", "paragraph");
    const { start = "", end } = draft;
    const quotes = Object.entries(end ? { start, end } : {});
    for (const [name, quote] of quotes) if (wordCount(quote) > longestQuote) wrong(name, "quote");
  }
  if (problems.length) return { files: [], draft, problems };
  const files = draftFiles(draft, known.taken, today);
  for (const { kind, fields } of files) {
    for (const [name] of faults(fields, known.schemas[kind])) wrong(...(PLACES[`${kind}/${name}`] ?? ["note", "other"]));
  }
  return { files: problems.length ? [] : files, draft, problems };
}

/**
 * What stands in the way of a correction.
 *
 * @type {(answers: Texts, target: Aim | null) => Shortcoming[]}
 */
export function correctionProblems(answers, target) {
  const problems = target ? [] : [{ field: "target", request: "target" }];
  if (!clean(answers.wrong ?? "")) problems.push({ field: "wrong", request: "wrong" });
  for (const name of ["wrong", "right"]) {
    if (beyond(answers[name] ?? "", TEXT)) problems.push({ field: name, request: "long" });
  }
  return problems;
}

/**
 * The answers as those of the form for issues, by its fields' ids; null where it has no field.
 *
 * @type {(answers: Texts, draft: Draft, form: Adding) => Record<string, string | undefined> | null}
 */
export function issueAnswers(answers, draft, { wording, how }) {
  /** @type {Record<string, string | undefined>} */
  const issue = { kind: draft.kind, remarks: (draft.note ?? "").trim() };
  const link = draft.links?.[0];
  issue.target = link?.target ?? draft.answers?.[0];
  issue.how = how[link?.type ?? "answers"];
  for (const [place, said] of [draft.claim, link?.because ?? {}].entries()) {
    for (const [language, text] of Object.entries(said)) {
      if (!clean(text)) continue;
      if (!wording[language]) return null;
      issue[wording[language][place]] = clean(text);
    }
  }
  const source = draft.new_source;
  if (draft.source || source) {
    issue.source = draft.source ?? source?.DOI ?? source?.URL;
    issue.speaker = clean(answers.speaker ?? "");
    issue.paragraph = draft.paragraph === undefined ? "" : String(draft.paragraph);
    Object.assign(issue, { start: draft.start, end: draft.end });
  }
  if (source) {
    const { title, author = [], issued, level } = source;
    Object.assign(issue, { title, author: author.join("; "), issued, level });
  }
  return issue;
}
