// How a record gets to the people who keep the records: addresses on the site that hosts their
// repository, with everything filled in, and the text of an issue as its form writes it.

const NOTHING = "_No response_";

/** The longest address that hosts are known to take. */
export const LONGEST = 7500;

/**
 * The address where a file can be proposed, or null where it would be too long.
 *
 * @type {(host: Host, path: string, text: string) => string | null}
 */
export function newFile(host, path, text) {
  const [folder, name] = [path.slice(0, path.lastIndexOf("/")), path.slice(path.lastIndexOf("/") + 1)];
  if (host.kind === "github") {
    return short(`${host.repository}/new/${host.branch}/${host.folder}${folder}`, { filename: name, value: text });
  }
  return null;
}

/**
 * The address of an empty new file of this name.
 *
 * @type {(host: Host, path: string) => string}
 */
export function emptyFile(host, path) {
  if (host.kind === "github") return `${host.repository}/new/${host.branch}?${query({ filename: host.folder + path })}`;
  return `${host.repository}/-/new/${host.branch}?${query({ file_name: host.folder + path })}`;
}

/**
 * The address of the editor of a file that is there.
 *
 * @type {(host: Host, path: string) => string}
 */
export function editFile(host, path) {
  return `${host.repository}${host.kind === "github" ? "" : "/-"}/edit/${host.branch}/${host.folder}${path}`;
}

/**
 * The address of a new issue with this title and text, or null where it would be too long.
 *
 * @type {(host: Host, title: string, text: string) => string | null}
 */
export function newIssue(host, title, text) {
  const address = emptyIssue(host, title, text);
  return address.length > LONGEST ? null : address;
}

/**
 * The address of a new issue with this title.
 *
 * @type {(host: Host, title: string, text?: string) => string}
 */
export function emptyIssue(host, title, text = "") {
  if (host.kind === "github") return `${host.repository}/issues/new?${query({ title, body: text })}`;
  const fields = { "issue[title]": title, "issue[description]": text };
  return `${host.repository}/-/issues/new?${query(fields)}`;
}

/**
 * The address of the form for corrections, filled in, or null where it would be too long.
 *
 * @type {(host: Host, title: string, correction: Correction, text: string) => string | null}
 */
export function correctionIssue(host, title, { where, wrong, right }, text) {
  if (host.kind !== "github") return newIssue(host, title, text);
  return short(`${host.repository}/issues/new`, { template: "correction.yml", title, where, wrong, right });
}

/** @type {(fields: Texts) => string} */
function query(fields) {
  return Object.entries(fields)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join("&");
}

/** @type {(address: string, fields: Texts) => string | null} */
function short(address, fields) {
  const whole = `${address}?${query(fields)}`;
  return whole.length > LONGEST ? null : whole;
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
