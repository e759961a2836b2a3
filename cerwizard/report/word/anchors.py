"""Names the two anchors of a block in Word: a content control's tag and a hidden bookmark."""

from functools import lru_cache
from hashlib import sha256

from cerwizard.report.word.text import attribute

_LONGEST_TAG = 64
_LONGEST_ALIAS = 64
TAG = "cer:"
BOOKMARK = "_cer_"


def key(block_id: str) -> str:
    """Return the 12 hexadecimal digits by which bookmarks and variables call a block."""
    return _of_id(block_id)[:12]


def digest(text: str) -> str:
    """Return the SHA-256 of `text` in hexadecimal digits."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


# A block asks for its own four times over, and every link to it once more.
_of_id = lru_cache(maxsize=1 << 14)(digest)


def tag(block_id: str) -> str:
    """Return the tag of a block's content control, of 64 characters at most."""
    whole = TAG + block_id
    return whole if len(whole) <= _LONGEST_TAG else f"{TAG}#{_of_id(block_id)[:32]}"


def bookmark(block_id: str) -> str:
    """Return the name of the hidden bookmark of a block or row."""
    return BOOKMARK + key(block_id)


def reference_mark(block_id: str) -> str:
    """Return the name of the bookmark that cross-references to a block use."""
    return f"_Ref{_digits(block_id)}"


def contents_mark(block_id: str) -> str:
    """Return the name of the bookmark that the contents use for a block."""
    return f"_Toc{_digits(block_id)}"


def _digits(block_id: str) -> str:
    # Word offers only _Ref and _Toc with digits in its dialogues.
    return f"{int(_of_id(block_id)[:15], 16) % 10**12:012d}"


def alias(block_id: str) -> str:
    """Return the label of a content control, made from the block's id without its record."""
    return _alias(block_id.rpartition("/")[0] if block_id.count("/") > 2 else block_id)


@lru_cache(maxsize=1 << 9)
def _alias(block_id: str) -> str:
    words = " · ".join(name.replace("-", " ") for name in block_id.split("/", 3)[1:3])
    return attribute((words[:1].upper() + words[1:])[:_LONGEST_ALIAS])


class Counter:
    """Gives every bookmark and content control of one document a number of its own."""

    def __init__(self, controls: frozenset[int] = frozenset(), bookmarks: int = 0) -> None:
        """`controls` are the ids already taken, `bookmarks` the highest id in use."""
        self._controls = set(controls)
        self._bookmarks = bookmarks

    def control(self, block_id: str) -> int:
        """Return a positive 32-bit id that depends on the block's id alone, unless it is taken."""
        number = int(_of_id(block_id)[:8], 16) & 0x7FFFFFFF
        while number == 0 or number in self._controls:
            number = (number + 1) & 0x7FFFFFFF
        self._controls.add(number)
        return number

    def marked(self, name: str, content: str) -> str:
        """Return `content` inside a bookmark called `name`."""
        opening, closing = self.ends(name)
        return opening + content + closing

    def ends(self, name: str) -> tuple[str, str]:
        """Return the two ends of a bookmark called `name`."""
        self._bookmarks = number = self._bookmarks + 1
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>',
            f'<w:bookmarkEnd w:id="{number}"/>',
        )
