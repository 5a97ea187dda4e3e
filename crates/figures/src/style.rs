//! How figures look: size of the page, colours, language.

use draad_words::Words;

/// Everything about the looks of a figure that a user may choose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// Size of the page.
    pub format: Format,
    /// Colours.
    pub theme: Theme,
    /// Language.
    pub words: Words,
    /// Leaves out the ground. What covers something, such as the inside of a hollow mark, keeps its colour.
    pub transparent: bool,
}

impl Style {
    /// Two columns wide, in colour, on white.
    pub fn new(words: Words) -> Self {
        Self { format: Format::TwoColumns, theme: Theme::COLOUR, words, transparent: false }
    }
}

/// Size of the page a figure is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One column of a journal: 90 mm wide, as high as needed up to 230 mm.
    OneColumn,
    /// One and a half columns: 140 mm wide, as high as needed up to 230 mm.
    OneAndHalf,
    /// Two columns: 190 mm wide, as high as needed up to 230 mm.
    TwoColumns,
    /// A4, upright.
    A4Portrait,
    /// A4, lying.
    A4Landscape,
    /// A slide, 16:9.
    Slide,
}

impl Format {
    /// Returns the width of the page in millimetres.
    pub fn width_mm(self) -> f64 {
        match self {
            Format::OneColumn => 90.0,
            Format::OneAndHalf => 140.0,
            Format::TwoColumns => 190.0,
            Format::A4Portrait => 210.0,
            Format::A4Landscape => 297.0,
            Format::Slide => 254.0,
        }
    }

    /// Returns the greatest height of a page in millimetres.
    pub fn max_height_mm(self) -> f64 {
        match self {
            Format::OneColumn | Format::OneAndHalf | Format::TwoColumns => 230.0,
            Format::A4Portrait => 297.0,
            Format::A4Landscape => 210.0,
            Format::Slide => 142.875,
        }
    }

    /// Returns the white edge in millimetres: next to nothing where a journal sets its own.
    pub(crate) fn edge_mm(self) -> f64 {
        match self {
            Format::OneColumn | Format::OneAndHalf | Format::TwoColumns => 1.0,
            Format::A4Portrait | Format::A4Landscape => 15.0,
            Format::Slide => 8.0,
        }
    }

    /// Returns the height of a page whose content is `content_mm` high, edges not counted.
    pub(crate) fn height_for(self, content_mm: f64) -> f64 {
        match self {
            Format::OneColumn | Format::OneAndHalf | Format::TwoColumns => content_mm + 2.0 * self.edge_mm(),
            Format::A4Portrait | Format::A4Landscape | Format::Slide => self.max_height_mm(),
        }
    }
}

/// A colour: red, green, blue.
pub(crate) type Colour = (u8, u8, u8);

/// Colours. Marks keep a contrast of 3:1 with the ground, text of 4.5:1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Behind everything, and inside hollow marks.
    pub(crate) ground: Colour,
    pub(crate) promoting: Colour,
    pub(crate) hindering: Colour,
    pub(crate) neutral: Colour,
    pub(crate) ink: Colour,
    pub(crate) muted: Colour,
    pub(crate) absent: Colour,
    pub(crate) hatch: Colour,
    pub(crate) rail: Colour,
    pub(crate) rule: Colour,
    /// From few to many, evenly spaced.
    pub(crate) tints: [Colour; 5],
    /// On the ground, where something stretches over an area.
    pub(crate) band: Colour,
    /// Under a line in the colour of what promotes: how far around it a number may lie.
    pub(crate) spread: Colour,
    /// For classes that have no direction; shapes tell them apart too.
    pub(crate) classes: [Colour; 4],
}

impl Theme {
    /// Okabe and Ito's blue and vermillion; for tints those of cividis from its light end, which
    /// is paler here: its yellow draws the eye to the least.
    pub const COLOUR: Theme = Theme {
        ground: (0xFF, 0xFF, 0xFF),
        promoting: (0x00, 0x72, 0xB2),
        hindering: (0xD5, 0x5E, 0x00),
        neutral: (0x4D, 0x4D, 0x4D),
        ink: (0x1A, 0x1A, 0x1A),
        muted: (0x66, 0x66, 0x66),
        absent: (0x8C, 0x8C, 0x8C),
        hatch: (0xCC, 0xCC, 0xCC),
        rail: (0xBB, 0xBB, 0xBB),
        rule: (0x80, 0x80, 0x80),
        tints: [
            (0xF6, 0xEC, 0xB8),
            (0xC6, 0xBC, 0x8A),
            (0x86, 0x85, 0x7F),
            (0x43, 0x50, 0x6F),
            (0x00, 0x20, 0x4D),
        ],
        band: (0xF0, 0xF0, 0xF0),
        spread: (0xD6, 0xE4, 0xF0),
        classes: [(0x1A, 0x1A, 0x1A), (0x00, 0x85, 0x60), (0xA9, 0x4F, 0x86), (0x66, 0x66, 0x66)],
    };

