"""What a reader sees of an answer, without colour and without wrapping."""

from rich.console import Console, RenderableType


def printed(text: RenderableType) -> str:
    console = Console(width=400, color_system=None, highlight=False)
    with console.capture() as captured:
        console.print(text)
    return "\n".join(line.rstrip() for line in captured.get().splitlines())
