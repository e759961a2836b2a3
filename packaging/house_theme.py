"""The theme of templates/house.docx: the house colours and fonts as Word's palettes offer them."""

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
DARK, LIGHT = ("1F2933", "12404F"), ("FFFFFF", "E4EEF1")
ACCENTS = ("1C7C8C", "12404F", "B7791F", "7A4B00", "5B6B75", "3F7D58")
LINKS = ("1C7C8C", "5B6B75")


def colour(name: str, value: str) -> str:
    """Return one colour of the scheme."""
    return f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'


def colours() -> str:
    """Return the colour scheme."""
    names = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
    values = (DARK[0], LIGHT[0], DARK[1], LIGHT[1], *ACCENTS, *LINKS)
    body = "".join(map(colour, names, values))
    return f'<a:clrScheme name="House">{body}</a:clrScheme>'


def fonts(name: str) -> str:
    """Return the font scheme."""
    kinds = "".join(
        f'<a:{kind}><a:latin typeface="{name}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}>'
        for kind in ("majorFont", "minorFont")
    )
    return f'<a:fontScheme name="House">{kinds}</a:fontScheme>'


def formats() -> str:
    """Return the plainest format scheme that the schema allows: three of everything."""
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    lines = "".join(
        f'<a:ln w="{width}"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>'
        for width in (6350, 12700, 19050)
    )
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'<a:fmtScheme name="House"><a:fillStyleLst>{fill}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill}</a:bgFillStyleLst></a:fmtScheme>"
    )


def theme(font: str) -> str:
    """Return word/theme/theme1.xml without its declaration."""
    elements = colours() + fonts(font) + formats()
    elements = f"<a:themeElements>{elements}</a:themeElements>"
    return f'<a:theme xmlns:a="{A}" name="House">{elements}</a:theme>'
