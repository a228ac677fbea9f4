"""The style of a review's page, which stands alone: the colours are those of the site."""

from string import Template

from graph.pages.vocabulary import colours, map_rules
from graph.records.link_types import LinkType

_STYLE = Template("""
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbfaf6, #14181d); --card: light-dark(#ffffff, #1b2027);
  --ink: light-dark(#1d1d1a, #e9e6df); --muted: light-dark(#5d5a52, #a7a49b);
  --line: light-dark(#dedacf, #333a43); --rule: light-dark(#b9b4a6, #59616b);
${colours}  --added: light-dark(#e3eff7, #1a2f3d); --removed: light-dark(#fae9dc, #38281a);
  --text: Charter, "Bitstream Charter", "Sitka Text", Cambria, "Noto Serif", Georgia, serif;
  --ui: system-ui, -apple-system, "Segoe UI", "Noto Sans", Roboto, sans-serif;
}
* { box-sizing: border-box; }
html { font-size: 106.25%; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 52rem; padding: 1.15rem 1.5rem 4rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.5 var(--text); overflow-wrap: anywhere; }
h1 { font: 600 clamp(1.55rem, 1.1rem + 1.7vw, 2.15rem)/1.18 var(--text); margin: .6rem 0 .3rem; }
h2 { font: 650 1.06rem/1.3 var(--ui); margin: 2.2rem 0 .5rem; padding-top: .9rem;
  border-top: 1px solid var(--line); break-after: avoid; }
h2 small { font-weight: 400; color: var(--muted); margin-left: .4em; }
h3 { font: 600 1.02rem/1.35 var(--text); margin: 1.7rem 0 .6rem; break-after: avoid; }
p { margin: .4rem 0; }
.names, .note { color: var(--muted); font-family: var(--ui); font-size: .88rem; }
.gist { font-size: 1.15rem; line-height: 1.45; }
ul { list-style: none; margin: 0; padding: 0; }
li { padding: .5rem 0; break-inside: avoid; }
li + li { border-top: 1px solid var(--line); }
li ul { margin: .15rem 0 0 1.1rem; color: var(--muted); font-size: .93rem; }
li li { padding: .1rem 0; }
li li + li { border: 0; }
b, .name { font-family: var(--ui); font-size: .92em; }
b { font-weight: 650; color: var(--ink); white-space: nowrap; }
code { font: .76rem var(--ui); color: var(--muted); }
${words}ins, del { padding: 0 .15em; border-radius: .15rem; color: var(--ink); }
ins { background: var(--added); } del { background: var(--removed); }
.drawings { display: grid; gap: 1rem 2.2rem; break-inside: avoid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); }
figure { margin: 0; break-inside: avoid; }
figcaption { font: .88rem var(--ui); margin-bottom: .5rem; }
figcaption b { font-size: 1em; }
.map { display: block; width: 100%; height: auto; max-width: 24rem; font: 11px var(--ui); }
.map text { fill: var(--ink); } .map .node text { text-anchor: middle; }
.map rect { fill: var(--card); stroke: var(--rule); }
.map .here rect { stroke: var(--ink); stroke-width: 2; } .map .here text { font-weight: 650; }
.map .changed rect { stroke: var(--ink); stroke-width: 2; }
.after .changed rect { fill: var(--added); }
.before .changed rect { fill: var(--removed); stroke-dasharray: 4 3; }
.map .tag { font-weight: 650; }
.map .edge { fill: none; stroke-width: 1.8; stroke: var(--supports); }
.map .edge.together { stroke: var(--muted); stroke-width: 1.2; }
.map .tag.together { fill: var(--muted); }
${map}@page { margin: 1.6cm; }
@media print {
  :root { color-scheme: light; --paper: #fff; }
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; }
  .drawings { grid-template-columns: 1fr 1fr; }
  figure svg { max-height: 21cm; }
  ins, del, rect { print-color-adjust: exact; }
}
""")
STYLE = _STYLE.substitute(
    colours=colours(),
    words="".join(f"b.{each} {{ color: var(--{each}); }}\n" for each in LinkType),
    map=map_rules(),
)
