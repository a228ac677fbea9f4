// How a record gets to the people who keep the records: addresses on the site that hosts their
// repository, with everything filled in, and the text of an issue as its form writes it.

const NOTHING = "_No response_";

/** The longest address that hosts are known to take. */
export const LONGEST = 7500;

/**
 * An address of the host with what stands in braces filled in; behind a plus sign slashes stay.
 *
 * @type {(address: string, fields: Texts) => string}
 */
function filled(address, fields) {
  return address.replace(/\{(\+?)(\w+)\}/g, (_, plus, name) => {
    const value = encodeURIComponent(fields[name] ?? "");
    return plus ? value.replaceAll("%2F", "/") : value;
  });
}

/** @type {(address: string | undefined, fields: Texts) => string | null} */
function short(address, fields) {
  const whole = address === undefined ? null : filled(address, fields);
  return whole === null || whole.length > LONGEST ? null : whole;
}

/** @type {(path: string) => Texts} */
const placed = (path) => ({
  path,
  above: path.slice(0, path.lastIndexOf("/")),
  name: path.slice(path.lastIndexOf("/") + 1),
});

/**
 * The address where a file can be proposed, or null where it would be too long, or the host takes
 * no text from an address.
 *
 * @type {(host: Host, path: string, text: string) => string | null}
 */
export const newFile = (host, path, text) => short(host.addresses.new_file, { ...placed(path), text });

/**
 * The address of an empty new file of this name.
 *
 * @type {(host: Host, path: string) => string}
 */
export const emptyFile = (host, path) => filled(host.addresses.empty_file, placed(path));

/**
 * The address of the editor of a file that is there.
 *
 * @type {(host: Host, path: string) => string}
 */
export const editFile = (host, path) => filled(host.addresses.edit_file, placed(path));

/**
 * The address of a new issue with this title and text, or null where it would be too long.
 *
 * @type {(host: Host, title: string, text: string) => string | null}
 */
export const newIssue = (host, title, text) => short(host.addresses.new_issue, { title, text });

/**
 * The address of a new issue with this title.
 *
 * @type {(host: Host, title: string) => string}
 */
export const emptyIssue = (host, title) => filled(host.addresses.new_issue, { title });

/**
 * The address of the form for corrections, filled in, or null where it would be too long.
 *
 * @type {(host: Host, title: string, correction: Correction, text: string) => string | null}
 */
export function correctionIssue(host, title, correction, text) {
  if (!host.addresses.correction) return newIssue(host, title, text);
  return short(host.addresses.correction, { title, ...correction });
}

/**
 * The text of an issue as the form writes it, which `betoog from-issue` makes a record of.
 * `labels` are the form's fields as `[id, label]`, `answers` what is given, by id.
 *
 * The host fills in no lists of choices from an address, so the text is given as a whole.
 *
 * @type {(labels: [id: string, label: string][], answers: Record<string, string | undefined>) => string}
 */
export function issueText(labels, answers) {
  return labels
    // A heading within an answer is set off by a space, so that it does not end the answer.
    .map(([id, label]) => `### ${label}\n\n${answers[id]?.replace(/^###/gm, " ###") || NOTHING}\n`)
    .join("\n");
}
