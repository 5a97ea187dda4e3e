//! Proposals: codings that a query suggests. They are no codings: nothing counts them until a person accepts them.

use crate::case::Extra;
use crate::{BatchId, CharSpan, CodeId, CoderId, CodingId, ProposalId, SourceId, Valence};
use jiff::Timestamp;
use serde::Serialize;

/// A coding that a query suggests, and what a person decided about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// Unique in the study: the batch and a number, `vertrouwen_12`.
    pub id: ProposalId,
    /// The source.
    pub source: SourceId,
    /// The code.
    pub code: CodeId,
    /// Where the words stand, in code points; where they stood when they were found, if they are there no more.
    pub chars: CharSpan,
    /// Whether the words stand there. Only then can the proposal become a coding.
    pub is_placed: bool,
    /// The valence, where it is not the code's own.
    pub valence: Option<Valence>,
    /// The words.
    pub quote: String,
    /// The query that found them, as it was asked.
    pub query: String,
    /// When it was proposed.
    pub proposed: Option<Timestamp>,
    /// What became of it.
    pub decision: Option<Decision>,
    /// Who decided.
    pub decided_by: Option<CoderId>,
    /// When.
    pub decided: Option<Timestamp>,
    /// The coding that it became, among those of who decided.
    pub coding: Option<CodingId>,
    /// A remark.
    pub memo: String,
    /// Further columns.
    pub extra: Extra,
}

/// What a person decides about a proposal.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, strum::EnumString, strum::IntoStaticStr, strum::VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Decision {
    /// It became a coding.
    Accepted,
    /// It is not proposed again.
    Rejected,
}

impl Proposal {
    /// Returns whether nobody has decided yet. A decision without a name is none: a person stands for each coding.
    pub fn is_open(&self) -> bool {
        self.decision.is_none() || self.decided_by.is_none()
    }

    /// Returns the id of the `n`th proposal of a batch; nothing when that is too long for an id.
    pub fn nth(batch: &BatchId, n: usize) -> Option<ProposalId> {
        ProposalId::new(&format!("{batch}_{n}"))
    }

    /// Returns which proposal of its batch it is, if its id says so.
    pub fn number(&self) -> Option<usize> {
        self.id.as_str().rsplit_once('_')?.1.parse().ok()
    }
}

impl Decision {
    /// What people are told to write.
    pub const EXPECTED: &str = "accepted, rejected; aanvaard, afgewezen; ja, nee";

    /// Returns the decision that a word in Dutch or English means.
    pub fn called(word: &str) -> Option<Self> {
        match word.trim().to_lowercase().as_str() {
            "accepted" | "accept" | "yes" | "y" | "aanvaard" | "aanvaarden" | "geaccepteerd"
            | "accepteren" | "ja" | "j" => Some(Decision::Accepted),
            "rejected" | "reject" | "no" | "n" | "afgewezen" | "afwijzen" | "verworpen" | "nee" => {
                Some(Decision::Rejected)
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_numbers_its_proposals() {
        let batch = BatchId::new("één_lijn").unwrap();
        let id = Proposal::nth(&batch, 12).unwrap();
        assert_eq!(id.as_str(), "één_lijn_12");
        assert_eq!(Proposal::nth(&BatchId::new(&"x".repeat(100)).unwrap(), 1), None);
    }

    #[test]
    fn people_decide_in_their_own_words() {
        let meant = |words: &[&str]| words.iter().map(|word| Decision::called(word)).collect::<Vec<_>>();
        assert_eq!(meant(&["Ja", " aanvaard ", "accepted"]), [Some(Decision::Accepted); 3]);
        assert_eq!(meant(&["NEE", "afgewezen", "rejected"]), [Some(Decision::Rejected); 3]);
        assert_eq!(meant(&["misschien", "", "1"]), [None; 3]);
    }
}
