"""One page of every type, below its language's folder."""

PAGE_TYPES = {
    "home": "",
    "debate": "debates/deepseek-europe/",
    "theme": "debates/deepseek-europe/ai-use/",
    "themes": "themes/",
    "claim": "claims/single-winner-thesis/",
    "thesis": "claims/europe-economy-may-benefit/",
    "undercut": "claims/await-full-assessment/",
    "question": "claims/can-there-be-only-one-winner/",
    "unstated premise": "claims/cost-savings-passed-on/",
    "all claims": "claims/",
    "list": "lists/kind/prediction/",
    "sources": "sources/",
    "source": "sources/blom-2025/",
    "speakers": "speakers/",
    "speaker": "speakers/dario-amodei/",
    "weak spots": "weak-spots/",
    "schemes": "schemes/",
    "rules": "rules/",
    "rule": "rules/R101/",
    "method": "method/",
    "contribute": "contribute/",
    "glossary": "glossary/",
    "decisions": "decisions/",
    "downloads": "downloads/",
    "search": "search/",
}
PREFIXES = {"en": "", "nl": "nl/"}
CLAIMS = ("single-winner-thesis", "entry-barriers-lower-than-thought", "await-full-assessment")
