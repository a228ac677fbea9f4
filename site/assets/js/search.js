// Search by Pagefind. The index is fetched when the first word is typed, not before.
const input = document.querySelector("#q");
const results = document.querySelector("#results");
const found = document.querySelector("#found");
const root = new URL("../../", import.meta.url);
let pagefind;

async function index() {
  pagefind ??= import(new URL("pagefind/pagefind.js", root)).then(async (engine) => {
    await engine.options({ baseUrl: root.pathname, excerptLength: 20 });
    return engine;
  });
  return pagefind;
}

async function search() {
  const words = input.value.trim();
  const url = new URL(location);
  words ? url.searchParams.set("q", words) : url.searchParams.delete("q");
  history.replaceState(null, "", url);
  if (!words) {
    results.replaceChildren();
    found.textContent = "";
    return;
  }
  try {
    const engine = await index();
    const answer = await engine.debouncedSearch(words, {}, 150);
    if (answer === null) return;
    const pages = await Promise.all(answer.results.slice(0, 20).map((each) => each.data()));
    const count = answer.results.length;
    const text = count === 0 ? found.dataset.none : count === 1 ? found.dataset.one : found.dataset.other;
    found.textContent = text.replace("{n}", count).replace("{words}", words);
    results.replaceChildren(...pages.map(row));
  } catch {
    found.textContent = found.dataset.unavailable;
  }
}

function row(page) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = page.url;
  link.textContent = page.meta.title;
  const standing = document.createElement("span");
  standing.className = "num";
  standing.textContent = ` ${(page.meta.standing ?? "").toLowerCase()}`;
  const excerpt = document.createElement("p");
  excerpt.className = "meta";
  // Pagefind escapes the page's text and adds only <mark>.
  excerpt.innerHTML = page.excerpt;
  item.append(link, standing, excerpt);
  return item;
}

if (input) {
  input.value = new URL(location).searchParams.get("q") ?? "";
  input.addEventListener("input", search);
  input.form.addEventListener("submit", (event) => event.preventDefault());
  if (input.value) search();
}
