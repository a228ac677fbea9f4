// A new claim as somebody fills it in, and the files that it comes to. Pure, and held to the same
// table of drafts as graph/drafting/draft.py: what this makes is what `betoog new` writes.

import { ITEMS, NOTE, ON_THE_WEB, TEXT } from "./limits.js";
import { clean, plain, slug, slugOf, unique } from "./naming.js";
import { recordText } from "./record_text.js";
import { beyond } from "./schema.js";
import { LINK_FIELDS, SCHEMES, UNDERCUTTING } from "./vocabulary.js";

/**
 * What a draft lacks before it can become a record: the field, and which request to make.
 *
 * @type {(draft: Draft) => Shortcoming[]}
 */
export function shortcomings(draft) {
  /** @type {Shortcoming[]} */
  const found = [];
  /** @type {(field: string, request: string) => number} */
  const lacks = (field, request) => found.push({ field, request });
  /** @type {(text: string | undefined) => boolean} */
  const says = (text) => clean(text ?? "") !== "";
  const source = draft.new_source;
  const hasSource = draft.source != null || source != null;
  const links = draft.links ?? [];
  if (!Object.keys(texts(draft.claim)).length) lacks("claim", "sentence");
  if (everyText(draft).some((text) => beyond(text, TEXT))) lacks("claim", "long");
  if (beyond(draft.note ?? "", NOTE)) lacks("note", "long_note");
  if ((source?.author ?? []).length > ITEMS) lacks("source", "authors");
  if ((draft.speaker != null || draft.new_speaker != null) && !hasSource) lacks("source", "source_of_speaker");
  if (hasSource && !says(draft.start)) lacks("start", "start");
  if (!hasSource && says(draft.start)) lacks("source", "source_of_passage");
  if (source && !says(source.title)) lacks("source", "title");
  const onTheWeb = ON_THE_WEB.includes(source?.type ?? "webpage");
  if (source && onTheWeb && !source.URL && !source.DOI) lacks("source", "address");
  if (source && !source.issued) lacks("source", "issued");
  if (draft.kind === "question" && links.length) lacks("links", "question");
  for (const link of links) if (!Object.keys(texts(link.because)).length) lacks("because", "because");
  return found;
}

/** @type {(draft: Draft) => string[]} */
function everyText(draft) {
  const { claim, label = {}, topics = [], start, end, links = [], new_source: source, new_speaker: speaker } = draft;
  const said = links.flatMap((link) => [link.target, ...Object.values(link.because ?? {})]);
  const about = source ? [source.title, ...(source.author ?? []), source.DOI, source.URL, source.seen_at] : [];
  const all = [...Object.values(claim), ...Object.values(label), ...topics, start, end];
  return /** @type {string[]} */ ([...all, ...said, ...about, speaker?.name].filter(Boolean));
}

/**
 * The files of a draft that lacks nothing, as `{ path, kind, fields, text }`: the claim, then a new
 * source, a new speaker. `taken` holds the ids there are as `{ claims, sources, speakers }`, each
 * a Set; `today`, as YYYY-MM-DD, is when a new source was seen.
 *
 * @type {(draft: Draft, taken: Taken, today: string) => RecordFile[]}
 */
export function draftFiles(draft, taken, today) {
  const files = [];
  let { source, speaker } = draft;
  const { new_source: newSource, new_speaker: newSpeaker } = draft;
  if (newSpeaker) speaker = unique(slug(newSpeaker.name, "speaker"), taken.speakers);
  if (newSource) {
    source = unique(sourceName(newSource), taken.sources);
    files.push(sourceFile(source, newSource, today));
  }
  if (newSpeaker) {
    const fields = given({ name: clean(newSpeaker.name), url: plain(newSpeaker.url ?? "") });
    files.push(dataFile("speaker", "speakers", /** @type {string} */ (speaker), fields));
  }
  return [claimFile(draft, taken, source, speaker), ...files];
}

