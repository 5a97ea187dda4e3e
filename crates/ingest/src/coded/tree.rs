//! The tree of codes: what holds for it whichever program it comes from.

use super::{CodedProject, Reason, Thing};

/// How far a code has been followed upwards.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Unseen,
    /// On the way that is being followed.
    OnWay,
    /// It ends at a code without a parent.
    Ends,
}

/// Takes away the parent of a code where the codes above it lead back to it, and writes that down.
pub(crate) fn break_circles(project: &mut CodedProject) {
    let mut states = vec![State::Unseen; project.codes.len()];
    let mut way = Vec::new();
    for start in 0..project.codes.len() {
        let mut current = Some(start);
        while let Some(code) = current {
            match states[code] {
                State::Unseen => {
                    states[code] = State::OnWay;
                    way.push(code);
                    current = project.codes[code].parent;
                }
                State::OnWay => {
                    if let Some(last) = way.last() {
                        let name = project.codes[*last].name.clone();
                        let above = project.codes[code].name.clone();
                        project.codes[*last].parent = None;
                        project.reconciliation.change(Thing::Codes, name, Reason::InCircle, above);
                    }
                    break;
                }
                State::Ends => break,
            }
        }
        way.drain(..).for_each(|code| states[code] = State::Ends);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coded::ForeignCode;

    #[test]
    fn every_circle_is_opened_once_and_the_rest_stays() {
        let parents = [Some(1), Some(2), Some(0), Some(0), None, Some(4), Some(6)];
        let code = |parent: &Option<usize>| ForeignCode { parent: *parent, ..ForeignCode::default() };
        let mut project =
            CodedProject { codes: parents.iter().map(code).collect(), ..CodedProject::default() };
        break_circles(&mut project);
        let after: Vec<Option<usize>> = project.codes.iter().map(|code| code.parent).collect();
        assert_eq!(after, [Some(1), Some(2), None, Some(0), None, Some(4), None]);
        assert_eq!(project.reconciliation.entries.iter().map(|entry| entry.n).sum::<usize>(), 2);
    }
}
