"""The styles of templates/house.docx: what a page, a table, a cover of ours looks like."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DECL = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# Arial is on Windows and macOS; Liberation Sans, of the same widths, stands in for it elsewhere.
FONT = "Arial"
INK, DEEP, ACCENT, GREY = "1F2933", "12404F", "1C7C8C", "5B6B75"
RULE, SHADE, PAPER = "C3D0D6", "E4EEF1", "F4F8F9"
TEXT_WIDTH = 9412  # twentieths of a point: A4 less 22 mm on either side


def style(
    name: str,
    sid: str,
    *,
    kind: str = "paragraph",
    based: str = "Normal",
    then: str = "",
    link: str = "",
    rank: int = 99,
    quick: bool = False,
    hidden: bool = False,
    custom: bool = False,
    ppr: str = "",
    rpr: str = "",
    more: str = "",
) -> str:
    """Return one w:style, its children in the order that the schema asks for."""
    default = ' w:default="1"' if name in DEFAULTS else ""
    own = ' w:customStyle="1"' if custom else ""
    parts = [
        f'<w:style w:type="{kind}"{default}{own} w:styleId="{sid}"><w:name w:val="{name}"/>',
        f'<w:basedOn w:val="{based}"/>' if based else "",
        f'<w:next w:val="{then}"/>' if then else "",
        f'<w:link w:val="{link}"/>' if link else "",
        f'<w:uiPriority w:val="{rank}"/>',
        "<w:semiHidden/><w:unhideWhenUsed/>" if hidden else "",
        "<w:qFormat/>" if quick else "",
        f"<w:pPr>{ppr}</w:pPr>" if ppr else "",
        f"<w:rPr>{rpr}</w:rPr>" if rpr else "",
        more,
        "</w:style>",
    ]
    return "".join(parts)


DEFAULTS = ("Normal", "Default Paragraph Font", "Normal Table", "No List")


def space(before: int = 0, after: int = 0, line: int = 0, rule: str = "auto") -> str:
    """Return w:spacing, in twentieths of a point; `line` 240 is single."""
    lines = f' w:line="{line}" w:lineRule="{rule}"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def indent(left: int = 0, hanging: int = 0, right: int = 0) -> str:
    """Return w:ind."""
    hang = f' w:hanging="{hanging}"' if hanging else ""
    return f'<w:ind w:left="{left}" w:right="{right}"{hang}/>'


def look(
    size: float = 0, color: str = "", *, bold: bool = False, italic: bool = False, more: str = ""
) -> str:
    """Return run properties; `size` in points."""
    parts = [
        "<w:b/><w:bCs/>" if bold else "",
        "<w:i/><w:iCs/>" if italic else "",
        more,
        f'<w:color w:val="{color}"/>' if color else "",
        f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else "",
    ]
    return "".join(parts)


def edges(*sides: str, width: int = 4, color: str = RULE, gap: int = 0) -> str:
    """Return the borders of the named sides; `width` in eighths of a point."""
    return "".join(
        f'<w:{s} w:val="single" w:sz="{width}" w:space="{gap}" w:color="{color}"/>' for s in sides
    )


def numbered(num: int, level: int = 0) -> str:
    """Return w:numPr."""
    ilvl = f'<w:ilvl w:val="{level}"/>' if level else ""
    return f'<w:numPr>{ilvl}<w:numId w:val="{num}"/></w:numPr>'


def basic_styles() -> list[str]:
    """Return the defaults, headings and running text."""
    keep = "<w:keepNext/><w:keepLines/>"
    heads = [(1, 16, 440, 160, 567), (2, 12.5, 300, 100, 709), (3, 10.5, 220, 80, 851)]
    return [
        style("Normal", "Normal", based="", rank=0, quick=True),
        style("Default Paragraph Font", "DefaultParagraphFont", kind="character", based="",
              rank=1, hidden=True),
        style("Normal Table", "TableNormal", kind="table", based="", hidden=True, more=PLAIN_TABLE),
        style("No List", "NoList", kind="numbering", based="", hidden=True),
        *(
            style(f"heading {n}", f"Heading{n}", then="BodyText", rank=9, quick=True,
                  ppr=keep + numbered(1, n - 1) + space(before, after, 252)
                  + indent(left, left) + f'<w:outlineLvl w:val="{n - 1}"/>',
                  rpr=look(size, DEEP if n < 3 else ACCENT, bold=True))
            for n, size, before, after, left in heads
        ),
        style("Body Text", "BodyText", rank=1, quick=True),
        style("Lead", "Lead", based="BodyText", then="BodyText", custom=True, rank=2, quick=True,
              ppr=space(0, 180, 288), rpr=look(11, DEEP)),
        style("List Bullet", "ListBullet", based="BodyText", rank=10, quick=True,
              ppr=numbered(2) + space(0, 60, 271) + indent(397, 284)),
        style("List Number", "ListNumber", based="BodyText", rank=10, quick=True,
              ppr=numbered(3) + space(0, 60, 271) + indent(397, 397)),
        style("List Continue", "ListContinue", based="BodyText", rank=10,
              ppr=space(0, 60, 271) + indent(397)),
        style("Quote", "Quote", based="BodyText", then="BodyText", rank=29, quick=True,
              ppr=f"<w:pBdr>{edges('left', width=18, color=RULE, gap=10)}</w:pBdr>"
              + space(60, 160, 271) + indent(340, 0, 340), rpr=look(0, INK)),
        style("Note", "Note", based="BodyText", then="BodyText", custom=True, rank=29, quick=True,
              ppr=f"<w:pBdr>{edges('left', width=24, color=ACCENT, gap=8)}</w:pBdr>"
              f'<w:shd w:val="clear" w:color="auto" w:fill="{PAPER}"/>'
              + space(80, 160, 259) + indent(227, 0, 113), rpr=look(9.5)),
        style("Label", "Label", based="BodyText", then="BodyText", custom=True, rank=28,
              ppr="<w:keepNext/>" + space(120, 40), rpr=look(9.5, ACCENT, bold=True)),
        style("Source", "Source", based="BodyText", custom=True, rank=30,
              ppr=space(0, 160), rpr=look(8.5, GREY)),
    ]  # fmt: skip


def front_styles() -> list[str]:
    """Return the cover, the front matter and the contents."""
    right = f'<w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/>'
    tocs = [(1, 440, 0, 440, True), (2, 1020, 440, 580, False), (3, 1740, 1020, 720, False)]
    return [
        style("Title", "Title", then="Subtitle", rank=10, quick=True,
              ppr="<w:keepNext/>" + space(240, 120, 252), rpr=look(26, DEEP, bold=True)),
        style("Subtitle", "Subtitle", then="BodyText", rank=11, quick=True,
              ppr=space(0, 240, 264), rpr=look(15, ACCENT)),
        style("Cover Title", "CoverTitle", based="Title", then="CoverSubtitle", custom=True,
              ppr="<w:keepNext/>"
              f"<w:pBdr>{edges('top', width=36, color=ACCENT, gap=18)}</w:pBdr>"
              + space(3400, 200, 252), rpr=look(30, DEEP, bold=True)),
        style("Cover Subtitle", "CoverSubtitle", based="Subtitle", then="CoverLine", custom=True,
              ppr=space(0, 900, 276), rpr=look(17, ACCENT)),
        style("Cover Line", "CoverLine", custom=True,
              ppr=space(0, 80, 276) + indent(0), rpr=look(11, INK)),
        style("Cover Note", "CoverNote", custom=True,
              ppr=f"<w:pBdr>{edges('left', width=24, color=ACCENT, gap=8)}</w:pBdr>"
              + space(560, 0, 264) + indent(227), rpr=look(9.5, GREY)),
        style("Front Heading", "FrontHeading", then="BodyText", custom=True, rank=9,
              ppr="<w:keepNext/><w:keepLines/>" + space(440, 160, 252),
              rpr=look(16, DEEP, bold=True)),
        style("TOC Heading", "TOCHeading", based="FrontHeading", then="BodyText", rank=39),
        *(
            style(f"toc {n}", f"TOC{n}", then="Normal", rank=39,
                  ppr=f'<w:tabs><w:tab w:val="left" w:pos="{stop}"/>{right}</w:tabs>'
                  + space(100 if bold else 0, 40, 252) + indent(left + hang, hang),
                  rpr=look(0, DEEP if bold else "", bold=bold))
            for n, stop, left, hang, bold in tocs
        ),
        style("table of figures", "TableofFigures", then="Normal", rank=39,
              ppr=f"<w:tabs>{right}</w:tabs>" + space(0, 40, 252)),
    ]  # fmt: skip


def table_styles() -> list[str]:
    """Return the house tables and what stands in and around them."""
    margins = (
        '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    )
    borders = edges("top", width=8, color=DEEP) + edges("bottom", width=8, color=DEEP)
    first_row = (
        f'<w:tblStylePr w:type="firstRow"><w:rPr>{look(0, DEEP, bold=True)}</w:rPr><w:tcPr>'
        f"<w:tcBorders>{edges('bottom', width=8, color=DEEP)}</w:tcBorders>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/></w:tcPr></w:tblStylePr>'
    )
    first_col = (
        f'<w:tblStylePr w:type="firstCol"><w:rPr>{look(0, DEEP, bold=True)}</w:rPr><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{PAPER}"/></w:tcPr></w:tblStylePr>'
    )
    inner = edges("insideH")
    grid = f"<w:tblPr><w:tblBorders>{borders}{inner}</w:tblBorders>{margins}</w:tblPr>"
    facts = (
        f"<w:tblPr><w:tblBorders>{edges('top', 'bottom', 'insideH')}</w:tblBorders>"
        f"{margins}</w:tblPr>"
    )
    plain = edges("top", "left", "bottom", "right", "insideH", "insideV", color="auto")
    return [
        style("Table Grid", "TableGrid", kind="table", based="TableNormal", rank=39,
              more=f"<w:tblPr><w:tblBorders>{plain}</w:tblBorders></w:tblPr>"),
        style("House Table", "HouseTable", kind="table", based="TableNormal", custom=True,
              more=grid + first_row),
        style("House Facts", "HouseFacts", kind="table", based="TableNormal", custom=True,
              more=facts + first_col),
        style("Table Text", "TableText", custom=True, rank=20, quick=True,
              ppr=space(10, 10, 247), rpr=look(9)),
        style("Table Head", "TableHead", based="TableText", custom=True, rank=20, quick=True,
              ppr="<w:keepNext/>", rpr=look(9, DEEP, bold=True)),
        style("Table Group", "TableGroup", based="TableText", custom=True, rank=20,
              ppr="<w:keepNext/>" + space(60, 20, 247), rpr=look(9, ACCENT, bold=True)),
        style("Table Note", "TableNote", custom=True, rank=20,
              ppr=space(80, 240, 247), rpr=look(8.5, GREY)),
        style("Table End", "TableEnd", custom=True, rank=98,
              ppr=space(0, 0, 240, "exact"), rpr=look(4)),
        style("caption", "Caption", then="BodyText", rank=35, quick=True,
              ppr="<w:keepNext/><w:keepLines/>" + space(200, 80, 252),
              rpr=look(9, DEEP, bold=True)),
    ]  # fmt: skip


def small_styles() -> list[str]:
    """Return header, footer and the character styles."""
    return [
        style("header", "Header", ppr=space(0, 60, 240), rpr=look(8, GREY)),
        style("footer", "Footer", ppr=space(80, 0, 240), rpr=look(8, GREY)),
        style("To be written", "ToBeWritten", kind="character", based="DefaultParagraphFont",
              custom=True, rank=19, quick=True,
              rpr=look(0, "7A4B00", more='')
              + '<w:shd w:val="clear" w:color="auto" w:fill="FFE9A8"/>'),
        style("Strong", "Strong", kind="character", based="DefaultParagraphFont", rank=22,
              quick=True, rpr=look(bold=True)),
        style("Emphasis", "Emphasis", kind="character", based="DefaultParagraphFont", rank=20,
              quick=True, rpr=look(italic=True)),
        style("Hyperlink", "Hyperlink", kind="character", based="DefaultParagraphFont",
              rpr=f'<w:color w:val="{ACCENT}"/><w:u w:val="single"/>'),
        style("annotation reference", "CommentReference", kind="character",
              based="DefaultParagraphFont", hidden=True, rpr=look(8)),
        style("annotation text", "CommentText", hidden=True, ppr=space(0, 0, 240), rpr=look(10)),
    ]  # fmt: skip


PLAIN_TABLE = (
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)


def styles() -> str:
    """Return word/styles.xml."""
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    run = fonts + look(10, INK) + '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'
    body = [*basic_styles(), *front_styles(), *table_styles(), *small_styles()]
    return (
        f'{DECL}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr>'
        f"</w:rPrDefault><w:pPrDefault><w:pPr>{space(0, 120, 271)}</w:pPr></w:pPrDefault>"
        f"</w:docDefaults>{''.join(body)}</w:styles>"
    )
