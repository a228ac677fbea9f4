// Shapes that the scripts in site/assets/js share: what the build writes for them, and what they
// hand to each other. Only the check of types reads this file; see .ci/scripts.

/** A band or another pair: the lower end, the upper end. */
type Pair = [number, number];

// ── Weighing: frameworks/*.json, semantics.js, newton.js ─────────────────────

/** A link: its id, "+" support, "-" contradiction, "/" undercut or "?" condition, the numbers of its premises, that
 * of its target (a claim, or behind them a link), and its relevance. */
type FrameworkLink = [id: string, kind: LinkSign, premises: number[], target: number, relevance: number];
type LinkSign = "+" | "-" | "/" | "?";

type GroundKind = "documented" | "granted" | "concluded";
/** How several reasons, or objections, come together: each counting, or the strongest alone. */
type Accounting = "accrual" | "strongest";

/** A connected part of the argument, as graph/exchange/frameworks.py writes it; grounds as the claims
 * are listed, theses and aliases by the numbers of claims. */
interface FrameworkFile {
  claims: string[];
  grounds: [kind: GroundKind, value: number][];
  links: FrameworkLink[];
  aliases: Record<string, number>;
  labels: Record<string, string[]>;
  theses: number[];
}

/** The worked example of the method page, as graph/pages/views/worked_example.py writes it. */
interface ExampleData extends Pick<FrameworkFile, "claims" | "grounds" | "links"> {
  thesis: string;
  /** What the thesis says, without its full stop. */
  sentence: string;
  /** Words with `{name}` in them. */
  figures: string;
  said: string;
  decided: Record<string, string>;
  close: string;
  /** Why a standing is close, by what it turns on. */
  turns: Record<string, string>;
}

/** Claims and then links, by number, with what bears on each; weights are grounds and relevances. */
interface Graph {
  claims: string[];
  kinds: GroundKind[];
  numbers: Map<string, number>;
  weights: Float64Array;
  helping: number[][];
  hindering: number[][];
  opposing: Map<number, number[]>;
  dependents: number[][];
  inputs: number[][];
  components: number[][];
  accounting: Accounting;
}

type LineState = "holds" | "contested" | "broken";

/** A thesis under a reader's answers, and the states of its lines in their order. */
interface WalkOutcome {
  standing: Standing;
  balance: Pair;
  lines: LineState[];
}

/** A claim at which a reader may get off; its line by its place, -1 for a condition, and the lines that a no by
 * itself breaks. */
interface WalkStop {
  claim: string;
  /** Ids that the claim had before. */
  older: string[];
  label: string;
  held: "endorsed" | "unspoken" | "others";
  cost: number;
  line: number;
  breaks: number[];
}

/** A walk along the lines of a thesis, as graph/pages/views/walk.py writes it. */
interface WalkFile {
  thesis: string;
  /** The name of the part of the argument that the thesis is in. */
  framework: string;
  standing: Standing;
  lines: { link: string; label: string }[];
  /** How many lines of the thesis are not walked. */
  more: number;
  stops: WalkStop[];
}

/** What gives texts by dotted names: as they are, and for a number. */
interface Words {
  t: (name: string, values?: Values) => string;
  n: (name: string, count: number, values?: Values) => string;
}

/** The bounds of every node of a graph. */
interface Bounds {
  lower: Float64Array;
  upper: Float64Array;
}

type Leap = (graph: Graph, bounds: Bounds, nodes: number[]) => { moved: boolean; done: boolean };
/** A way of an input, up or down: from where it is to as far as it can come. */
type Move = [from: number, to: number];
/** That a value moves at least `slope` times as far as the laziest of several inputs. */
interface Least {
  slope: number;
  ahead: number[];
  limit: number;
}
/** How steeply a value moves, at least, with each of its inputs. */
type Slopes = number[] | Least;
interface Ways {
  rows: Map<number, number>[];
  /** Rows that go with the laziest of several columns; column -1 stands still. */
  choices: { row: number; slope: number; columns: number[]; ahead: number[] }[];
  /** What the next round adds to each row. */
  gaps: number[];
}
type Standing = "supported" | "documented" | "granted" | "opposed" | "disputed" | "bare";
type Verdict = "reject" | "accept";

