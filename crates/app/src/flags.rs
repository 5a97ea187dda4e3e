//! A filter as it is typed, so that a file can say how to make it again.

use draad_core::Filter;

/// Returns the flags that ask for a filter, each after a blank, as a shell takes them.
pub fn flags(filter: &Filter) -> String {
    let lists: [(&str, Vec<String>); 8] = [
        ("case", texts(&filter.cases)),
        ("kind", texts(&filter.kinds)),
        ("role", texts(&filter.roles)),
        ("phase", texts(&filter.phases)),
        ("code", texts(&filter.codes)),
        ("valence", filter.valences.iter().map(|valence| <&str>::from(*valence).to_owned()).collect()),
        ("coder", texts(&filter.coders)),
        ("query", filter.within.iter().map(|within| within.query.to_string()).collect()),
    ];
    let mut flags = String::new();
    for (flag, values) in lists.iter().filter(|(_, values)| !values.is_empty()) {
        flags += &format!(" --{flag} {}", quoted(&values.join(",")));
    }
    for test in &filter.attributes {
        flags += &format!(" --where {}", quoted(&test.to_string()));
    }
    flags
}

fn texts<T: std::fmt::Display>(values: &[T]) -> Vec<String> {
    values.iter().map(ToString::to_string).collect()
}

/// Puts a word in quotation marks where a shell would take it apart.
pub fn quoted(word: &str) -> String {
    let is_plain = word.chars().all(|c| c.is_alphanumeric() || "-_.,=".contains(c));
    if is_plain { word.to_owned() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_can_stand_on_a_command_line() {
        let shown = ["p01", "gezin Wilgenhoek", "zo'n"].map(quoted);
        assert_eq!(shown, ["p01", "'gezin Wilgenhoek'", r"'zo'\''n'"]);
    }
}
