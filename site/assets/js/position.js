// A reader's position after a walk in three sentences, as graph/argument/position_sentences.py tells it.
// `words` gives texts by dotted names, so that nothing of a page is known here.

/**
 * Labels of claims, quoted, as a list in prose.
 *
 * @type {(labels: string[], words: Words) => string}
 */
export function listed(labels, { t }) {
  const quoted = labels.map((label) => t("walk.quotation").replace("{}", () => label));
  const last = quoted.pop() ?? "";
  return quoted.length ? `${quoted.join(", ")} ${t("walk.and")} ${last}` : last;
}

/**
 * Which lines hold, where the reader gets off, and what that leaves of the thesis: `after` with all answers,
 * `agreed` with those alone by which claims are accepted.
 *
 * @type {(walk: WalkFile, after: WalkOutcome, agreed: WalkOutcome, rejected: string[], words: Words) => string[]}
 */
export function position(walk, after, agreed, rejected, words) {
  const { t, n } = words;
  const off = walk.stops.filter((stop) => rejected.includes(stop.claim));
  const holding = walk.lines.filter((_, place) => after.lines[place] === "holds");
  const breaking = walk.lines.filter(
    // One that is broken anyway does not break where the reader gets off.
    (_, place) => after.lines[place] === "broken" && agreed.lines[place] !== "broken",
  );
  /** @type {(named: { label: string }[]) => string} */
  const names = (named) => listed(named.map(({ label }) => label), words);
  const filling = {
    holding: names(holding),
    claims: names(off),
    lines: names(breaking),
    standing: t(`walk.word.${after.standing}`),
    before: t(`walk.word.${walk.standing}`),
  };
  // Of a line that is not walked here it is not known what becomes of it.
  const walked = walk.more ? "_walked" : "";
  const way = off.length ? (breaking.length ? "breaks" : `bends${walked}`) : "nowhere";
  return [
    n(`walk.position.${holding.length ? "holds" : `none${walked}`}`, holding.length, filling),
    n(`walk.position.${way}`, breaking.length, filling),
    t(`walk.position.${after.standing === walk.standing ? "same" : "other"}`, filling),
  ];
}
