//! Names that sheets can have.

/// The most characters of a name.
const MAX_NAME: usize = 31;

/// Characters that no name can have.
const FORBIDDEN: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];

/// Returns a name that a sheet can have for each of these, in the same order: without signs that Excel refuses, not longer
/// than 31 characters, and different from all before it, whatever the capitals.
pub fn sheet_names(wanted: impl IntoIterator<Item = impl AsRef<str>>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in wanted {
        let name = allowed(name.as_ref());
        let is_free = |one: &String| names.iter().all(|other| other.to_lowercase() != one.to_lowercase());
        let numbered = |n: usize| if n == 1 { cut(&name, "") } else { cut(&name, &format!("~{n}")) };
        let free = (1..).map(numbered).find(is_free).expect("there are more numbers than sheets");
        names.push(free);
    }
    names
}

/// Takes out what a name cannot have; `History` is a name that Excel keeps for itself.
fn allowed(name: &str) -> String {
    let letter = |c: char| if FORBIDDEN.contains(&c) || c.is_control() { '-' } else { c };
    let name: String = name.trim_matches(['\'', ' ']).chars().map(letter).collect();
    match name.to_lowercase().as_str() {
        "" => "_".to_owned(),
        "history" => format!("{name}_"),
        _ => name,
    }
}

/// Shortens a name so that it fits with what comes after it. Excel counts in units of UTF-16.
fn cut(name: &str, after: &str) -> String {
    let room = MAX_NAME - after.len();
    let mut n_units = 0;
    let fits = |letter: &char| {
        n_units += letter.len_utf16();
        n_units <= room
    };
    let kept: String = name.chars().take_while(fits).collect();
    format!("{}{after}", kept.trim_end_matches(['\'', ' ', '-']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_allowed_and_different() {
        let long = "cases-by-factors-factors-by-group";
        let names = sheet_names([
            "Tabel 1/2",
            "'x'",
            "History",
            "",
            long,
            long,
            "tabel 1-2",
            "X",
            "😀".repeat(20).as_str(),
        ]);
        assert_eq!(names[..4], ["Tabel 1-2", "x", "History_", "_"]);
        assert_eq!(names[4], long[..MAX_NAME].trim_end_matches('-'));
        assert_eq!(names[5], format!("{}~2", &long[..MAX_NAME - 2]));
        assert_eq!(names[6..8], ["tabel 1-2~2", "X~2"]);
        assert_eq!(names[8], "😀".repeat(15));
    }
}
