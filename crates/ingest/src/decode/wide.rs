//! UTF-16 without a byte order mark.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// In how many of a hundred characters the high byte must be zero.
const MIN_PERCENT: usize = 40;
/// In how many of a hundred characters the low byte may be zero.
const MAX_PERCENT: usize = 2;
/// How many bytes decide.
const SAMPLE: usize = 64 << 10;

/// Returns the byte order when `bytes` are UTF-16: in Latin script the high byte of most characters is zero, and the low
/// byte of none.
pub(super) fn guess(bytes: &[u8]) -> Option<&'static Encoding> {
    let (pairs, _) = bytes[..bytes.len().min(SAMPLE)].as_chunks::<2>();
    if pairs.is_empty() {
        return None;
    }
    let n_zero = |idx: usize| pairs.iter().filter(|pair| pair[idx] == 0).count() * 100;
    let is_high = |n: usize| n >= pairs.len() * MIN_PERCENT;
    let is_low = |n: usize| n <= pairs.len() * MAX_PERCENT;
    match (n_zero(0), n_zero(1)) {
        (first, second) if is_low(first) && is_high(second) => Some(UTF_16LE),
        (first, second) if is_high(first) && is_low(second) => Some(UTF_16BE),
        _ => None,
    }
}
