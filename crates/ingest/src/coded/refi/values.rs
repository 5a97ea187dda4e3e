//! Values as the standard writes them, and as they are met.

use super::schema::Type;
use crate::coded::moment::{day, timestamp};
use uuid::Uuid;

/// Reads an identifier, with or without braces, in any case. One that is no GUID gets one that is made of it, so that what
/// points at it still finds it.
pub(super) fn id(text: &str) -> Option<Uuid> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    Some(Uuid::try_parse(text).unwrap_or_else(|_| Uuid::new_v5(&Uuid::NAMESPACE_OID, text.as_bytes())))
}

/// Writes an identifier as reports show it.
pub(super) fn shown(id: Uuid) -> String {
    id.as_hyphenated().encode_upper(&mut Uuid::encode_buffer()).to_owned()
}

/// Reads `#RGB` and `#RRGGBB`, in any case, as `#rrggbb`.
pub(super) fn colour(text: &str) -> Option<String> {
    let digits =
        text.trim().strip_prefix('#').filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
    match digits.len() {
        3 => Some(format!("#{}", digits.chars().flat_map(|digit| [digit, digit]).collect::<String>())),
        6 => Some(format!("#{digits}")),
        _ => None,
    }
    .map(|colour| colour.to_ascii_lowercase())
}

/// Reads yes or no.
pub(super) fn boolean(text: &str) -> Option<bool> {
    match text.trim() {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        other if other.eq_ignore_ascii_case("true") => Some(true),
        other if other.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

/// Returns whether a value is written as the schema wants it.
pub(super) fn is_valid(text: &str, kind: Type) -> bool {
    let text = text.trim();
    let is_digits = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    match kind {
        Type::Text => true,
        Type::Guid => {
            let bare = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or(text);
            bare.len() == 36 && Uuid::try_parse(bare).is_ok()
        }
        Type::Colour => colour(text).is_some(),
        Type::Boolean => matches!(text, "true" | "false" | "1" | "0"),
        Type::Integer => is_digits(unsigned),
        Type::Decimal => match unsigned.split_once('.') {
            Some((whole, part)) => is_digits(&format!("{whole}{part}")),
            None => is_digits(unsigned),
        },
        Type::Date => day(text).is_some() && zone_is_valid(text.get(10..).unwrap_or_default()),
        Type::Moment => {
            day(text).is_some() && text.as_bytes().get(10) == Some(&b'T') && timestamp(text).is_some()
        }
        Type::OneOf(values) => values.contains(&text),
    }
}

fn zone_is_valid(zone: &str) -> bool {
    zone.is_empty() || zone == "Z" || (zone.len() == 6 && zone.starts_with(['+', '-']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_the_same_in_any_dress() {
        let plain = id("8dd0a9d7-1e0f-4f87-a5f5-67d1b3dc1bb7").unwrap();
        assert_eq!(id(" {8DD0A9D7-1E0F-4F87-A5F5-67D1B3DC1BB7}"), Some(plain));
        assert_eq!(shown(plain), "8DD0A9D7-1E0F-4F87-A5F5-67D1B3DC1BB7");
        assert_eq!(id("code-1"), id("code-1"));
        assert_ne!(id("code-1"), id("code-2"));
        assert_eq!(id(" "), None);
        assert!(
            is_valid("{8DD0A9D7-1E0F-4F87-A5F5-67D1B3DC1BB7}", Type::Guid) && !is_valid("code-1", Type::Guid)
        );
    }

    #[test]
    fn colours_moments_and_numbers() {
        assert_eq!(colour("#F0a").as_deref(), Some("#ff00aa"));
        assert_eq!(colour("#F00082").as_deref(), Some("#f00082"));
        assert_eq!(colour("red"), None);
        assert!(
            is_valid("-1.50", Type::Decimal)
                && !is_valid("1e5", Type::Decimal)
                && !is_valid(".", Type::Decimal)
        );
        assert!(is_valid("2021-09-03", Type::Date) && !is_valid("3-9-2021", Type::Date));
        assert!(is_valid("2018-03-27T17:46:39", Type::Moment) && !is_valid("2018-03-27", Type::Moment));
    }
}
