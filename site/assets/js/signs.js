// Signs that differ between faithful copies of a text, as graph/passages has them, and how much is
// compared there: `make vocabulary` writes this.

/** What stands for an apostrophe, for a quotation mark and for a dash. */
export const SINGLE = "\u2018\u2019\u201a\u201b\u2039\u203a'\uff07\u275b\u275c\u275f\u2032\u2035\u02b9\u02bb\u02bc\u02bd\u02c8`\u00b4\uff40\u300c\u300d\uff62\uff63\ufe41\ufe42";
export const DOUBLE = "\u201c\u201d\u201e\u201f\u00ab\u00bb\"\uff02\u275d\u275e\u2760\u276e\u276f\u2033\u2036\u02ba\u301d\u301e\u301f\u2e42\u300e\u300f\ufe43\ufe44";
export const DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d";

/** What no reader sees, as older fingerprints know it, and all of it. */
export const UNSEEN = "\u00ad\u200b\u2060\ufeff";
export const INVISIBLE = "\u00ad\u200b\u2060\ufeff\u034f\u061c\u180e\u200c\u200d\u200e\u200f\u2061\u2062\u2063\u2064\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

/** In a folded text: here a hyphen ends a line. */
export const BROKEN = "\u00ad";

/** The marks on a letter, at most. */
export const MOST_MARKS = 64;

/** What closes a sentence, what may stand behind that, and what items of lists begin with. */
export const CLOSING = ".!?\u2026:;,\u203d\u3002\uff0e\uff61\uff01\uff1f\uff1a\uff1b\uff0c\u3001\u0964\u0965\u061f\u06d4\u061b\u060c\u0589\u1362\u1367\u0f0d\u0f0e\u17d4\u104b";
export const TRAILING = "'\"\u2018\u2019\u201c\u201d\u00ab\u00bb\u2039\u203a)]\uff09\uff3d\u300d\u300f\u3011\u300b\u3009*_ ";
export const BULLETS = "-*\u2022\u2013\u2014";

/** The characters and the words of a section heading, at most. */
export const HEADING = [80, 12];

/** From 0 to 100, how much words are alike that may be taken for others, at the least. */
export const LEAST_SIMILARITY = 70.0;

/** The steps that looking for such words may take, for all of them and for one; what each run of
 * words takes; the signs that one step compares; the signs of words, and how many are looked for,
 * at most. */
export const COMPARED = {"all": 20000000000, "one": 5000000000, "forRun": 4000, "signs": 64, "longest": 2000, "mostLikest": 20};
