// Marks of wordings, made as graph/passages/mark.py says.

import { normalised } from "./fingerprint.js";

/**
 * Ten letters that stand for a wording, or undefined where the browser makes no digests.
 *
 * @type {(text: string) => Promise<string | undefined>}
 */
export async function wordingMark(text) {
  if (!globalThis.crypto?.subtle) return undefined;
  const bytes = new TextEncoder().encode(normalised(text));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).slice(0, 5);
  return Array.from(digest, (byte) => letter(byte >> 4) + letter(byte & 15)).join("");
}

/** @type {(digit: number) => string} */
const letter = (digit) => String.fromCharCode(97 + digit);

/**
 * For each translation of a sentence, the mark of its original: the first.
 *
 * @type {(sentences: Texts) => Promise<Texts>}
 */
export async function translationMarks(sentences) {
  const [original, ...others] = Object.keys(sentences);
  const mark = others.length ? await wordingMark(sentences[original]) : undefined;
  return mark ? Object.fromEntries(others.map((each) => [each, mark])) : {};
}
