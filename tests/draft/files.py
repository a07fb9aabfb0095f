"""Word and Hancom files built part by part, with what those programs write around a text."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="제목 1"/><w:basedOn w:val="a"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="mine"><w:name w:val="우리 소제목"/><w:basedOn w:val="1"/></w:style>
<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="q"><w:name w:val="인용"/></w:style>
<w:style w:type="paragraph" w:styleId="toc1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="b"><w:name w:val="List Bullet"/></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>
"""


def zipped(**parts: str | bytes) -> bytes:
    """A ZIP file of these parts; `__` in a name stands for `/`, and a dot for itself."""
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return data.getvalue()


def docx(body: str, *, links: dict[str, str] | None = None, footnotes: str = "") -> bytes:
    """A Word file with this inside its body."""
    targets = "".join(
        f'<Relationship Id="{key}" Type="{_KIND}/hyperlink" Target="{target}" TargetMode="External"/>'
        for key, target in (links or {}).items()
    )
    relations = (
        f'<Relationships xmlns="{_RELATIONS}">'
        f'<Relationship Id="s" Type="{_KIND}/styles" Target="styles.xml"/>'
        f'<Relationship Id="n" Type="{_KIND}/numbering" Target="/word/numbering.xml"/>'
        f'<Relationship Id="f" Type="{_KIND}/footnotes" Target="footnotes.xml"/>{targets}</Relationships>'
    )
    main = f'<Relationship Id="m" Type="{_KIND}/officeDocument" Target="word/document.xml"/>'
    return zipped(
        **{
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">{main}</Relationships>',
            "word/document.xml": f"<w:document {_W}><w:body>{body}<w:sectPr/></w:body></w:document>",
            "word/_rels/document.xml.rels": relations,
            "word/styles.xml": f"<w:styles {_W}>{STYLES}</w:styles>",
            "word/numbering.xml": f"<w:numbering {_W}>{NUMBERING}</w:numbering>",
            "word/footnotes.xml": f"<w:footnotes {_W}>{footnotes}</w:footnotes>",
        }
    )


def paragraph(text: str, style: str = "", properties: str = "", run: str = "") -> str:
    """A paragraph of a Word file."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f"<w:p><w:pPr>{named}{properties}</w:pPr>"
        f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def word_table(*rows: tuple[str, ...]) -> str:
    """A table of a Word file."""
    cells = ("".join(f"<w:tc><w:tcPr/>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


_H = (
    'xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph" xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section" '
    'xmlns:hh="http://www.hancom.co.kr/hwpml/2011/head" xmlns:hc="http://www.hancom.co.kr/hwpml/2011/core"'
)
HEADER = """
<hh:refList>
<hh:charProperties>
  <hh:charPr id="0" height="1000"/><hh:charPr id="1" height="1000"><hh:bold/></hh:charPr>
  <hh:charPr id="2" height="2000"/>
</hh:charProperties>
<hh:paraProperties>
  <hh:paraPr id="0"><hh:heading type="NONE" idRef="0" level="0"/></hh:paraPr>
  <hh:paraPr id="1"><hh:heading type="OUTLINE" idRef="0" level="1"/></hh:paraPr>
  <hh:paraPr id="2"><hh:heading type="BULLET" idRef="1" level="0"/></hh:paraPr>
  <hh:paraPr id="3"><hh:heading type="NUMBER" idRef="1" level="0"/></hh:paraPr>
</hh:paraProperties>
<hh:styles>
  <hh:style id="0" type="PARA" name="바탕글" engName="Normal"/>
  <hh:style id="1" type="PARA" name="개요 1" engName="Outline 1"/>
  <hh:style id="2" type="PARA" name="차례 1" engName="TOC 1"/>
</hh:styles>
</hh:refList>
"""


def hwpx(*sections: str, manifest: str = "") -> bytes:
    """An HWPX file with these inside its sections."""
    items = "".join(f'<item id="s{n}" href="Contents/section{n}.xml"/>' for n in range(len(sections)))
    spine = "".join(f'<itemref idref="s{n}"/>' for n in range(len(sections)))
    package = f"<package><metadata/><manifest>{items}</manifest><spine>{spine}</spine></package>"
    parts = {
        "mimetype": "application/hwp+zip",
        "Contents/content.hpf": package,
        "Contents/header.xml": f"<hh:head {_H}>{HEADER}</hh:head>",
        "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
    }
    for number, body in enumerate(sections):
        parts[f"Contents/section{number}.xml"] = f"<hs:sec {_H}>{body}</hs:sec>"
    return zipped(**parts)


def hangul(text: str, shape: int = 0, style: int = 0, letters: int = 0) -> str:
    """A paragraph of an HWPX file."""
    return (
        f'<hp:p paraPrIDRef="{shape}" styleIDRef="{style}">'
        f'<hp:run charPrIDRef="{letters}"><hp:t>{text}</hp:t></hp:run></hp:p>'
    )


def hangul_table(*rows: tuple[str, ...]) -> str:
    """A paragraph of an HWPX file that holds a table."""
    told = "".join(
        "<hp:tr>"
        + "".join(
            f"<hp:tc><hp:subList>{hangul(cell)}</hp:subList>"
            f'<hp:cellAddr colAddr="{column}" rowAddr="{number}"/></hp:tc>'
            for column, cell in enumerate(row)
        )
        + "</hp:tr>"
        for number, row in enumerate(rows)
    )
    return f'<hp:p paraPrIDRef="0" styleIDRef="0"><hp:run charPrIDRef="0"><hp:tbl>{told}</hp:tbl></hp:run></hp:p>'
