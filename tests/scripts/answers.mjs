// What the browser's scripts answer, for tests that hold it against what the program answers.
//
// Each line of the input is a JSON array of the name of a function below and what it is given;
// each line of the output is its answer, or what went wrong. Nothing here knows a page.

import { createInterface } from "node:readline";
import { answered, parting } from "../../site/assets/js/answered.js";
import { doiMeant, outcome } from "../../site/assets/js/add_draft.js";
import { draftFiles, shortcomings } from "../../site/assets/js/draft.js";
import { hangingTree } from "../../site/assets/js/map_layout.js";
import { choose, inOrder, tableOf, unknownWords } from "../../site/assets/js/claim_choice.js";
import { alike } from "../../site/assets/js/near.js";
import { slugOf, wordCount } from "../../site/assets/js/naming.js";
import { fingerprint, sha256 } from "../../site/assets/js/fingerprint.js";
import { atOnce, plain } from "../../site/assets/js/folding.js";
import { leap } from "../../site/assets/js/newton.js";
import { parted } from "../../site/assets/js/page_text.js";
import { position } from "../../site/assets/js/position.js";
import { faults } from "../../site/assets/js/schema.js";
import { fingerprintAt, paragraphsOf, SourceText, verified } from "../../site/assets/js/passages.js";
import { changes, decided, framework, standings, weigh } from "../../site/assets/js/semantics.js";
import { routes } from "../../site/assets/js/tracing.js";
import { wordingMark } from "../../site/assets/js/wording_mark.js";
import { fitting, instead, meant, wordsOf } from "../../site/assets/js/words_meant.js";

