"""Commands for workflows on the site that hosts the repository: host review, sources and issue."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.draft_options import Debate, debate_asked_for, today
from graph.cli.program import app, example, knowledge_base

host_app = typer.Typer(
    help="For workflows: comments, labels and issues on the site that hosts the repository.",
    no_args_is_help=True,
    epilog=example("betoog host --help"),
    rich_markup_mode=None,
)
app.add_typer(host_app, name="host")

Event = Annotated[
    Path,
    typer.Option(
        metavar="FILE", envvar="GITHUB_EVENT_PATH", help="The event, as the site wrote it."
    ),
]
Login = Annotated[
    str, typer.Option("--as", metavar="LOGIN", help="The name under which the token writes.")
]
BOT = "github-actions[bot]"


@host_app.command("review", epilog=example("betoog host review --help"))
def review(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="What betoog diff --into has written.")
    ],
    event: Event,
    login: Login = BOT,
) -> None:
    """Say on a change what it does to the argument, and label it.

    The report is taken for untrusted text. Which change it is about is asked of the site.
    """
    from graph.host.connection import connected
    from graph.host.event import RunEvent, read_event
    from graph.host.review_comment import review_comment

    happened = read_event(event, RunEvent)
    with connected(os.environ, login) as host:
        _say(review_comment(host, happened, folder))


@host_app.command("sources", epilog=example("betoog host sources --help"))
def sources(
    context: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="What betoog reach --json has given.")
    ],
    login: Login = BOT,
) -> None:
    """Keep one open issue for each source that is gone."""
    from graph.host.connection import connected
    from graph.host.source_issues import read_answer, source_issues

    answer = read_answer(file)
    kb = knowledge_base(context)
    with connected(os.environ, login) as host:
        _say(source_issues(host, kb, answer))


@host_app.command("issue", epilog=example("betoog host issue --help"))
def issue(
    context: typer.Context,
    event: Event,
    debate: Debate = None,
    login: Login = BOT,
) -> None:
    """Answer an issue that proposes a claim; make a branch once an editor accepts it.

    The issue is taken for untrusted text.
    """
    from graph.host.connection import connected
    from graph.host.event import IssueEvent, read_event
    from graph.host.issue_reply import issue_reply

    happened = read_event(event, IssueEvent)
    kb = knowledge_base(context)
    with connected(os.environ, login) as host:
        _say(issue_reply(host, kb, happened, debate_asked_for(kb, debate), today()))


def _say(done: Iterable[str]) -> None:
    for each in done:
        typer.echo(each)
