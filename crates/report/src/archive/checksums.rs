//! Sums of files.

use sha2::{Digest, Sha256};

/// Returns the SHA-256 of each file as `sha256sum` writes and checks it: a line per file, in the order given.
pub fn checksums(files: &[(String, Vec<u8>)]) -> String {
    files.iter().map(|(name, bytes)| format!("{}  {name}\n", sum(bytes))).collect()
}

fn sum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_is_that_of_the_standard() {
        // FIPS 180-2, appendix B.1
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(checksums(&[("a/b c.txt".into(), b"abc".to_vec())]), format!("{abc}  a/b c.txt\n"));
    }
}
