// What a record can hold, as graph/records/limits.py has it: `make vocabulary` writes this.

/** The characters of a text, of an annotation and of the name of a step, and the items of all lists
 * of a record together, at most. */
export const [TEXT, NOTE, STEP, ITEMS] = [2000, 20000, 500, 500];

/** The words and the characters of an id that is made of a text, at most. */
export const [MOST_WORDS, LONGEST_ID] = [6, 48];

/** The signs of a mark that stands for a text in an id. */
export const MARKS = "0123456789abcdefghjkmnpqrstvwxyz";

/** Names that Windows keeps for devices. */
export const DEVICES = "(?:con|prn|aux|nul|com[1-9]|lpt[1-9])";

/** A sign with the joiner behind it that is at home there. */
export const JOINED = "[\\u0600-\\u08ff\\u0900-\\u0dff\\u0f00-\\u109f\\u1780-\\u18af\\u1900-\\u1cff\\ua800-\\uabff\\ufb50-\\ufdcf\\ufdf0-\\ufdff\\ufe70-\\ufefc\\u{10a00}-\\u{10fff}\\u{11000}-\\u{11fff}\\u{1e900}-\\u{1e95f}][\\u200c\\u200d](?=[\\u0600-\\u08ff\\u0900-\\u0dff\\u0f00-\\u109f\\u1780-\\u18af\\u1900-\\u1cff\\ua800-\\uabff\\ufb50-\\ufdcf\\ufdf0-\\ufdff\\ufe70-\\ufefc\\u{10a00}-\\u{10fff}\\u{11000}-\\u{11fff}\\u{1e900}-\\u{1e95f}])|[\\u00a9\\u00ae\\u203c-\\u3299\\ufe0f\\u{1f000}-\\u{1faff}]\\u200d(?=[\\u00a9\\u00ae\\u203c-\\u3299\\ufe0f\\u{1f000}-\\u{1faff}])";

/** The types of source that are nowhere else than at their address. */
export const ON_THE_WEB = ["post", "post-weblog", "webpage"];

/** A DOI, and what may be written before it: the beginning of an address, or a word. */
export const DOI = "10\\.[0-9]+(?:\\.[0-9]+)*/\\S+";
export const [DOI_ADDRESS, DOI_WORD] = ["(?:https?://)?(?:www\\.|dx\\.)?doi\\.org/(?:doi:)?", "doi\\b[:\\s]*"];
