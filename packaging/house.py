"""Builds templates/house.docx, our own clean Word base, the same bytes every time.

    python packaging/house.py [TARGET]

Without TARGET the file in templates/ is replaced. Nothing of the file is drawn by hand: every
style, the numbering, header and footer stand here and in the scripts beside it.
"""

import sys
import zipfile
from pathlib import Path

from house_numbering import numbering
from house_styles import DECL, FONT, TEXT_WIDTH, W, edges, styles
from house_theme import theme

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PKG = "http://schemas.openxmlformats.org/package/2006"
WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def fld(instruction: str, cached: str) -> str:
    """Return a complex field with a result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t xml:space="preserve">{cached}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def said(text: str) -> str:
    """Return a run of plain text."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def margin_part(tag: str, content: str) -> str:
    """Return a header or footer part."""
    return f'{DECL}<w:{tag} xmlns:w="{W}" xmlns:r="{R}">{content}</w:{tag}>'


def margin_line(name: str, left: str, right: str) -> str:
    """Return a line with something at either end, on pages of every width."""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="pct"/></w:tcPr><w:p><w:pPr>'
        f'<w:pStyle w:val="{name}"/>{jc}</w:pPr>{runs}</w:p></w:tc>'
        for width, jc, runs in ((3000, "", left), (2000, '<w:jc w:val="right"/>', right))
    )
    side = "bottom" if name == "Header" else "top"
    none = '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
    grid = "".join(f'<w:gridCol w:w="{TEXT_WIDTH * share // 5}"/>' for share in (3, 2))
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>'
        f"{edges(side)}</w:tblBorders><w:tblCellMar>{none}</w:tblCellMar>"
        f'<w:tblLook w:val="0600"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr>'
        '</w:tbl><w:p><w:pPr><w:pStyle w:val="TableEnd"/></w:pPr></w:p>'
    )


def empty_line(name: str) -> str:
    """Return the paragraph of an empty header or footer."""
    return f'<w:p><w:pPr><w:pStyle w:val="{name}"/></w:pPr></w:p>'


def header() -> str:
    """Return the running header: title on the left, number and revision on the right."""
    number = fld('DOCPROPERTY "Document number"', "Document number")
    revision = fld('DOCPROPERTY "Revision"', "Revision")
    right = number + said(" · Revision ") + revision
    return margin_part("hdr", margin_line("Header", fld("TITLE", "Title"), right))


def footer() -> str:
    """Return the running footer: manufacturer and device on the left, page of pages right."""
    maker = fld('DOCPROPERTY "Manufacturer"', "Manufacturer")
    device = fld('DOCPROPERTY "Device"', "Device")
    right = said("Page ") + fld("PAGE", "1") + said(" of ") + fld("NUMPAGES", "1")
    return margin_part("ftr", margin_line("Footer", maker + said(" · ") + device, right))


def document() -> str:
    """Return word/document.xml: the place for the body, and the page."""
    place = (
        '<w:sdt><w:sdtPr><w:alias w:val="Body of the document"/><w:tag w:val="cer:body"/>'
        '<w:id w:val="1001"/></w:sdtPr><w:sdtContent><w:p><w:pPr><w:pStyle w:val="BodyText"/>'
        "</w:pPr></w:p></w:sdtContent></w:sdt>"
    )
    return (
        f'{DECL}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{place}<w:sectPr>'
        '<w:headerReference w:type="default" r:id="rId5"/>'
        '<w:headerReference w:type="first" r:id="rId6"/>'
        '<w:footerReference w:type="default" r:id="rId7"/>'
        '<w:footerReference w:type="first" r:id="rId8"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1474" w:right="1247" w:bottom="1304" '
        'w:left="1247" w:header="652" w:footer="567" w:gutter="0"/><w:cols w:space="708"/>'
        "<w:titlePg/></w:sectPr></w:body></w:document>"
    )


def settings() -> str:
    """Return word/settings.xml."""
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" '
        f'w:val="{value}"/>'
        for name, value in [
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        ]
    )
    return (
        f'{DECL}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{compat}</w:compat><w:themeFontLang w:val="en-GB"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def font_table() -> str:
    """Return word/fontTable.xml, which names the stand-in for the house font."""
    return (
        f'{DECL}<w:fonts xmlns:w="{W}"><w:font w:name="{FONT}"><w:altName '
        'w:val="Liberation Sans"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


RELATIONS = [
    ("styles", "styles.xml"),
    ("numbering", "numbering.xml"),
    ("settings", "settings.xml"),
    ("fontTable", "fontTable.xml"),
    ("header", "header1.xml"),
    ("header", "header2.xml"),
    ("footer", "footer1.xml"),
    ("footer", "footer2.xml"),
    ("theme", "theme/theme1.xml"),
]


def relations(rows: list[tuple[str, str]]) -> str:
    """Return a relationships part with rId1, rId2 … in order."""
    body = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(rows, 1)
    )
    return f'{DECL}<Relationships xmlns="{PKG}/relationships">{body}</Relationships>'


def content_types() -> str:
    """Return [Content_Types].xml."""
    parts = [(t.removesuffix(".xml"), k) for k, t in RELATIONS if k != "theme"]
    kinds = [("document", "document.main"), *parts]
    theme_type = "application/vnd.openxmlformats-officedocument.theme+xml"
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    app = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    return (
        f'{DECL}<Types xmlns="{PKG}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="/word/{part}.xml" ContentType="{WML}.{kind}+xml"/>'
            for part, kind in kinds
        )
        + f'<Override PartName="/word/theme/theme1.xml" ContentType="{theme_type}"/>'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/>'
        f'<Override PartName="/docProps/app.xml" ContentType="{app}"/></Types>'
    )


def core() -> str:
    """Return docProps/core.xml."""
    return (
        f'{DECL}<cp:coreProperties xmlns:cp="{PKG}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>House template</dc:title>'
        "<dc:creator>CER Wizard</dc:creator><dc:language>en-GB</dc:language></cp:coreProperties>"
    )


def app() -> str:
    """Return docProps/app.xml."""
    schema = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    inner = "<Application>CER Wizard</Application>"
    return f'{DECL}<Properties xmlns="{schema}">{inner}</Properties>'


def parts() -> dict[str, str]:
    """Return every part of the template by its name in the package."""
    office = f"{R}/officeDocument"
    properties = f"{PKG}/relationships/metadata/core-properties"
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relations(
            [
                (office, "word/document.xml"),
                (properties, "docProps/core.xml"),
                (f"{R}/extended-properties", "docProps/app.xml"),
            ]
        ),
        "docProps/app.xml": app(),
        "docProps/core.xml": core(),
        "word/_rels/document.xml.rels": relations([(f"{R}/{k}", t) for k, t in RELATIONS]),
        "word/document.xml": document(),
        "word/fontTable.xml": font_table(),
        "word/footer1.xml": footer(),
        "word/footer2.xml": margin_part("ftr", empty_line("Footer")),
        "word/header1.xml": header(),
        "word/header2.xml": margin_part("hdr", empty_line("Header")),
        "word/numbering.xml": numbering(),
        "word/settings.xml": settings(),
        "word/styles.xml": styles(),
        "word/theme/theme1.xml": DECL + theme(FONT),
    }


def build(target: Path) -> None:
    """Write the template; stored, not deflated, so that no zlib version can change its bytes."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as package:
        for name, text in parts().items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            package.writestr(entry, text.encode())


if __name__ == "__main__":
    here = Path(__file__).resolve().parent.parent / "templates" / "house.docx"
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else here)
