//! Addresses within the page: what stands after `#`, the same in every report of a study.
//!
//! A dot parts the ids in an address, and occurs in no id as it is written there: no two things share an address.

use draad_core::{CaseId, CodeId, ReferenceKey, SourceId};

/// Returns the address of a factor's page.
pub(crate) fn factor(factor: &CodeId) -> String {
    format!("factor-{}", plain(factor.as_str()))
}

/// Returns the address of a factor within an outcome group, by the group's position.
pub(crate) fn group(factor: &CodeId, group: usize) -> String {
    format!("group-{}.{group}", plain(factor.as_str()))
}

/// Returns the address of a factor in a case.
pub(crate) fn cell(factor: &CodeId, case: &CaseId) -> String {
    format!("cell-{}.{}", plain(factor.as_str()), plain(case.as_str()))
}

/// Returns the address of a passage, by its number.
pub(crate) fn quote(number: usize) -> String {
    format!("q-{number}")
}

/// Returns the address of the passages of a factor with one value of a key: `phase`, `role` or `kind`.
pub(crate) fn list(factor: &CodeId, key: &str, value: &str) -> String {
    format!("list-{}.{key}.{}", plain(factor.as_str()), plain(value))
}

/// Returns the address of the two sides of a factor.
pub(crate) fn tension(factor: &CodeId) -> String {
    format!("tension-{}", plain(factor.as_str()))
}

/// Returns the address of a case's page.
pub(crate) fn case(case: &CaseId) -> String {
    format!("case-{}", plain(case.as_str()))
}

/// Returns the address of one part of a case's page.
pub(crate) fn case_part(part: &str, case: &CaseId) -> String {
    format!("{part}-{}", plain(case.as_str()))
}

/// Returns the address of the coded passages of a source in their context.
pub(crate) fn source(source: &SourceId) -> String {
    format!("source-{}", plain(source.as_str()))
}

/// Returns the address of a work in the list of references.
pub(crate) fn work(work: &ReferenceKey) -> String {
    format!("work-{}", plain(work.as_str()))
}

/// Returns `id` with only letters, digits, `_` and `-`; anything else becomes its code point between tildes, so
/// that different ids stay different.
fn plain(id: &str) -> String {
    let mut address = String::with_capacity(id.len());
    for c in id.chars() {
        if c.is_alphanumeric() || "_-".contains(c) {
            address.push(c);
        } else {
            address.push_str(&format!("~{:x}~", c as u32));
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_stay_readable_and_different() {
        let case = CaseId::new("één gezin").unwrap();
        let code = CodeId::new("samen-overleggen").unwrap();
        assert_eq!(cell(&code, &case), "cell-samen-overleggen.één~20~gezin");
        assert_ne!(plain("a b"), plain("a_b"));
        assert_eq!(plain("p1.2"), "p1~2e~2");
    }

    #[test]
    fn two_ids_cannot_run_together() {
        let cell = |code: &str, case: &str| cell(&CodeId::new(code).unwrap(), &CaseId::new(case).unwrap());
        assert_ne!(cell("a", "b-1"), cell("a-b", "1"));
        assert_ne!(cell("a", "b.1"), cell("a.b", "1"));
    }
}
