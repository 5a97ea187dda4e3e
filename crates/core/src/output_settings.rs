//! What `draad run` makes of figures, as `[output]` in `study.toml` says it.

use schemars::JsonSchema;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use std::ops::RangeInclusive;

/// Dots per inch that a picture can have.
pub const DPI: RangeInclusive<u16> = 72..=1200;

/// What `draad run` makes of figures. No result rests on it, so it leaves the hash of the data as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct OutputSettings {
    /// File formats of the figures of the study; none leaves them out.
    pub formats: Vec<FigureFormat>,
    /// File formats of the figures of each case and of each source; none leaves them out.
    pub case_formats: Vec<FigureFormat>,
    /// Colours. Figures in the first stand in `figures/`, those in each other in a folder of its name below it.
    #[serde(deserialize_with = "at_least_one")]
    #[schemars(length(min = 1))]
    pub themes: Vec<FigureTheme>,
    /// Size of the page.
    pub page: FigurePage,
    /// Dots per inch of PNG pictures, 72 to 1200.
    #[serde(deserialize_with = "dpi")]
    #[schemars(range(min = 72, max = 1200))]
    pub dpi: u16,
}

impl Default for OutputSettings {
    /// Figures of the study in all formats, those of cases and sources as SVG; in colour, two columns wide, 300 dots per inch.
    fn default() -> Self {
        Self {
            formats: vec![FigureFormat::Svg, FigureFormat::Png, FigureFormat::Pdf],
            case_formats: vec![FigureFormat::Svg],
            themes: vec![FigureTheme::Colour],
            page: FigurePage::TwoColumns,
            dpi: 300,
        }
    }
}

impl OutputSettings {
    /// Returns whether nothing is asked that is not usual.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

/// A file format of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, strum::IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum FigureFormat {
    /// Vector drawing, a file per page.
    Svg,
    /// Picture, a file per page.
    Png,
    /// Vector drawing for print, all pages in one file.
    Pdf,
}

/// Colours of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, strum::IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum FigureTheme {
    /// Safe for colour blindness.
    Colour,
    /// Greys only, for print without colour.
    Grey,
    /// Colours on a dark ground, for slides.
    Dark,
}

/// Size of the page of figures, called as `draad figure --page` calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, strum::IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum FigurePage {
    /// One column, 90 mm.
    #[serde(rename = "90")]
    #[strum(serialize = "90")]
    OneColumn,
    /// One and a half columns, 140 mm.
    #[serde(rename = "140")]
    #[strum(serialize = "140")]
    OneAndHalf,
    /// Two columns, 190 mm.
    #[serde(rename = "190")]
    #[strum(serialize = "190")]
    TwoColumns,
    /// A4, upright.
    A4,
    /// A4, lying.
    A4Landscape,
    /// A slide, 16:9.
    Slide,
}

fn at_least_one<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<FigureTheme>, D::Error> {
    let themes = Vec::<FigureTheme>::deserialize(deserializer)?;
    if themes.is_empty() { Err(D::Error::invalid_length(0, &"at least one theme")) } else { Ok(themes) }
}

fn dpi<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u16, D::Error> {
    let dpi = i64::deserialize(deserializer)?;
    let outside = || D::Error::custom(format!("dpi = {dpi}: 72 to 1200 dots per inch are possible"));
    u16::try_from(dpi).ok().filter(|dpi| DPI.contains(dpi)).ok_or_else(outside)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<OutputSettings, String> {
        serde_json::from_str(text).map_err(|error: serde_json::Error| error.to_string())
    }

    #[test]
    fn what_is_not_said_is_as_usual() {
        assert_eq!(read("{}").unwrap(), OutputSettings::default());
        let some = read(r#"{"formats": ["pdf"], "page": "140", "themes": ["grey", "colour"]}"#).unwrap();
        assert_eq!((some.formats, some.case_formats), (vec![FigureFormat::Pdf], vec![FigureFormat::Svg]));
        assert_eq!((some.page, some.themes[0], some.dpi), (FigurePage::OneAndHalf, FigureTheme::Grey, 300));
    }

    #[test]
    fn what_cannot_be_is_refused() {
        for (text, said) in [
            (r#"{"dpi": 71}"#, "72 to 1200"),
            (r#"{"dpi": 120000}"#, "72 to 1200"),
            (r#"{"themes": []}"#, "at least one theme"),
            (r#"{"formats": ["gif"]}"#, "`svg`, `png`, `pdf`"),
            (r#"{"format": ["svg"]}"#, "unknown field `format`"),
        ] {
            let error = read(text).unwrap_err();
            assert!(error.contains(said), "{text}: {error}");
        }
    }
}
