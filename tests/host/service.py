"""A hosting site on this machine: as much of its programming interface as is used, and a memory."""

import base64
import http.server
import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, ClassVar
from urllib.parse import parse_qs, unquote, urlsplit

BOT = "github-actions[bot]"
REPOSITORY = "paths/argument"
Json = dict[str, Any]


class Service:
    """The repository `paths/argument` on the site, with what was written to it."""

    def __init__(self) -> None:
        self.url = ""
        self.issues: dict[int, Json] = {}
        self.comments: dict[int, list[Json]] = {}
        self.pulls: list[Json] = []
        self.labels: list[str] = []
        self.refs: dict[str, str] = {"refs/heads/main": "c0"}
        self.trees: list[Json] = []
        self.committed: dict[str, list[Json]] = {}
        self.writes: list[str] = []
        self.permissions = {"editor": "write", "owner": "admin", "sorter": "read"}
        self.refused = ""
        self._ids = iter(range(1000, 9999))

    def issue(self, number: int, body: str = "", by: str = "someone", labels: Any = ()) -> Json:
        """Open an issue, or the side of a change that is one."""
        found = {
            "number": number, "id": number, "title": "", "body": body, "state": "open",
            "user": {"login": by}, "labels": [{"name": each} for each in labels],
            "url": f"{self.url}/repos/{REPOSITORY}/issues/{number}",
        }  # fmt: skip
        self.issues[number] = found
        self.comments[number] = []
        return found

    def pull(self, number: int, sha: str, repository: str | None, branch: str) -> None:
        """Open a change."""
        self.issue(number)
        owner = repository.split("/")[0] if repository else ""
        self.pulls.append(
            {
                "number": number,
                "state": "open",
                "url": f"{self.url}/repos/{REPOSITORY}/pulls/{number}",
                "issue_url": f"{self.url}/repos/{REPOSITORY}/issues/{number}",
                "head": {
                    "sha": sha, "ref": branch, "label": f"{owner}:{branch}",
                    "repo": {"full_name": repository} if repository else None,
                },
            }
        )  # fmt: skip

    def comment(self, number: int, body: str, by: str) -> Json:
        """Write a comment."""
        id_ = next(self._ids)
        found = {
            "id": id_, "body": body, "user": {"login": by},
            "url": f"{self.url}/repos/{REPOSITORY}/issues/comments/{id_}",
        }  # fmt: skip
        self.comments[number].append(found)
        return found

    def said(self, number: int) -> list[str]:
        """The comments on an issue."""
        return [each["body"] for each in self.comments[number]]

    def labelled(self, number: int) -> set[str]:
        """The labels of an issue."""
        return {each["name"] for each in self.issues[number]["labels"]}

    # ── What is asked of it ──────────────────────────────────────────────────

    def answer(self, method: str, path: str, query: Json, given: Any) -> tuple[int, Any]:
        """The status and the answer to a request."""
        if method != "GET":
            self.writes.append(f"{method} {path}")
        inside = path.removeprefix(f"/repos/{REPOSITORY}")
        for pattern, handler in self._routes.items():
            verb, place = pattern.split(" ", 1)
            if verb == method and (match := re.fullmatch(place, inside)):
                return handler(self, *match.groups(), query, given)
        return 404, {"message": "Not Found"}

    def _repository(self, query: Json, given: Any) -> tuple[int, Any]:
        return 200, {
            "full_name": REPOSITORY, "default_branch": "main",
            "html_url": f"https://github.com/{REPOSITORY}",
            "url": f"{self.url}/repos/{REPOSITORY}",
        }  # fmt: skip

    def _pulls(self, query: Json, given: Any) -> tuple[int, Any]:
        head = query.get("head", [""])[0]
        return 200, [
            each for each in self.pulls
            if each["state"] == "open" and each["head"]["label"] == head
        ]  # fmt: skip

    def _issue(self, number: str, query: Json, given: Any) -> tuple[int, Any]:
        return 200, self.issues[int(number)]

    def _issues(self, query: Json, given: Any) -> tuple[int, Any]:
        wanted = set(query.get("labels", [""])[0].split(","))
        return 200, [
            each for number, each in self.issues.items()
            if each["state"] == "open" and wanted <= self.labelled(number)
        ]  # fmt: skip

    def _open(self, query: Json, given: Any) -> tuple[int, Any]:
        number = max(self.issues, default=0) + 1
        found = self.issue(number, given["body"], BOT, given["labels"])
        found["title"] = given["title"]
        return 201, found

    def _edit(self, number: str, query: Json, given: Any) -> tuple[int, Any]:
        self.issues[int(number)].update(given)
        return 200, self.issues[int(number)]

    def _comments(self, number: str, query: Json, given: Any) -> tuple[int, Any]:
        return 200, self.comments[int(number)]

    def _write(self, number: str, query: Json, given: Any) -> tuple[int, Any]:
        return 201, self.comment(int(number), given["body"], BOT)

    def _rewrite(self, id_: str, query: Json, given: Any) -> tuple[int, Any]:
        found = next(
            each for several in self.comments.values() for each in several if each["id"] == int(id_)
        )
        found["body"] = given["body"]
        return 200, found

    def _make_label(self, query: Json, given: Any) -> tuple[int, Any]:
        if given["name"] in self.labels:
            return 422, {"message": "Validation Failed", "errors": [{"code": "already_exists"}]}
        self.labels.append(given["name"])
        return 201, given

    def _label(self, number: str, query: Json, given: Any) -> tuple[int, Any]:
        names = given["labels"] if isinstance(given, dict) else given
        self.issues[int(number)]["labels"] += [{"name": each} for each in names]
        return 200, self.issues[int(number)]["labels"]

    def _unlabel(self, number: str, name: str, query: Json, given: Any) -> tuple[int, Any]:
        issue = self.issues[int(number)]
        issue["labels"] = [each for each in issue["labels"] if each["name"] != unquote(name)]
        return 200, issue["labels"]

    def _branch(self, name: str, query: Json, given: Any) -> tuple[int, Any]:
        sha = self.refs.get(f"refs/heads/{name}")
        if sha is None:
            return 404, {"message": "Branch not found"}
        url = f"{self.url}/repos/{REPOSITORY}/commits/{sha}"
        return 200, {"name": name, "commit": {"sha": sha, "url": url}}

    def _commit(self, sha: str, query: Json, given: Any) -> tuple[int, Any]:
        return 200, {
            "sha": sha, "tree": {"sha": f"tree-{sha}", "url": f"{self.url}/t"}, "parents": [],
            "url": f"{self.url}/repos/{REPOSITORY}/git/commits/{sha}",
        }  # fmt: skip

    def _tree(self, query: Json, given: Any) -> tuple[int, Any]:
        self.trees.append(given)
        return 201, {"sha": f"tree{len(self.trees)}", "tree": [], "url": f"{self.url}/t"}

    def _make_commit(self, query: Json, given: Any) -> tuple[int, Any]:
        sha = f"c{next(self._ids)}"
        self.committed[sha] = self.trees[int(given["tree"].removeprefix("tree")) - 1]["tree"]
        return 201, {"sha": sha, "message": given["message"], "url": f"{self.url}/c", "parents": []}

    def _contents(self, path: str, query: Json, given: Any) -> tuple[int, Any]:
        sha = self.refs[f"refs/heads/{query['ref'][0]}"]
        for each in self.committed.get(sha, []):
            if each["path"] == unquote(path):
                content = base64.b64encode(each["content"].encode()).decode("ascii")
                return 200, {
                    "type": "file", "encoding": "base64", "content": content,
                    "path": each["path"], "url": f"{self.url}/f",
                }  # fmt: skip
        return 404, {"message": "Not Found"}

    def _permission(self, login: str, query: Json, given: Any) -> tuple[int, Any]:
        """Of the role "triage", which may label, the site says "read"."""
        return 200, {"permission": self.permissions.get(login, "none"), "user": {"login": login}}

    def _make_ref(self, query: Json, given: Any) -> tuple[int, Any]:
        if self.refused:
            return 422, {"message": self.refused}
        if given["ref"] in self.refs:
            return 422, {"message": "Reference already exists"}
        self.refs[given["ref"]] = given["sha"]
        return 201, {"ref": given["ref"], "object": {"sha": given["sha"]}}

    _routes: ClassVar[dict[str, Callable[..., tuple[int, Any]]]] = {
        "GET ": _repository,
        "GET /pulls": _pulls,
        r"GET /issues/(\d+)": _issue,
        "GET /issues": _issues,
        "POST /issues": _open,
        r"PATCH /issues/(\d+)": _edit,
        r"GET /issues/(\d+)/comments": _comments,
        r"POST /issues/(\d+)/comments": _write,
        r"PATCH /issues/comments/(\d+)": _rewrite,
        "POST /labels": _make_label,
        r"POST /issues/(\d+)/labels": _label,
        r"DELETE /issues/(\d+)/labels/([^/]+)": _unlabel,
        r"GET /branches/(.+)": _branch,
        r"GET /git/commits/([^/]+)": _commit,
        r"GET /contents/(.+)": _contents,
        "POST /git/trees": _tree,
        "POST /git/commits": _make_commit,
        "POST /git/refs": _make_ref,
        r"GET /collaborators/([^/]+)/permission": _permission,
    }


@contextmanager
def serving() -> Iterator[Service]:
    """The site, at an address of this machine."""
    service = Service()

    class Handler(http.server.BaseHTTPRequestHandler):
        def answer(self) -> None:
            parts = urlsplit(self.path)
            length = int(self.headers.get("Content-Length") or 0)
            given = json.loads(self.rfile.read(length)) if length else None
            if self.headers.get("Authorization") != "token secret":
                status, said = 401, {"message": "Bad credentials"}
            else:
                status, said = service.answer(
                    self.command, parts.path, parse_qs(parts.query), given
                )
            data = json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    for method in ("GET", "POST", "PATCH", "DELETE"):
        setattr(Handler, f"do_{method}", Handler.answer)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    service.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
