//! The container of old Office programs, which documents behind a password share.

/// How such a container starts.
const START: [u8; 4] = [0xD0, 0xCF, 0x11, 0xE0];

/// Returns whether `bytes` start as such a container does.
pub(crate) fn is_container(bytes: &[u8]) -> bool {
    bytes.starts_with(&START)
}

/// Returns whether a container holds something of this name; names stand in it in UTF-16.
pub(crate) fn holds(bytes: &[u8], name: &str) -> bool {
    let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}
