"""What a document says from where, what it cites, and which words it uses: one walk over it."""

from collections.abc import Iterable

from cerwizard.report.blocks import Block, spans_of

_QUERY = ".string"  # a search string: OR is no odds ratio there


class Survey:
    """The sources, links and words of some blocks, in the order of their first use."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self.sources: set[str] = set()
        self.links: dict[str, None] = {}
        self._texts: list[str] = []
        for block in blocks:
            self._walk(block)

    def _walk(self, block: Block) -> None:
        sources, links, texts = self.sources, self.links, self._texts
        for span in spans_of(block):
            if span.source:
                sources.add(span.source)
            if span.link:
                links[span.link] = None
            if not span.source.endswith(_QUERY):
                texts.append(span.text)

    @property
    def words(self) -> set[str]:
        """What stands between white space, punctuation included."""
        return set(" ".join(self._texts).split())
