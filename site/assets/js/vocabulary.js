// The types of link, as graph/records/link_types.py has them: `make vocabulary` writes this.

export const LINK_TYPES = /** @type {const} */ (["supports", "contradicts", "undercuts", "conditions"]);

/** The field of a claim in which the links of each type stand, and the scheme that tells a type
 * from the others in its field. */
export const LINK_FIELDS = /** @type {const} */ ({"supports": "supports", "contradicts": "contradicts", "undercuts": "undercuts", "conditions": "supports"});
/** @type {Texts} */
export const SCHEMES = {"conditions": "necessary-condition"};

/** The types that raise a claim, those that lower one, those that weaken a step, and those that a
 * claim cannot hold without. */
export const [HELPING, HINDERING, UNDERCUTTING, CONDITIONING] =
  /** @type {string[][]} */ ([["supports"], ["contradicts"], ["undercuts"], ["conditions"]]);

/** The types whose line is two lines. */
export const DOUBLE = /** @type {string[]} */ (["conditions"]);

/** The types by what stands for them where an argument is written in numbers. @type {Texts} */
export const OF_MARK = {"+": "supports", "-": "contradicts", "/": "undercuts", "?": "conditions"};

/** The icon of each type. @type {Texts} */
export const SIGNS = {"supports": "▲", "contradicts": "▼", "undercuts": "◆", "conditions": "■"};
