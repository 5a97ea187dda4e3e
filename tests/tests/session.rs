//! Sessions at the command line, as text to compare and to read.

use draad_tests::world::World;

/// Runs lines of the command in a folder and returns what a user would see, each line first. What differs between two
/// versions of the software or of the data stands as `[version]` and `[hash]`.
pub(crate) fn session(world: &World, folder: &str, lines: &[&str]) -> String {
    let run = |line: &&str| {
        let words = shlex::split(line).unwrap_or_else(|| panic!("quotation marks in `{line}`"));
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        format!("$ draad {line}\n{}", world.run_in(folder, &words))
    };
    lines.iter().map(run).collect::<Vec<_>>().join("\n").split_inclusive([' ', '\n']).map(steady).collect()
}

/// Replaces a word that is a hash or the version.
fn steady(word: &str) -> String {
    let bare = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let is_hash = bare.len() == 16 && bare.chars().all(|c| c.is_ascii_hexdigit());
    match bare {
        hash if is_hash => word.replace(hash, "[hash]"),
        version if version == env!("CARGO_PKG_VERSION") => word.replace(version, "[version]"),
        _ => word.to_owned(),
    }
}
