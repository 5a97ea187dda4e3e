//! Which fields speak of one coding.
//!
//! Fields that stand together do: `code:trust valence:hindering`. So do those that stand apart in one group when there is
//! only one `code:` they can belong to: `code:trust mother valence:hindering`. Where there are more, the query must say
//! which, because the answers would differ.

use super::fault;
use super::tree::{CodingField, CodingTest, Node, What};
use draad_core::QueryFault;
use draad_core::diagnostic::Outcome;

/// Joins what speaks of the only coding of a group.
pub(super) fn join_coding_fields(parts: Vec<Node>) -> Outcome<Vec<Node>> {
    let Some(first_loose) = parts.iter().position(is_loose) else { return Ok(parts) };
    let n_with_code = parts.iter().filter(|part| asks_code(part)).count();
    let is_owner = |part: &Node| match &part.what {
        What::Coding(coding) if n_with_code > 0 => coding.has_code(),
        What::Coding(_) => true,
        _ => false,
    };
    let owner = match n_with_code {
        0 => parts.iter().position(is_owner),
        1 => parts.iter().position(is_owner),
        _ => None,
    };
    let Some(owner) = owner else {
        // without a code a negated field is about all codings: `NOT valence:hindering`
        return if n_with_code == 0 {
            Ok(parts)
        } else {
            Err(fault(QueryFault::CodingUnclear, parts[first_loose].at))
        };
    };
    let mut kept: Vec<Node> = Vec::with_capacity(parts.len());
    let mut joined = Vec::new();
    let mut owner_kept = 0;
    for (idx, part) in parts.into_iter().enumerate() {
        if idx == owner {
            owner_kept = kept.len();
            kept.push(part);
        } else if is_loose(&part) {
            joined.extend(loose_fields(part));
        } else {
            kept.push(part);
        }
    }
    if let What::Coding(coding) = &mut kept[owner_kept].what {
        coding.fields.extend(joined);
    }
    Ok(kept)
}

/// Whether a part consists of fields of a coding without a code, perhaps negated.
fn is_loose(part: &Node) -> bool {
    match &part.what {
        What::Coding(coding) => !coding.has_code(),
        What::Not(inner) => is_negatable(inner),
        _ => false,
    }
}

/// Whether `NOT` before it means that the coding itself has another value.
fn is_negatable(inner: &Node) -> bool {
    matches!(&inner.what, What::Coding(coding) if !coding.has_code() && coding.fields.len() == 1)
}

fn loose_fields(part: Node) -> Vec<CodingField> {
    match part.what {
        What::Coding(CodingTest { fields }) => fields,
        What::Not(inner) => {
            let negated = |field: CodingField| CodingField { is_negated: !field.is_negated, ..field };
            loose_fields(*inner).into_iter().map(negated).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether a part asks for a code that must be there.
fn asks_code(part: &Node) -> bool {
    match &part.what {
        What::Coding(coding) => coding.has_code(),
        What::All(parts) | What::Any(parts) => parts.iter().any(asks_code),
        What::Related(related) => asks_code(&related.left) || asks_code(&related.right),
        What::Not(_) | What::Words(_) | What::Field(_) | What::Saved(_) => false,
    }
}
