// What came of a form, and the ways to hand it over.

import { correctionIssue, editFile, emptyFile, emptyIssue, issueText, newFile, newIssue } from "./hand_over.js";
import { n, only, t } from "./page.js";

/**
 * An element with this text or these children.
 *
 * @type {(name: string, ...children: (Node | string)[]) => HTMLElement}
 */
function made(name, ...children) {
  const whole = document.createElement(name);
  whole.append(...children);
  return whole;
}

/** @type {(address: string, words: string) => HTMLElement} */
function outward(address, words) {
  const link = linked(`${words} ↗`);
  link.href = address;
  link.rel = "external";
  return link;
}

/** @type {(words: string) => HTMLAnchorElement} */
const linked = (words) => /** @type {HTMLAnchorElement} */ (made("a", words));

/**
 * Words with a link behind them, as a row of a list.
 *
 * @type {(link: Node, before?: string) => HTMLElement}
 */
function row(link, before = "") {
  return made("li", ...(before ? [`${before} `, link] : [link]));
}

/**
 * A text to look at, to copy and to save.
 *
 * @type {(name: string, content: string, extra?: Node[]) => HTMLElement[]}
 */
function text(name, content, extra = []) {
  const shown = made("pre", content);
  shown.tabIndex = 0;
  const copy = made("button", t("add.copy"));
  copy.setAttribute("type", "button");
  copy.setAttribute("aria-label", `${t("add.copy")}: ${name}`);
  const status = made("span");
  status.setAttribute("role", "status");
  copy.addEventListener("click", async () => {
    const copied = await navigator.clipboard?.writeText(content).then(() => true, () => false);
    if (!copied) getSelection()?.selectAllChildren(shown);
    status.textContent = t(copied ? "add.copied" : "add.selected");
  });
  const buttons = made("p", copy, ...extra, status);
  buttons.className = "tools";
  return [shown, buttons];
}

/** @type {(path: string, content: string) => HTMLElement} */
function download(path, content) {
  const link = linked(t("add.download"));
  link.download = path.slice(path.lastIndexOf("/") + 1);
  link.href = URL.createObjectURL(new Blob([content], { type: "text/plain;charset=utf-8" }));
  link.setAttribute("aria-label", `${t("add.download")}: ${link.download}`);
  return link;
}

/**
 * Show files and how to hand them over; `issue` are the answers for the form of issues, or null.
 *
 * @param {HTMLElement} section
 * @param {RecordFile[]} files
 * @param {string} title
 * @param {Record<string, string | undefined> | null} issue
 * @param {Adding} adding
 */
export function showFiles(section, files, title, issue, { host, labels, mark }) {
  const parts = [made("p", n("add.fine", files.length))];
  for (const { path, text: content } of files) {
    parts.push(made("h3", made("code", path)), ...text(path, content, [download(path, content)]));
  }
  const ways = [];
  /** @type {Node[]} */
  let more = [];
  if (host) {
    const values = { host: host.name };
    for (const { path, text: content } of files) {
      const named = { ...values, file: path.slice(path.lastIndexOf("/") + 1) };
      const address = newFile(host, path, content);
      if (address) ways.push(row(outward(address, t("add.propose", named))));
      else {
        const before = t(host.addresses.new_file ? "add.empty" : "add.paste");
        ways.push(row(outward(emptyFile(host, path), t("add.empty_file", named)), before));
      }
    }
    if (issue) {
      const body = `${mark}\n\n${issueText(labels, issue)}`;
      const address = newIssue(host, title, body);
      const way = address
        ? row(outward(address, t("add.issue", values)))
        : row(outward(emptyIssue(host, title), t("add.empty_issue", values)), t("add.long_issue"));
      if (!address) more = text(title, body);
      // Files that belong together come together in an issue.
      if (files.length > 1 && address) ways.unshift(way);
      else ways.push(way);
    }
  }
  show(section, n("add.record", files.length), [...parts, ...send(host, ways), ...more]);
}

/**
 * Show a correction and how to hand it over.
 *
 * @param {HTMLElement} section
 * @param {Texts} answers
 * @param {Aim} target
 * @param {string} title
 * @param {Adding} adding
 */
export function showCorrection(section, answers, target, title, { host, correction }) {
  const given = { where: target.id, wrong: answers.wrong.trim(), right: (answers.right ?? "").trim() };
  const body = issueText(correction, given);
  const ways = [];
  if (host) {
    const values = { host: host.name };
    const address = correctionIssue(host, title, given, body);
    ways.push(
      address
        ? row(outward(address, t("add.issue", values)))
        : row(outward(emptyIssue(host, title), t("add.empty_issue", values)), t("add.long_issue")),
      row(outward(editFile(host, target.path ?? ""), t("add.edit", values))),
    );
  }
  const extra = [download(`${target.id}.txt`, body)];
  const parts = [made("p", t("add.fine_correction")), ...text(t("add.correction"), body, extra)];
  show(section, t("add.correction"), [...parts, ...send(host, ways)]);
}

/** @type {(host: Host | null, ways: Node[]) => HTMLElement[]} */
function send(host, ways) {
  const heading = made("h3", t("add.send"));
  if (!host) return [heading, made("p", t("add.no_host"))];
  const list = made("ul", ...ways);
  list.className = "plain";
  return [heading, made("p", t("add.account", { host: host.name })), list, made("p", t("add.next"))];
}

/** @type {(section: HTMLElement, title: string, parts: Node[]) => void} */
function show(section, title, parts) {
  const heading = only("h2", section);
  heading.textContent = title;
  section.replaceChildren(heading, ...parts);
  section.hidden = false;
  heading.focus();
}
