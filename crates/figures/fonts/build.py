"""Makes the four font files in this folder from Noto Sans as Debian ships it (package fonts-noto-core).

    pip install fonttools==4.* brotli
    python build.py /usr/share/fonts/truetype/noto

Kept: Latin with its extensions, Greek, Cyrillic, punctuation, currency, kerning, tabular figures. Left out: hinting and
ligatures, so that advance widths plus kerning are the whole truth about the width of a text. Noto Sans 2.0 has no
minus, "at most" or "at least"; they are built here from its own plus, less and greater.
"""

import sys
from pathlib import Path

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

RANGES = [
    (0x20, 0x7E), (0xA0, 0x24F), (0x259, 0x259), (0x2BB, 0x2DD), (0x300, 0x30C), (0x323, 0x328),
    (0x370, 0x3FF), (0x400, 0x45F), (0x490, 0x491), (0x1E00, 0x1EFF), (0x2010, 0x2027), (0x202F, 0x203A),
    (0x2044, 0x2044), (0x2070, 0x209C), (0x20A0, 0x20BF), (0x2116, 0x2116), (0x2122, 0x2122),
    (0x2190, 0x2193), (0x2212, 0x2212), (0x2215, 0x2215), (0x2219, 0x2219), (0x2260, 0x2265),
]
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum", "pnum"]


def add_glyph(font, character, width, draw):
    pen = TTGlyphPen(None)
    draw(pen)
    name = f"uni{ord(character):04X}"
    glyph = pen.glyph()
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (width, glyph.xMin)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[ord(character)] = name


def bar(pen, left, right, low, high):
    pen.moveTo((left, low))
    pen.lineTo((left, high))
    pen.lineTo((right, high))
    pen.lineTo((right, low))
    pen.closePath()


def add_signs(font):
    """Adds minus (the bar of plus), at most and at least (less and greater, raised, over such a bar)."""
    cmap, glyf, glyphs = font.getBestCmap(), font["glyf"], font.getGlyphSet()
    plus = glyf[cmap[ord("+")]]
    width = font["hmtx"][cmap[ord("+")]][0]
    ys = sorted({y for _, y in plus.coordinates})
    low, high = ys[1], ys[2]
    add_glyph(font, "\u2212", width, lambda pen: bar(pen, plus.xMin, plus.xMax, low, high))
    for sign, base in (("\u2264", "<"), ("\u2265", ">")):
        shape = glyf[cmap[ord(base)]]
        recording = DecomposingRecordingPen(glyphs)
        glyphs[cmap[ord(base)]].draw(recording)

        def draw(pen):
            recording.replay(TransformPen(pen, (1, 0, 0, 1, 0, 110)))
            bar(pen, shape.xMin, shape.xMax, 0, high - low)

        add_glyph(font, sign, width, draw)


def build(folder, weight):
    font = TTFont(folder / f"NotoSans-{weight}.ttf", recalcTimestamp=False)
    add_signs(font)
    options = Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    subsetter.subset(font)
    here = Path(__file__).parent
    font.save(here / f"NotoSans-{weight}.ttf")
    font.flavor = "woff2"
    font.save(here / f"NotoSans-{weight}.woff2")


if __name__ == "__main__":
    for weight in ("Regular", "Bold"):
        build(Path(sys.argv[1]), weight)