/** @type {(draft: Draft, taken: Taken, source?: string, speaker?: string) => RecordFile} */
function claimFile(draft, taken, source, speaker) {
  const claim = texts(draft.claim, draft.languages);
  const label = texts(draft.label, draft.languages);
  const named = slugOf([...Object.values(claim), ...Object.values(label)], "claim");
  const id = unique(draft.id ?? named, taken.claims);
  const stance = draft.stance ?? "endorses";
  const passage = source && {
    source,
    paragraph: draft.paragraph,
    start: clean(draft.start ?? ""),
    end: clean(draft.end ?? ""),
  };
  /** @type {(field: string) => Fields[]} */
  const links = (field) =>
    (draft.links ?? [])
      .filter((link) => LINK_FIELDS[link.type] === field)
      .map((link) => linkFields(link, draft.languages));
  const fields = given({
    claim,
    translates: draft.translates,
    label,
    kind: draft.kind,
    speaker,
    // Only where there is a source does the usual stance say something.
    stance: source || stance !== "endorses" ? stance : null,
    certainty: draft.certainty,
    implicit: !source,
    passages: passage ? [given(passage)] : [],
    ...Object.fromEntries(Object.values(LINK_FIELDS).map((field) => [field, links(field)])),
    specifies: draft.specifies,
    answers: draft.answers,
    topics: (draft.topics ?? []).map(plain).filter(Boolean),
  });
  const folder = draft.folder ?? [];
  const path = ["claims", draft.debate, ...folder, `${id}.md`].join("/");
  const head = schemaLine("../".repeat(1 + folder.length), "claim");
  const text = `---\n${head}${recordText(fields)}---\n${body(draft.note ?? "")}`;
  return { path, kind: "claim", fields, text };
}

/** @type {(link: DraftLink, languages?: string[]) => Fields} */
function linkFields(link, languages) {
  return given({
    [UNDERCUTTING.includes(link.type) ? "link" : "claim"]: plain(link.target),
    with: link.with,
    scheme: SCHEMES[link.type] ?? link.scheme,
    because: texts(link.because, languages),
    wording: link.wording,
  });
}

/** @type {(id: string, source: DraftSource, today: string) => RecordFile} */
function sourceFile(id, source, today) {
  const fields = given({
    type: source.type ?? "webpage",
    title: clean(source.title),
    author: (source.author ?? []).map(clean).filter(Boolean).map(authorName),
    issued: plain(source.issued ?? ""),
    "container-title": clean(source["container-title"] ?? ""),
    language: plain(source.language ?? ""),
    URL: plain(source.URL ?? ""),
    seen_at: plain(source.seen_at ?? ""),
    DOI: plain(source.DOI ?? ""),
    accessed: today,
    quality: given({
      level: source.level ?? "primary",
      peer_reviewed: source.peer_reviewed,
      interested: source.interested,
    }),
  });
  return dataFile("source", "sources", id, fields);
}

/** @type {(kind: RecordKind, folder: string, id: string, fields: Fields) => RecordFile} */
function dataFile(kind, folder, id, fields) {
  const text = schemaLine("../", kind) + recordText(fields);
  return { path: `claims/${folder}/${id}.yaml`, kind, fields, text };
}

/** @type {(source: DraftSource) => string} */
function sourceName(source) {
  const names = (source.author ?? []).map(clean).filter(Boolean);
  const by = names.length ? names[0].split(",")[0] : source.title;
  const year = [...plain(source.issued ?? "")].slice(0, 4).join("");
  return [slug(by, "source"), /^\d+$/.test(year) ? year : ""].filter(Boolean).join("-");
}

/** @type {(author: string) => Fields} */
function authorName(author) {
  const comma = author.indexOf(",");
  if (comma < 0) return { literal: author };
  return given({ family: author.slice(0, comma).trim(), given: author.slice(comma + 1).trim() });
}

/**
 * The texts that are not empty, cleaned: those in these languages first, in their order.
 *
 * @type {(perLanguage?: Texts, languages?: string[]) => Texts}
 */
export function texts(perLanguage = {}, languages = []) {
  const order = [...languages, ...Object.keys(perLanguage).filter((each) => !languages.includes(each))];
  return Object.fromEntries(
    order.map((language) => [language, clean(perLanguage[language] ?? "")]).filter(([, text]) => text),
  );
}

/**
 * The fields that say something: neither false nor empty, though perhaps the number 0.
 *
 * @type {(fields: Fields) => Fields}
 */
function given(fields) {
  /** @type {(value: unknown) => boolean} */
  const says = (value) =>
    value === 0 || (typeof value === "object" && value ? Object.keys(value).length > 0 : Boolean(value));
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => says(value)));
}

/**
 * The line by which editors find the form of the record.
 *
 * @type {(wayUp: string, kind: RecordKind) => string}
 */
function schemaLine(wayUp, kind) {
  return `# yaml-language-server: $schema=${wayUp}.schema/${kind}.json\n`;
}

/**
 * The annotation with a blank line above it; more than one blank line becomes one.
 *
 * @type {(note: string) => string}
 */
function body(note) {
  const lines = note.split(/\r\n|\r|\n/).map(clean);
  const kept = lines.filter((line, place) => line || (place > 0 && lines[place - 1]));
  const text = kept.join("\n").replace(/^\n+|\n+$/g, "");
  return text && `\n${text}\n`;
}
