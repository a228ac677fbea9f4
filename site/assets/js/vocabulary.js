// The types of link, as graph/records/link_types.py has them: `make vocabulary` writes this.

export const LINK_FIELDS = /** @type {const} */ (["supports", "contradicts", "undercuts"]);

/** The types that raise a claim, those that lower one and those that weaken a step. */
export const [HELPING, HINDERING, UNDERCUTTING] = /** @type {string[][]} */ ([["supports"], ["contradicts"], ["undercuts"]]);

/** The icon of each type. @type {Texts} */
export const SIGNS = {"supports": "▲", "contradicts": "▼", "undercuts": "◆"};
