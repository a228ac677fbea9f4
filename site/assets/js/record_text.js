// Records as text, in the layout that `betoog fmt` keeps: graph/store/writing.py says the same.

const WIDTH = 100;
const BLOCK_ALWAYS = new Set(["claim", "title", "question", "summary", "name", "role", "gist", "move"]);

// What YAML 1.1 takes for something else than text, of what does not begin with a digit.
const NOT_TEXT = [
  /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/,
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?)$/,
  /^(?:[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  /^(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+)$/,
  /^[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+$/,
  /^(?:~|null|Null|NULL|<<|=)$/,
];

/**
 * @param {unknown} value
 * @returns {value is Fields}
 */
const isMapping = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** @type {(text: string) => number} */
const width = (text) => [...text].length;

/**
 * The fields of a record as YAML, in the order in which they stand in this object.
 *
 * @type {(fields: Fields) => string}
 */
export function recordText(fields) {
  return mappingLines(fields, 0).map((line) => `${line}\n`).join("");
}

/** @type {(mapping: Fields, indent: number) => string[]} */
function mappingLines(mapping, indent) {
  const pad = " ".repeat(indent);
  return Object.entries(mapping).flatMap(([key, value]) => {
    const name = `${pad}${scalar(key, false)}:`;
    const oneLine = `${name} ${flow(value, false)}`.trimEnd();
    const block = isMapping(value) && BLOCK_ALWAYS.has(key);
    const records = Array.isArray(value) && value.some(isMapping);
    const single = typeof value !== "object" || value === null;
    if (single || (!block && !records && width(oneLine) <= WIDTH)) return [oneLine];
    const below = isMapping(value) ? mappingLines(value, indent + 2) : listLines(/** @type {unknown[]} */ (value), indent + 2);
    return [name, ...below];
  });
}

/** @type {(items: unknown[], indent: number) => string[]} */
function listLines(items, indent) {
  const pad = " ".repeat(indent);
  return items.flatMap((item) => {
    const oneLine = `${pad}- ${flow(item, false)}`.trimEnd();
    if (!isMapping(item) || width(oneLine) <= WIDTH) return [oneLine];
    const [first, ...rest] = mappingLines(item, indent + 2);
    return [`${pad}- ${first.trimStart()}`, ...rest];
  });
}

/** @type {(value: unknown, nested: boolean) => string} */
function flow(value, nested) {
  if (Array.isArray(value)) return `[${value.map((item) => flow(item, true)).join(", ")}]`;
  if (isMapping(value)) {
    const inner = Object.entries(value).map(([key, item]) => `${scalar(key, true)}: ${flow(item, true)}`);
    return `{${inner.join(", ")}}`;
  }
  return typeof value === "string" ? scalar(value, nested) : String(value);
}

/**
 * A text plain where any reader of YAML takes it as the same text, else quoted.
 *
 * @type {(text: string, inFlow: boolean) => string}
 */
function scalar(text, inFlow) {
  if (isSafe(text, inFlow)) return text;
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

/** @type {(text: string, inFlow: boolean) => boolean} */
function isSafe(text, inFlow) {
  if (!text || text !== text.trim()) return false;
  if ("!&*[]{}#|>@`\"'%,?:-".includes(text[0]) && !/^-[\p{L}\p{N}]/u.test(text)) return false;
  if (/:\s| #|:$|^\.\.\. /.test(text) || text === "---" || text === "...") return false;
  // A question mark there is a sign to PyYAML's own parser.
  if (inFlow && /[,?[\]{}]|:["']/.test(text)) return false;
  return /^[0-9]/.test(text) || !NOT_TEXT.some((form) => form.test(text));
}
