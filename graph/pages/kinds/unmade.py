"""What stands in the place of a page that could not be made."""

from markupsafe import Markup

from graph.words.language import Language

# No template: one may be the very thing that is wrong.
_PAGE = Markup("""\
<!doctype html>
<html lang="{code}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="stylesheet" href="{root}assets/css/betoog.css">
</head>
<body>
<main id="site-text" class="page">
<h1>{title}</h1>
<p class="lede">{text}</p>
<p lang="en"><code>{finding}</code></p>
<p><a href="{home}">{name}</a></p>
</main>
</body>
</html>
""")


def unmade_page(language: Language, path: str, finding: str) -> str:
    """A short page in a language, at a path within it, that tells what was found."""
    root = "../" * (language.prefix + path).count("/")
    return _PAGE.format(
        code=language.code,
        title=language.t("unmade.title"),
        text=language.t("unmade.text"),
        finding=finding,
        root=root,
        home=(root + language.prefix) or "./",
        name=language.t("site.home"),
    )
