// The text of a file that a reader opens: plain, or a page that was saved.

// What begins a paragraph of its own, and what is no text or leads elsewhere.
const BLOCKS =
  "address,article,aside,blockquote,dd,div,dl,dt,figcaption,figure,footer,h1,h2,h3,h4,h5,h6,header,hr,li,main,ol,p,pre,section,table,td,th,tr,ul";
const NO_TEXT =
  "script,style,noscript,template,nav,form,button,select,textarea,iframe,object,svg,audio,video,[hidden],[aria-hidden=true]";
const TAG = /<([a-z][a-z0-9-]*)[\s/][^<>]*>/gi;
const KEPT = /\s(?:hidden|aria-hidden=["']?true|role=["']?main)\b/i;
const DECLARED = /<meta[^>]{1,200}charset=["']?([\w-]{1,40})/i;

/**
 * What bytes are in the encoding of their mark, or of the page, or else in those of the web.
 *
 * @type {(bytes: ArrayBuffer) => string}
 */
export function decoded(bytes) {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  const wide = (first === 0xff && second === 0xfe && "utf-16le") || (first === 0xfe && second === 0xff && "utf-16be");
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const western = new TextDecoder("windows-1252").decode(bytes);
    const name = DECLARED.exec(western.slice(0, 4096))?.[1] ?? "";
    try {
      return new TextDecoder(name).decode(bytes);
    } catch {
      return western;
    }
  }
}

/**
 * The text of a page with blank lines between its paragraphs. Nothing of the page is run or loaded.
 *
 * @type {(html: string) => string}
 */
export function textOfPage(html) {
  // Without their attributes, what would be run, loaded or styled is not even looked at.
  const bare = html.replace(TAG, (tag, /** @type {string} */ name) => {
    const kept = KEPT.exec(tag)?.[0].replace(/["']/g, "") ?? "";
    return `<${name}${kept}>`;
  });
  const page = new DOMParser().parseFromString(bare, "text/html");
  for (const each of page.querySelectorAll(NO_TEXT)) each.remove();
  let [body, most] = [page.body, -1];
  for (const part of page.querySelectorAll("article, main, [role=main]")) {
    const length = part.textContent?.length ?? 0;
    if (length > most) [body, most] = [/** @type {HTMLElement} */ (part), length];
  }
  for (const each of body.querySelectorAll("br")) each.replaceWith("\u2028");
  for (const each of body.querySelectorAll(BLOCKS)) {
    each.before("\u2029");
    each.after("\u2029");
  }
  return parted(body.textContent ?? "");
}

/**
 * A text with blank lines where it has the end of a block, or two line breaks in a row; one is a space.
 *
 * @type {(text: string) => string}
 */
export function parted(text) {
  const ended = text.replace(/\s+/g, (gap) => (/\u2029|\u2028\s*\u2028/.test(gap) ? "\u2029" : " "));
  return ended.split("\u2029").map((each) => each.trim()).filter(Boolean).join("\n\n");
}

/**
 * The text of a file: of a page where it is one.
 *
 * @type {(file: File) => Promise<string>}
 */
export async function textOfFile(file) {
  const text = decoded(await file.arrayBuffer());
  const isPage = /\.x?html?$/i.test(file.name) || file.type.includes("html") || /^\s*<(?:!doctype|html)\b/i.test(text);
  return isPage ? textOfPage(text) : text;
}
