//! Quotation marks in tables: when one that was never closed has swallowed what comes after it.

/// Returns whether a quoted cell is never closed, or is closed in the middle of a cell: then the mark that closes it is
/// one that was meant to open another.
pub fn has_open_mark(record: &str, separator: u8) -> bool {
    let bytes = record.trim_end_matches(['\r', '\n']).as_bytes();
    let ends_cell = |byte: u8| byte == separator || byte == b'\r' || byte == b'\n';
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'"' {
            let Some(end) = closing_mark(bytes, at + 1) else {
                return true;
            };
            at = end + 1;
            if bytes.get(at).is_some_and(|&next| !ends_cell(next)) {
                return true;
            }
        }
        while at < bytes.len() && !ends_cell(bytes[at]) {
            at += 1;
        }
        at += 1;
    }
    false
}

/// Returns where the first quotation mark that is not doubled stands.
fn closing_mark(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        at += bytes.get(at..)?.iter().position(|&byte| byte == b'"')?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}
