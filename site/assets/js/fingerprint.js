// Fingerprints of passages, as graph/passages/fingerprint.py makes them.
//
// Browsers make digests only on pages that come over https; this one is made everywhere alike.

import { atOnce, folding, plain, punctuated, SPACE } from "./folding.js";
import { BROKEN, UNSEEN } from "./signs.js";

const unseen = new RegExp(`[${UNSEEN}]`, "g");
const spaces = new RegExp(`[${SPACE}]+`, "g");

/**
 * The text evened out by as little as older fingerprints were.
 *
 * @type {(text: string) => string}
 */
export const normalised = (text) =>
  punctuated(text.replace(unseen, "").normalize("NFC")).replace(spaces, " ").replace(/^ | $/g, "");

/** @type {(text: string) => string} */
export const fingerprint = (text) => `sha256:${sha256(plain(text))}`;

/**
 * Whether a recorded fingerprint is that of a text, as read today or as it used to be.
 *
 * @type {(recorded: string, text: string) => boolean}
 */
export function isFingerprint(recorded, text) {
  if (recorded === fingerprint(text) || recorded === `sha256:${sha256(normalised(text))}`) return true;
  const folded = atOnce(folding(text, false)).text;
  return folded.includes(BROKEN) && recorded === `sha256:${sha256(folded.replaceAll(BROKEN, "-"))}`;
}

// The parts behind the point of the square and cube roots of the first primes (FIPS 180-4).
const PRIMES = [...Array(312).keys()].filter((n) => n > 1 && ![...Array(n).keys()].some((d) => d > 1 && n % d === 0));
/** @type {(value: number) => number} */
const behindPoint = (value) => Math.floor((value - Math.floor(value)) * 2 ** 32);
const ROUNDS = PRIMES.map((prime) => behindPoint(Math.cbrt(prime)));
const BEGINNING = PRIMES.slice(0, 8).map((prime) => behindPoint(Math.sqrt(prime)));

/** @type {(word: number, bits: number) => number} */
const turned = (word, bits) => (word >>> bits) | (word << (32 - bits));

/**
 * The SHA-256 of a text in UTF-8, in hexadecimal digits.
 *
 * @type {(text: string) => string}
 */
export function sha256(text) {
  const bytes = new TextEncoder().encode(text);
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
  const state = [...BEGINNING];
  const words = new Int32Array(64);
  for (let block = 0; block < padded.length; block += 64) {
    for (let at = 0; at < 64; at += 1) {
      if (at < 16) {
        words[at] = view.getInt32(block + at * 4);
      } else {
        const [near, far] = [words[at - 2], words[at - 15]];
        const first = turned(far, 7) ^ turned(far, 18) ^ (far >>> 3);
        const second = turned(near, 17) ^ turned(near, 19) ^ (near >>> 10);
        words[at] = words[at - 16] + first + words[at - 7] + second;
      }
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let at = 0; at < 64; at += 1) {
      const chosen = (e & f) ^ (~e & g);
      const most = (a & b) ^ (a & c) ^ (b & c);
      const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + chosen + ROUNDS[at] + words[at]) | 0;
      const other = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + most) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + other) | 0];
    }
    for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at] = (state[at] + word) | 0;
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}
