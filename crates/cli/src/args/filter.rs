//! The filters that all commands share.

use clap::Args;
use draad_core::{AttributeTest, CaseId, CodeId, CoderId, Filter, KindId, PhaseId, RoleId, Valence};

/// The filters that search, quotes, words, table, figure, report and export share.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Filters")]
pub struct FilterArgs {
    /// By place
    #[command(flatten)]
    pub place: PlaceArgs,
    /// By code
    #[command(flatten)]
    pub content: ContentArgs,
    /// Only these coders
    #[arg(long, value_name = "CODER", value_delimiter = ',')]
    pub coder: Vec<CoderId>,
    /// By attributes of cases
    #[command(flatten)]
    pub condition: ConditionArgs,
}

/// The filters by what a place in the material is about.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Filters")]
pub struct PlaceArgs {
    /// Only these cases
    #[arg(long, value_name = "CASE", value_delimiter = ',')]
    pub case: Vec<CaseId>,
    /// Only these kinds of source
    #[arg(long, value_name = "KIND", value_delimiter = ',')]
    pub kind: Vec<KindId>,
    /// Only what people in these roles said
    #[arg(long, value_name = "ROLE", value_delimiter = ',')]
    pub role: Vec<RoleId>,
    /// Only these phases
    #[arg(long, value_name = "PHASE", value_delimiter = ',')]
    pub phase: Vec<PhaseId>,
}

/// The filters by code.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Filters")]
pub struct ContentArgs {
    /// Only these codes, with everything below them
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub code: Vec<CodeId>,
    /// Only promoting, hindering or ambivalent
    #[arg(long, value_name = "VALENCE", value_delimiter = ',', value_parser = parse_valence)]
    pub valence: Vec<Valence>,
}

/// The filter by attributes of cases.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Filters")]
pub struct ConditionArgs {
    /// Only cases for which this holds, for example 'child_age>=12' or 'constructiveness=stalled'
    #[arg(long = "where", value_name = "CONDITION")]
    pub conditions: Vec<AttributeTest>,
    /// Only units for which this saved query holds
    #[arg(long = "query", value_name = "NAME", value_delimiter = ',')]
    pub queries: Vec<String>,
}

impl From<PlaceArgs> for FilterArgs {
    fn from(place: PlaceArgs) -> Self {
        Self { place, ..Self::default() }
    }
}

impl FilterArgs {
    /// Returns the filter that the flags ask for, but for saved queries.
    pub(crate) fn without_queries(self) -> Filter {
        Filter { coders: self.coder, ..self.place.filter(self.content, self.condition) }
    }
}

impl PlaceArgs {
    fn filter(self, content: ContentArgs, condition: ConditionArgs) -> Filter {
        Filter {
            cases: self.case,
            kinds: self.kind,
            roles: self.role,
            phases: self.phase,
            codes: content.code,
            valences: content.valence,
            attributes: condition.conditions,
            ..Filter::default()
        }
    }
}

pub(super) fn parse_valence(text: &str) -> Result<Valence, String> {
    Valence::called(text).ok_or_else(|| "promoting, hindering, ambivalent".to_owned())
}
