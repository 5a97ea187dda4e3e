//! The content of streams, unpacked only within limits.

use flate2::read::{DeflateDecoder, ZlibDecoder};
use pdf_extract::{Dictionary, Object, Stream};
use std::io::{Read, copy, sink};

/// Why a stream was not unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It would be larger than allowed.
    TooLarge,
    /// It is packed in a way that nobody here knows, or it is broken.
    Unreadable,
}

/// How often its packed size an LZW stream can be at most.
const LZW_RATIO: usize = 2_731;

/// Returns the content of `stream` as it was before it was packed: at most `limit` bytes after each of its filters.
pub(super) fn unpacked(stream: &Stream, limit: usize) -> Result<Vec<u8>, Refusal> {
    let mut bytes = stream.content.clone();
    for (idx, filter) in stream.filters().unwrap_or_default().iter().enumerate() {
        check_size(filter, &bytes, limit)?;
        let mut dict = Dictionary::new();
        dict.set("Filter", Object::Name(filter.to_vec()));
        if let Some(params) = nth_params(stream, idx) {
            dict.set("DecodeParms", params);
        }
        bytes = Stream::new(dict, bytes).decompressed_content().map_err(|_| Refusal::Unreadable)?;
    }
    if bytes.len() > limit { Err(Refusal::TooLarge) } else { Ok(bytes) }
}

/// Returns how many bytes come out of what `packed` starts with, or nothing when there are more than `limit`.
pub(super) fn inflated_size(packed: &[u8], limit: usize) -> Option<usize> {
    // What breaks off is unpacked up to there, so that the error does not matter here.
    let count = |reader: &mut dyn Read| copy(reader, &mut sink()).unwrap_or(limit as u64 + 1);
    let mut counted = Counted { inner: ZlibDecoder::new(packed), n: 0, limit };
    count(&mut counted);
    if counted.n == 0 {
        let mut raw =
            Counted { inner: DeflateDecoder::new(packed.get(2..).unwrap_or_default()), n: 0, limit };
        count(&mut raw);
        return (raw.n <= limit).then_some(raw.n);
    }
    (counted.n <= limit).then_some(counted.n)
}

/// Reads until the limit is passed, and remembers how much has been read.
struct Counted<R> {
    inner: R,
    n: usize,
    limit: usize,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.n > self.limit {
            return Ok(0);
        }
        let n = self.inner.read(buffer)?;
        self.n += n;
        Ok(n)
    }
}

fn check_size(filter: &[u8], packed: &[u8], limit: usize) -> Result<(), Refusal> {
    let fits = match filter {
        b"FlateDecode" => packed.is_empty() || inflated_size(packed, limit).is_some(),
        b"LZWDecode" => packed.len().saturating_mul(LZW_RATIO) <= limit.saturating_mul(16),
        b"ASCII85Decode" => packed.len() <= limit,
        _ => return Err(Refusal::Unreadable),
    };
    if fits { Ok(()) } else { Err(Refusal::TooLarge) }
}

fn nth_params(stream: &Stream, idx: usize) -> Option<Object> {
    match stream.dict.get(b"DecodeParms").ok()? {
        Object::Array(all) => all.get(idx).cloned(),
        one => Some(one.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn packed(content: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(content).unwrap();
        encoder.finish().unwrap()
    }

    fn stream(filters: &[&str], content: Vec<u8>) -> Stream {
        let filters = filters.iter().map(|name| Object::Name(name.as_bytes().to_vec())).collect();
        let mut dict = Dictionary::new();
        dict.set("Filter", Object::Array(filters));
        Stream::new(dict, content)
    }

    #[test]
    fn what_fits_comes_out_and_a_bomb_does_not() {
        let text = b"(Ja) Tj ".repeat(100);
        assert_eq!(unpacked(&stream(&["FlateDecode"], packed(&text)), 800), Ok(text.clone()));
        assert_eq!(unpacked(&stream(&["FlateDecode"], packed(&text)), 799), Err(Refusal::TooLarge));
        let twice = packed(&packed(&vec![0; 1 << 20]));
        assert_eq!(
            unpacked(&stream(&["FlateDecode", "FlateDecode"], twice), 1 << 19),
            Err(Refusal::TooLarge)
        );
        assert_eq!(unpacked(&stream(&["JBIG2Decode"], text), 1_000), Err(Refusal::Unreadable));
        assert_eq!(inflated_size(&packed(b"kort")[..8], 100).map(|n| n <= 4), Some(true));
    }
}