/** What becomes of a claim: bands and standings before and after. */
interface Change {
  id: string;
  before: Pair;
  after: Pair;
  standing: [Standing, Standing];
}

/** Claims from where it starts to where it ends, and the ids and kinds of the links between them. */
interface Route {
  claims: string[];
  links: string[];
  kinds: LinkSign[];
}

/** The shortest routes, whether there are more, and whether the search was given up before it was
 * known, having looked at too many steps. */
interface FoundRoutes {
  found: Route[];
  more: boolean;
  givenUp: boolean;
  spent: number;
}

/** A route that may go on, where it is, and how long it is at least once it is at an end. */
interface Way extends Route {
  least: number;
  place: string;
}

/** A step up from a place: the link's id, its kind, and the place it leads to. */
type Step = [id: string, kind: LinkSign, place: string];

// ── Records in the making: draft.js, add*.js, near.js, schema.js ─────────────

/** Texts by language, or by another name. */
type Texts = Record<string, string>;
/** The fields of a record, or of a part of one, as they are written down. */
type Fields = Record<string, unknown>;
type RecordKind = "claim" | "source" | "speaker";
type LinkType = (typeof import("../site/assets/js/vocabulary.js").LINK_TYPES)[number];

interface DraftLink {
  type: LinkType;
  /** A claim, or of an undercut the step. */
  target: string;
  with?: string[];
  scheme?: string;
  because?: Texts;
  wording?: string;
}

interface DraftSource {
  type?: string;
  title: string;
  author?: string[];
  issued?: string;
  "container-title"?: string;
  language?: string;
  URL?: string;
  seen_at?: string;
  DOI?: string;
  level?: string;
  peer_reviewed?: boolean;
  interested?: boolean;
}

/** A claim as it is filled in: the fields of graph/drafting/draft.py. */
interface Draft {
  debate: string;
  folder?: string[];
  languages?: string[];
  id?: string;
  claim: Texts;
  translates?: Texts;
  label?: Texts;
  kind: string;
  speaker?: string;
  new_speaker?: { name: string; url?: string };
  stance?: string;
  certainty?: string;
  source?: string;
  new_source?: DraftSource;
  paragraph?: number;
  start?: string;
  end?: string;
  links?: DraftLink[];
  specifies?: string[];
  answers?: string[];
  topics?: string[];
  note?: string;
}

/** What is still to be given: the field, and the name of the request. */
interface Shortcoming {
  field: string;
  request: string;
}

/** The ids that are in use. */
type Taken = Record<"claims" | "sources" | "speakers", Set<string>>;

interface RecordFile {
  path: string;
  kind: RecordKind;
  fields: Fields;
  text: string;
}

/** A claim that says nearly the same, or the opposite; the score is of 100. */
interface Likeness {
  id: string;
  score: number;
  language: string;
  opposite: boolean;
}

/** Of a JSON Schema what schema.js reads. */
interface Schema {
  $ref?: string;
  anyOf?: Schema[];
  enum?: unknown[];
  type?: string | string[];
  pattern?: string;
  maxLength?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  patternProperties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  required?: string[];
  minProperties?: number;
}

/** A place in a record, as the names and numbers that lead to it. */
type Place = (string | number)[];

/** Where the records are kept, and under what the site of that host calls itself. */
interface Host {
  name: string;
  repository: string;
  addresses: HostAddresses;
}

/** Addresses of a host, with what is to be filled in in braces. */
interface HostAddresses {
  new_file?: string;
  empty_file: string;
  edit_file: string;
  new_issue: string;
  correction?: string;
  issue_forms: string;
}

interface Correction {
  where: string;
  wrong: string;
  right: string;
}

// ── Maps: map_layout.js, map_drawing.js, debate_map.js ───────────────────────

/** What a map can draw: a claim or a theme, with what hangs below it. */
interface MapItem {
  key: MapKey;
  label: string;
  /** supports, contradicts, undercuts, together, root, theme, or "" for the top. */
  kind: string;
  /** Whether there is room in the box for what opens and closes it. */
  cell: boolean;
  /** The id of the link by which it hangs, where it is one. */
  link: string;
  below: MapItem[];
}

/** What a box stands for, told apart by identity. */
type MapKey = object | string;

