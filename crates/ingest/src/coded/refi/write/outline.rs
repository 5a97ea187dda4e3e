//! The tree of codes, in the order in which it is written.

use draad_core::Codebook;

/// A step through the tree; codes by their place in the codebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A code begins. It has lost its parent where that is not in the codebook, or stands below the code itself.
    Open { code: usize, lost_parent: bool },
    /// The code that began last and has not ended ends.
    Close,
}

/// Returns the steps through the tree. Every code is there once, whatever its parents are, and none is too deep.
pub(super) fn outline(codebook: &Codebook) -> Vec<Step> {
    let codes = &codebook.codes;
    let mut children = vec![Vec::new(); codes.len()];
    let mut roots = Vec::new();
    for (code, one) in codes.values().enumerate() {
        match one.parent.as_ref().map(|parent| codes.get_index_of(parent)) {
            Some(Some(parent)) => children[parent].push(code),
            Some(None) => roots.push((code, true)),
            None => roots.push((code, false)),
        }
    }
    let mut walk = Walk { children, is_seen: vec![false; codes.len()], steps: Vec::new() };
    roots.into_iter().for_each(|(code, lost_parent)| walk.below(code, lost_parent));
    // What has not been reached stands in a circle or below one.
    (0..codes.len()).for_each(|code| walk.below(code, true));
    walk.steps
}

/// Returns whether the order of the tree is that of the codebook.
pub(super) fn is_in_order(steps: &[Step]) -> bool {
    let opened = steps.iter().filter_map(|step| match step {
        Step::Open { code, .. } => Some(*code),
        Step::Close => None,
    });
    opened.enumerate().all(|(place, code)| place == code)
}

struct Walk {
    children: Vec<Vec<usize>>,
    is_seen: Vec<bool>,
    steps: Vec<Step>,
}

impl Walk {
    fn below(&mut self, root: usize, lost_parent: bool) {
        if std::mem::replace(&mut self.is_seen[root], true) {
            return;
        }
        let mut waiting = vec![Step::Open { code: root, lost_parent }];
        while let Some(step) = waiting.pop() {
            self.steps.push(step);
            if let Step::Open { code, .. } = step {
                waiting.push(Step::Close);
                for &child in self.children[code].iter().rev() {
                    if !std::mem::replace(&mut self.is_seen[child], true) {
                        waiting.push(Step::Open { code: child, lost_parent: false });
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::{Code, CodeId};

    fn written(rows: &[(&str, &str)]) -> String {
        let code = |&(id, parent): &(&str, &str)| {
            let id = CodeId::new(id).unwrap();
            (id.clone(), Code { parent: CodeId::new(parent), ..Code::new(id) })
        };
        let codebook = Codebook { codes: rows.iter().map(code).collect() };
        let step = |step| match step {
            Step::Open { code, lost_parent } => {
                format!("({}{}", codebook.codes[code].id, if lost_parent { "!" } else { "" })
            }
            Step::Close => ")".to_owned(),
        };
        outline(&codebook).into_iter().map(step).collect()
    }

    #[test]
    fn every_code_is_there_once_whatever_its_parents() {
        assert_eq!(written(&[("a", ""), ("c", "b"), ("b", "a"), ("d", "a")]), "(a(b(c))(d))");
        assert_eq!(written(&[("a", "weg"), ("b", "a")]), "(a!(b))");
        assert_eq!(written(&[("x", "y"), ("y", "x"), ("z", "y"), ("s", "s")]), "(x!(y(z)))(s!)");
    }

    #[test]
    fn a_tree_of_any_depth_is_walked() {
        let names: Vec<String> = (0..100_000).map(|n| format!("c{n}")).collect();
        let mut rows = vec![(names[0].as_str(), "")];
        rows.extend(names.windows(2).map(|pair| (pair[1].as_str(), pair[0].as_str())));
        assert_eq!(written(&rows).matches('(').count(), 100_000);
    }
}
