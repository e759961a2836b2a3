"""The numbering of templates/house.docx: headings, bullets, numbered points."""

from house_styles import ACCENT, DECL, W, indent, look


def level(n: int, kind: str, text: str, left: int, hanging: int, more: str = "") -> str:
    """Return one w:lvl."""
    linked = f'<w:pStyle w:val="{more}"/>' if more else ""
    bullet = kind == "bullet"
    run = f"<w:rPr>{look(0, ACCENT)}</w:rPr>" if bullet else ""
    return (
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{linked}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{indent(left, hanging)}</w:pPr>{run}</w:lvl>"
    )


def numbering() -> str:
    """Return word/numbering.xml: 1 headings, 2 bullets, 3 numbers."""
    heads = [
        level(n, "decimal", ".".join(f"%{i + 1}" for i in range(n + 1)), left, left,
              f"Heading{n + 1}" if n < 3 else "")
        for n, left in enumerate([567, 709, 851, 964, 1077, 1191, 1304, 1418, 1531])
    ]  # fmt: skip
    bullets = [
        level(n, "bullet", "•–"[n % 2], 397 + 284 * n, 284, "" if n else "ListBullet")
        for n in range(9)
    ]
    numbers = [
        level(n, ("decimal", "lowerLetter", "lowerRoman")[n % 3], f"%{n + 1}.", 397 * (n + 1), 397,
              "" if n else "ListNumber")
        for n in range(9)
    ]  # fmt: skip
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:nsid w:val="{0x3C5E1000 + n:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="{0x5A2F0000 + n:08X}"/>'
        f"{''.join(levels)}</w:abstractNum>"
        for n, levels in enumerate([heads, bullets, numbers], 1)
    )
    nums = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2, 3)
    )
    return f'{DECL}<w:numbering xmlns:w="{W}">{lists}{nums}</w:numbering>'
