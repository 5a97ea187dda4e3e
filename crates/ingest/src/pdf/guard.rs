//! A look at the raw bytes before the crate that reads PDF gets them.
//!
//! That crate unpacks the streams that list a document's objects without limit, and follows the lengths of streams from
//! one object to the next as deep as they go.

use super::inflate::inflated_size;
use std::collections::BTreeMap;

/// The most bytes that one list of objects may be when unpacked, and all of them together.
const MAX_INDEX: usize = 64 << 20;
const MAX_INDICES: usize = 256 << 20;
/// The most bytes of lists of objects in a document whose streams are encrypted and cannot be looked into.
const MAX_ENCRYPTED: usize = 1 << 20;

/// Returns whether `bytes` can be given to a reader that knows no limits.
pub(super) fn is_safe(bytes: &[u8]) -> bool {
    let is_encrypted = find(bytes, b"/Encrypt", 0).is_some();
    let mut lengths = BTreeMap::new();
    let mut n_unpacked = 0;
    for stream in (Streams { bytes, at: 0 }) {
        if let (Some(own), Some(length)) = (stream.number, reference_after(&stream.head, b"/Length")) {
            lengths.insert(own, length);
        }
        if !stream.is_index() {
            continue;
        }
        let limit = MAX_INDEX.min(MAX_INDICES - n_unpacked);
        let size = match stream.n_filters() {
            0 => Some(stream.packed.len()),
            1 if is_encrypted => (stream.packed.len() <= MAX_ENCRYPTED).then_some(stream.packed.len() * 256),
            1 if contains(&stream.head, b"/FlateDecode") => inflated_size(stream.packed, limit),
            _ => None,
        };
        match size {
            Some(size) if size <= limit => n_unpacked += size,
            _ => return false,
        }
    }
    // A length stands in an object of its own, which has none.
    !lengths.values().any(|length| lengths.contains_key(length))
}

/// The streams of a file, as they can be told without reading it properly.
struct Streams<'b> {
    bytes: &'b [u8],
    at: usize,
}

struct RawStream<'b> {
    /// The number of the object that it is.
    number: Option<u64>,
    /// What stands between its number and its content, with names written plainly.
    head: Vec<u8>,
    /// Its content, up to the end.
    packed: &'b [u8],
}

impl<'b> Iterator for Streams<'b> {
    type Item = RawStream<'b>;

    fn next(&mut self) -> Option<RawStream<'b>> {
        let keyword = find(self.bytes, b"stream", self.at)?;
        let before = &self.bytes[self.at..keyword];
        let head_at = before.windows(4).rposition(|window| window == b" obj").map_or(0, |at| at + 4);
        let number =
            before[..head_at.saturating_sub(4)].rsplit(|byte| !byte.is_ascii_digit() && *byte != b' ').next();
        let number = number.and_then(|number| first_number(number.trim_ascii()));
        let content = keyword + b"stream".len();
        let content =
            content + self.bytes[content..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        let end = find(self.bytes, b"endstream", content).unwrap_or(self.bytes.len());
        self.at = (end + b"endstream".len()).min(self.bytes.len());
        Some(RawStream { number, head: plain_names(&before[head_at..]), packed: &self.bytes[content..end] })
    }
}

impl RawStream<'_> {
    fn is_index(&self) -> bool {
        contains(&self.head, b"/ObjStm") || contains(&self.head, b"/XRef")
    }

    fn n_filters(&self) -> usize {
        self.head.windows(6).filter(|window| *window == b"Decode").count()
            - self.head.windows(11).filter(|window| *window == b"DecodeParms").count()
    }
}

/// Writes out the characters that a name may have as `#` and two digits.
fn plain_names(head: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(head.len());
    let mut rest = head;
    while let [first, tail @ ..] = rest {
        let digit = |idx: usize| tail.get(idx).and_then(|&byte| char::from(byte).to_digit(16));
        match (first, digit(0), digit(1)) {
            (b'#', Some(high), Some(low)) => {
                plain.push((high * 16 + low) as u8);
                rest = &tail[2..];
            }
            _ => {
                plain.push(*first);
                rest = tail;
            }
        }
    }
    plain
}

/// Returns the number in `/Key 12 0 R`, or nothing when the value is given at once.
fn reference_after(head: &[u8], key: &[u8]) -> Option<u64> {
    let value = head.get(find(head, key, 0)? + key.len()..)?.trim_ascii_start();
    let mut words = value.split(|byte| !byte.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let number = first_number(words.next()?)?;
    (first_number(words.next()?).is_some() && words.next()?.starts_with(b"R")).then_some(number)
}

fn first_number(bytes: &[u8]) -> Option<u64> {
    let digits = bytes.split(|byte| !byte.is_ascii_digit()).next()?;
    std::str::from_utf8(digits).ok()?.parse().ok()
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    find(bytes, wanted, 0).is_some()
}

fn find(bytes: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    let found = bytes.get(from..)?.windows(wanted.len()).position(|window| window == wanted)?;
    Some(from + found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn packed(content: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(content).unwrap();
        encoder.finish().unwrap()
    }

    fn stream(head: &str, content: &[u8]) -> Vec<u8> {
        [b"%PDF-1.7\n", head.as_bytes(), b" stream\n", content, b"\nendstream endobj"].concat()
    }

    #[test]
    fn lists_of_objects_that_swell_are_refused() {
        let (small, swollen) = (packed(b"1 0 <<>>"), packed(&vec![b' '; MAX_INDEX + 1]));
        for head in
            ["1 0 obj <</Type/ObjStm/Filter/FlateDecode>>", "1 0 obj <</Type/X#52ef/Filter[/FlateDecode]>>"]
        {
            assert!(is_safe(&stream(head, &small)), "{head}");
            assert!(!is_safe(&stream(head, &swollen)), "{head}");
        }
        assert!(!is_safe(&stream("1 0 obj <</Type/ObjStm/Filter[/FlateDecode/FlateDecode]>>", &small)));
        assert!(is_safe(&stream("1 0 obj <</Subtype/Image/Filter/FlateDecode>>", &swollen)));
    }

    #[test]
    fn lengths_that_lead_to_lengths_are_refused() {
        let one = b"1 0 obj <</Length 2 0 R>> stream\nx\nendstream endobj\n".to_vec();
        assert!(is_safe(&[&one[..], b"2 0 obj 1 endobj"].concat()));
        assert!(!is_safe(&[&one[..], b"2 0 obj <</Length 3 0 R>> stream\nx\nendstream endobj"].concat()));
    }
}