const answers = {
  /** Balances, forces, standings, and what changes with these claims rejected and accepted. */
  weighed([data, rejected, accepted, accounting]) {
    const graph = framework(data, accounting);
    const before = weigh(graph, { leap });
    const bands = [...before.lower].map((low, node) => [low, before.upper[node]]);
    return {
      balances: Object.fromEntries(graph.claims.map((claim, node) => [claim, bands[node]])),
      forces: Object.fromEntries(
        data.links.map(([link], place) => [link, bands[graph.claims.length + place]]),
      ),
      standings: Object.fromEntries(
        standings(graph, before).map((each, node) => [graph.claims[node], each]),
      ),
      changes: changes(graph, before, decided(graph, before, rejected, accepted, leap)),
    };
  },

  /** What answers to a walk come to: the thesis, its lines, a position in words, where one parts. */
  walked([data, walk, cases, said, code]) {
    const graph = framework(data);
    const before = weigh(graph, { leap });
    const lines = walk.lines.map(({ link }) => link);
    const plural = new Intl.PluralRules(code);
    const found = (name) => name.split(".").reduce((within, part) => within[part], { walk: said });
    const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => values?.[key] ?? whole);
    const words = {
      t: (name, values) => filled(found(name), values),
      n(name, count, values) {
        const forms = found(name);
        return filled(typeof forms === "string" ? forms : (forms[plural.select(count)] ?? forms.other), values);
      },
    };
    return cases.map(({ no, yes }) => {
      const [after, agreed] = [no, []].map((rejected) =>
        answered(graph, decided(graph, before, rejected, yes, leap), walk.thesis, lines, data.links),
      );
      return { ...after, told: position(walk, after, agreed, no, words), parting: parting(walk.stops, no)?.claim ?? null };
    });
  },

  /** What keeps an argument from being weighed with so many inputs of a cycle read, "" for nothing. */
  stopped([data, most, helped]) {
    try {
      weigh(framework(data), helped ? { leap, most } : { most });
      return "";
    } catch (error) {
      return error.constructor.name;
    }
  },

  /** The routes between two claims, by their claims and links, and what looking for them took. */
  traced([data, start, ends, bounds]) {
    const { found, ...rest } = routes(data, start, ends, bounds);
    return { found: found.map(({ claims, links }) => [claims, links]), ...rest };
  },

  /** How many words each text has. */
  wordCounts(texts) {
    return texts.map(wordCount);
  },

  /** The id that is made of each list of texts. */
  slugs(lists) {
    return lists.map((texts) => slugOf(texts, "claim"));
  },

  /** The files that each draft comes to, or the fields in which it lacks something. */
  drafted([cases, today]) {
    return cases.map(({ draft, taken }) => {
      const lacks = shortcomings(draft).map((each) => each.field);
      if (lacks.length) return { lacks };
      const kinds = ["claims", "sources", "speakers"];
      const there = Object.fromEntries(kinds.map((kind) => [kind, new Set(taken?.[kind])]));
      const files = draftFiles(draft, there, today);
      return { files: Object.fromEntries(files.map((each) => [each.path, each.text])) };
    });
  },

  /** The DOI that each of these texts is; empty where it is none. */
  dois: (texts) => texts.map(doiMeant),

  /** What stands in the way of what a form holds: each field and the request at it. */
  asked([forms, schemas]) {
    const target = { id: "top", debate: "d" };
    const none = { claims: new Set(), sources: new Set(), speakers: new Set() };
    const known = { target, speakers: {}, taken: none, schemas };
    return forms.map((form) =>
      outcome(form, known, "2026-11-25", 12).problems.map(({ field, request }) => [field, request]),
    );
  },

  /** The marks of wordings. */
  marked: (texts) => Promise.all(texts.map(wordingMark)),

  /** What comes of passages in copies of their texts, told as by `betoog verify`. */
  copies: ([passages, copies]) =>
    copies.map(([of, copy]) => {
      const text = new SourceText(paragraphsOf(copy));
      const found = atOnce(verified(text, passages[of])).map((each, at) => {
        const { fingerprint: recorded } = passages[of][at];
        const proof = each.begin === undefined ? null : fingerprintAt(text, each);
        const same = each.status === "verified" || each.same === true;
        const told = same || proof === recorded ? "recorded" : proof;
        return [each.status, each.paragraph ?? null, each.similarity, same, told];
      });
      return { paragraphs: text.paragraphs.length, found };
    }),

  /** In how many steps the passages are looked for in each of these texts. */
  steps: ([passages, texts]) =>
    texts.map((each) => {
      const work = verified(new SourceText(paragraphsOf(each)), passages);
      let steps = 0;
      while (!work.next().done) steps += 1;
      return steps;
    }),

  /** The paragraphs of texts: how long each is, and its first sign. */
  paragraphs: (texts) => texts.map((each) => paragraphsOf(each).map((text) => [text.length, text[0]])),

  /** The same of what a page holds. */
  parted: (texts) => texts.map((each) => parted(each).split("\n\n").map((text) => [text.length, text[0]])),

  /** Texts with another word in the place of one. */
  instead: (cases) => cases.map(([text, word, other]) => instead(text, word, other)),

  /** Texts as they are compared, with and without their letter case. */
  folded: (texts) => texts.map((each) => [plain(each), plain(each, true)]),

  /** The digests of texts, and their fingerprints. */
  digests: (texts) => texts.map((each) => [sha256(each), fingerprint(each)]),

  /** Whether a schema refuses each of these records. */
  refused: ([records, schemas]) =>
    records.map(([kind, fields]) => faults(fields, schemas[kind]).length > 0),

  /** The claims that each of these wordings is like. */
  alike: ([claims, asked]) =>
    asked.map((wording) =>
      alike(claims, wording).map(({ id, score, language, opposite }) => [
        id,
        score.toFixed(4),
        language,
        opposite,
      ]),
    ),

  /** The words of these texts, which pairs of them fit, and what each may be meant for. */
  compared: ([texts, pairs, [asked, known]]) => ({
    words: texts.map(wordsOf),
    fit: pairs.map(([one, other]) => fitting(one)(other)),
    meant: asked.map((word) => meant(word, Object.entries(known))),
  }),

  /** Of each choice the claims, in the order asked for, and its unknown words. */
  chosen([file, choices]) {
    const table = tableOf(file);
    return choices.map(({ words, options, order }) => ({
      found: inOrder(
        choose(table, words, new Set(options.map((option) => table.numbers.get(option)))).found,
        order,
        "en",
      ).map(({ id }) => id),
      unknown: Object.fromEntries(unknownWords(table, words)),
    }));
  },

  /** A map's boxes by their keys, its edges and its size. */
  laidOut([rows, columns, column]) {
    const found = hangingTree(rows, columns, column);
    const boxes = found.boxes.map(({ item, ...rest }) => ({ key: item.key, ...rest }));
    return { ...found, boxes };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const [name, given] = JSON.parse(line);
  let answer;
  try {
    answer = { answer: await answers[name](given) };
  } catch (error) {
    answer = { error: error.stack };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