/** What a drawing asks of an item besides. */
interface DrawnItem extends MapItem {
  id: string;
  href: string;
  title: string;
  word: string;
  /** How heavy the line is by which it hangs, and the lengths of its mark, where it has one. */
  weight: string;
  sides: number[] | null;
  css: string;
  mark: string;
  name: string;
  open: boolean;
}

/** A layout in whole pixels: boxes in reading order, and the lines between them. */
interface Layout {
  boxes: LaidOut[];
  edges: { key: MapKey; kind: string; path: string; link: string }[];
  width: number;
  height: number;
}

interface LaidOut {
  item: MapItem;
  x: number;
  y: number;
  width: number;
  height: number;
  lines: string[];
}

/** Attributes of an element, by name. */
type Attributes = Record<string, string | number | boolean | URL>;

// ── The page: page.js, acceptance.js, consequences.js ────────────────────────

/** What is filled in for `{name}` in words of the site. */
type Values = Record<string, string | number>;
/** What the reader decided, by claim. */
type Decisions = Map<string, Verdict>;
type Storages = "localStorage" | "sessionStorage";

// ── All claims: lists/claims.json, claim-rows.js, filter.js ──────────────────

interface ClaimsFile {
  columns: string[];
  claims: unknown[][];
  facets: { name: string; title: string; options: [key: string, title: string][] }[];
}

/** A claim by the columns of the file; its options by number, through all facets. */
interface ClaimRow {
  id: string;
  label: string;
  sentence: string;
  /** Only where it is not that of the page. */
  language: string;
  mark: number[];
  figures: string;
  close: number;
  implicit: 0 | 1;
  options: number[];
  /** Of the earliest source it is read from, as precise as that is; empty where that has none. */
  date: string;
  /** That of its paragraph among all that are analysed, or -1. */
  place: number;
}

interface FacetOption {
  facet: number;
  name: string;
  facetTitle: string;
  key: string;
  title: string;
}

interface ClaimTable {
  options: FacetOption[];
  /** Their numbers by `facet/key`. */
  numbers: Map<string, number>;
  claims: ClaimRow[];
  /** The numbers of the claims that each word finds. */
  having: Map<string, number[]>;
}

/** A part of the argument, with the labels in the language of the page and, once weighed, its bands. */
interface Part extends Omit<FrameworkFile, "labels"> {
  name: string;
  graph: Graph;
  labels: string[];
  before?: Bounds;
}

/** A part with its bands without and with what the reader decided. */
interface Weighed {
  within: Part;
  before: Bounds;
  after: Bounds;
}

/** What carries a claim and what is taken from it, each within [0, 1]. */
interface Sides {
  carried: Pair;
  taken: Pair;
}

/** What a page follows: changes and verdicts by claim, and the claims and links that fell to no force. */
interface Following {
  changes: Map<string, Change>;
  verdicts: Map<string, Verdict>;
  fallen: Set<string>;
  /** How much arrives of a step with the reader's choices. */
  force(link: string): Pair | undefined;
  /** Of a claim without and with the reader's choices. */
  sides(id: string): [Sides, Sides] | undefined;
}

/** A claim with the part it is in; `lost` where that part cannot be had. */
interface Found {
  id: string;
  label: string;
  within: Part | null;
  lost?: boolean;
}

/** A claim of the set under the name that it has there; without an id, none of the claims there are. */
interface Decided extends Partial<Found> {
  as: string;
  label: string;
  verdict: Verdict;
}

interface ConsequenceOptions {
  decide(id: string, verdict: Verdict): void;
  rename(old: string, id: string): void;
  clear(): void;
  changed: boolean;
  lent: boolean;
  hasOwn: boolean;
  /** Claims of the link that are left out. */
  cut: number;
  /** The speaker as whom the argument is read; empty for none. */
  as: string;
}

/** A speaker's position, as graph/pages/views/positions.py writes it. */
interface PositionFile {
  name: Record<string, string>;
  accept: string[];
  reject: string[];
}

// ── Finding: search.js; coming: route.js ─────────────────────────────────────

/** Of Pagefind's module what is used. */
interface Pagefind {
  options(given: { baseUrl: string }): Promise<void>;
  mergeIndex(address: string, given: { baseUrl: string }): Promise<void>;
  filters(): Promise<unknown>;
  search(words: string | null, options?: { filters: Record<string, string> }): Promise<PagefindAnswer>;
}

