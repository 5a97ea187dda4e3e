//! The first hundred bytes of a database, and what of them must be mended before it can be opened.

/// What every database starts with.
pub(super) const START: &[u8] = b"SQLite format 3\0";
/// How long the header is.
pub(super) const LENGTH: usize = 100;

/// The header of a database, mended so that it can be opened from memory.
pub(super) struct Header {
    /// The mended header.
    pub(super) bytes: [u8; LENGTH],
    /// Whether it was written with a log beside it, which memory does not have.
    pub(super) has_log: bool,
    /// Whether it says that the file is longer than it is.
    pub(super) is_cut: bool,
}

impl Header {
    /// Reads and mends the header of a database.
    ///
    /// # Errors
    /// When `bytes` are too few, or no database.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, String> {
        let header = bytes.first_chunk::<LENGTH>().filter(|_| bytes.starts_with(START));
        let mut header = Self { bytes: *header.ok_or("no header")?, has_log: false, is_cut: false };
        header.forget_log();
        header.mend_length(bytes.len());
        Ok(header)
    }

    /// Bytes 18 and 19 tell how to write and read: 2 means with a log.
    fn forget_log(&mut self) {
        self.has_log = self.bytes[18..20].contains(&2);
        for byte in &mut self.bytes[18..20] {
            *byte = if *byte == 2 { 1 } else { *byte };
        }
    }

    /// A database that claims more pages than there are would be refused altogether, although its first pages are there.
    fn mend_length(&mut self, length: usize) {
        let page = match u16::from_be_bytes([self.bytes[16], self.bytes[17]]) {
            1 => 65_536,
            size => usize::from(size),
        };
        let n_pages = length.checked_div(page).and_then(|n_pages| u32::try_from(n_pages).ok());
        let Some(n_pages) = n_pages else { return };
        if u32::from_be_bytes([self.bytes[28], self.bytes[29], self.bytes[30], self.bytes[31]]) > n_pages {
            self.bytes[28..32].copy_from_slice(&n_pages.to_be_bytes());
            self.is_cut = true;
        }
    }
}