    /// Greys only, for print without colour: promoting is dark, hindering is middle grey.
    pub const GREY: Theme = Theme {
        promoting: (0x26, 0x26, 0x26),
        hindering: (0x7A, 0x7A, 0x7A),
        spread: (0xE2, 0xE2, 0xE2),
        tints: [
            (0xE8, 0xE8, 0xE8),
            (0xB8, 0xB8, 0xB8),
            (0x8C, 0x8C, 0x8C),
            (0x5A, 0x5A, 0x5A),
            (0x26, 0x26, 0x26),
        ],
        classes: [(0x1A, 0x1A, 0x1A), (0x70, 0x70, 0x70), (0x40, 0x40, 0x40), (0x8C, 0x8C, 0x8C)],
        ..Theme::COLOUR
    };

    /// On a dark ground, for slides and screens. Tints run the other way: what is more stands out more, so it is lighter.
    pub const DARK: Theme = Theme {
        ground: (0x17, 0x19, 0x1D),
        promoting: (0x56, 0xB4, 0xE9),
        hindering: (0xF2, 0x8C, 0x4A),
        neutral: (0xC8, 0xC8, 0xC8),
        ink: (0xF2, 0xF2, 0xF2),
        muted: (0xB0, 0xB3, 0xB8),
        absent: (0x8C, 0x90, 0x96),
        hatch: (0x4A, 0x4E, 0x55),
        rail: (0x4A, 0x4E, 0x55),
        rule: (0x8A, 0x8E, 0x94),
        tints: [
            (0x2A, 0x3C, 0x63),
            (0x4F, 0x5C, 0x79),
            (0x86, 0x85, 0x7F),
            (0xC6, 0xBC, 0x8A),
            (0xF6, 0xEC, 0xB8),
        ],
        band: (0x26, 0x29, 0x2F),
        spread: (0x22, 0x3A, 0x4C),
        classes: [(0xF2, 0xF2, 0xF2), (0x3C, 0xC7, 0x9C), (0xE4, 0x8C, 0xC3), (0xA0, 0xA4, 0xAA)],
    };

    /// Returns what inks nothing but the ground, for the inside of hollow marks.
    pub(crate) fn hollow(&self) -> Theme {
        Theme { promoting: self.ground, hindering: self.ground, neutral: self.ground, ..*self }
    }

    /// Whether the ground is darker than what stands on it.
    fn is_dark(&self) -> bool {
        luminance(self.ground) < luminance(self.ink)
    }

    /// Returns "light" or "dark", for sentences that say which shade is more.
    pub(crate) fn ground_name(&self) -> &'static str {
        if self.is_dark() { "dark" } else { "light" }
    }

    /// Returns the colour of a class; after the last one they begin again.
    pub(crate) fn of_class(&self, place: usize) -> Colour {
        self.classes[place % self.classes.len()]
    }
}

/// Returns relative luminance as WCAG 2.1 defines it.
pub(crate) fn luminance((r, g, b): Colour) -> f64 {
    let linear = |channel: u8| {
        let c = f64::from(channel) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_text_stand_out_from_the_ground() {
        for theme in [Theme::COLOUR, Theme::GREY, Theme::DARK] {
            let contrast = |colour| {
                let (one, other) = (luminance(colour) + 0.05, luminance(theme.ground) + 0.05);
                one.max(other) / one.min(other)
            };
            for mark in [theme.promoting, theme.hindering, theme.neutral, theme.absent] {
                assert!(contrast(mark) >= 3.0, "{mark:?}: {}", contrast(mark));
            }
            for mark in theme.classes {
                assert!(contrast(mark) >= 3.0, "{mark:?}: {}", contrast(mark));
            }
            for text in [theme.ink, theme.muted] {
                assert!(contrast(text) >= 4.5, "{text:?}: {}", contrast(text));
            }
            let on_band = (luminance(theme.ink) + 0.05) / (luminance(theme.band) + 0.05);
            assert!(on_band.max(1.0 / on_band) >= 4.5, "{:?}", theme.band);
        }
        assert!(Theme::DARK.is_dark() && !Theme::GREY.is_dark());
    }
}