interface PagefindAnswer {
  results: PagefindResult[];
  /** By facet and option, how many of the results are left with that chosen, too. */
  filters: Record<string, Record<string, number>>;
}

interface PagefindResult {
  data(): Promise<PagefindPage>;
}

interface PagefindPage {
  url: string;
  meta: Texts;
}

/** A claim of a route as it is shown, with how it bears on the one above it. */
interface RouteRow {
  id: string;
  label: string;
  relation: string;
}

// ── Adding and tracing: the claims to pick from, the form of add.html ────────

/** A claim as lists/claims.json has it, for a reader to pick. */
interface Listed {
  id: string;
  label: string;
  sentence: string;
  /** Only where it is not that of the page. */
  lang: string;
}

/** What the form is about: a claim with the marks of its wording and of the steps towards it. */
interface Aim extends Partial<Listed> {
  id: string;
  debate: string;
  path?: string;
  question?: boolean;
  mark?: string;
  marks?: Texts;
}

/** add/records.json: by claim its texts, path, whether it is a question, mark; by claim the steps
 * towards it; ids of speakers by name. */
interface RecordsFile {
  claims: Record<string, [said: Texts, path: string, question: 0 | 1, mark: string]>;
  aliases: Texts;
  steps: Record<string, [name: string, claim: string, mark: string][] | undefined>;
  speakers: Texts;
  taken: Record<keyof Taken, string[]>;
}

/** What there is already. */
interface Known {
  target: Aim | null;
  speakers: Texts;
  taken: Taken;
  schemas: Record<RecordKind, Schema>;
  translates?: Texts;
  languages?: string[];
}

/** The files that a form comes to, or the problems that stand in the way. */
interface Outcome {
  files: RecordFile[];
  draft: Draft;
  problems: Shortcoming[];
}

/** What the build says of handing over: the languages that records are written in, what marks an issue
 * as one with a claim and how titles of issues begin, fields of forms for issues as id and label, the
 * ids of the fields for a sentence and a reason by language, and what is chosen for each kind of link. */
interface Adding {
  host: Host | null;
  languages: string[];
  mark: string;
  titles: { claim: string; correction: string };
  labels: [id: string, label: string][];
  correction: [id: string, label: string][];
  wording: Record<string, [sentence: string, reason: string]>;
  how: Texts;
  longest_quote: number;
}

/** A field of a form, or its buttons of which one is chosen. */
type Field = RadioNodeList | HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What is chosen on the page of all claims: words to look for, and options as `facet/key`. */
interface Choice {
  words: string;
  options: string[];
  /** The order of the claims; empty for that of the lists. */
  order: string;
}

// ── A reader's own copy of a source: folding.js, passages.js, copy.js ────────

/** A folded text, and where each of its characters begins and ends in the text as it is. */
interface Folded {
  text: string;
  begins: number[];
  ends: number[];
}

/** A stretch of a paragraph, from one character up to another. */
interface Stretch {
  paragraph: number;
  begin: number;
  end: number;
  /** Whether it was found without regard to letter case. */
  caseless?: boolean;
}

/** A passage as graph/pages/reading/guide.py writes it; `at` is its place on the page. */
interface RecordedPassage {
  at: string;
  paragraph: number | null;
  start: string;
  end: string | null;
  fingerprint: string | null;
}

/** What came of a passage, as graph/passages/verify.py has it; `same` where it moved unchanged. */
interface PassageVerdict extends Partial<Stretch> {
  status: "verified" | "unfingerprinted" | "changed" | "moved" | "ambiguous" | "missing";
  similarity: number;
  same?: boolean;
}

/** A paragraph of a copy, and a character of it. */
type Spot = [paragraph: number, character: number];

/** What the page of a source says for its readers' copies. */
interface CopyData {
  source: string;
  language: string;
  passages: RecordedPassage[];
  /** Paragraphs that are led through, with their first words. */
  openings: [number: number, start: string][];
  words: Record<string, string | Texts>;
}

/** What came of a passage, with its record and its place on the page. */
type FoundPassage = PassageVerdict & { record: RecordedPassage; at: string; number?: number };
type PlacedPassage = FoundPassage & Stretch;
