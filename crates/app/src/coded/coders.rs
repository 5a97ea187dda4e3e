//! Who coded: people of the project as coders of the study.

use super::names::{Names, slug};
use super::own;
use super::work::{Who, Work, is_called, label};
use draad_core::settings::Named;
use draad_core::{CoderId, Label};
use draad_ingest::coded::{ForeignCoder, Reason, Thing};
use draad_store::{ProjectPart, ProjectUse};

/// The coder of what nobody is said to have coded.
const NOBODY: &str = "imported";

impl Work<'_> {
    pub(super) fn take_coders(&mut self) {
        let known = self.study.coders();
        let mut names = Names::of(known.iter().map(CoderId::as_str));
        for (idx, coder) in self.project.coders.iter().enumerate() {
            let who = self.who(idx, coder, &mut names);
            self.coders.push(who);
        }
    }

    fn who(&mut self, idx: usize, coder: &ForeignCoder, names: &mut Names) -> Who {
        let wish = self.wish(ProjectPart::Coder, idx);
        if wish.part_use == Some(ProjectUse::LeaveOut) {
            self.left_out(Thing::Coders, &coder.name);
            return Who::LeftOut;
        }
        let name = shown(&coder.name);
        if name != coder.name.trim() {
            self.ledger.change(Thing::Coders, name, Reason::AddressShortened, "");
        }
        let wished = CoderId::new(&wish.target).or_else(|| own::id(&coder.fields));
        let by_guid = self.known("coder", coder.guid).and_then(CoderId::new);
        if name.is_empty() && wished.is_none() && by_guid.is_none() {
            self.ledger.change(Thing::Coders, "", Reason::WithoutName, "");
            return Who::Nobody;
        }
        let id = wished.or(by_guid).or_else(|| self.coder_called(name)).unwrap_or_else(|| {
            let own = coder.fields.get("id").filter(|id| CoderId::new(id).is_some());
            let free = names.free(&[own.unwrap_or(&slug(name))], "coder");
            CoderId::new(&free).expect("free names are valid")
        });
        names.take(id.as_str());
        self.list_coder(&id, name);
        self.identify(coder.guid, || format!("coder {id}"));
        if name == coder.name.trim() {
            self.ledger.keep(Thing::Coders, name, id.as_str());
        }
        Who::Coder(id)
    }

    fn coder_called(&self, name: &str) -> Option<CoderId> {
        let listed = self.study.settings.coders.iter();
        let listed = listed.map(|coder| (coder.id.clone(), coder.label.clone()));
        let coding = self.study.coders().into_iter().map(|id| (id, Label::default()));
        listed.chain(coding).find(|(id, label)| is_called(id.as_str(), label, name)).map(|(id, _)| id)
    }

    /// Adds a coder to the settings, unless they are known.
    fn list_coder(&mut self, id: &CoderId, name: &str) {
        if self.study.settings.coders.iter().any(|coder| coder.id == *id) {
            return;
        }
        let label = if name == id.as_str() { Label::default() } else { label(&self.study.settings, name) };
        let coder = Named { id: id.clone(), label };
        self.study.settings.coders.push(coder.clone());
        self.touched.coders.push(coder);
    }

    /// Returns who made a coding: the coder of the project, or, where it does not say, the one given, or the study's only
    /// one, or one for all that nobody is said to have made. Nothing when the map leaves the coder out.
    pub(super) fn coder_of(&mut self, coder: Option<usize>) -> Option<CoderId> {
        match coder.and_then(|coder| self.coders.get(coder)) {
            Some(Who::Coder(id)) => Some(id.clone()),
            Some(Who::LeftOut) => None,
            Some(Who::Nobody) | None => {
                self.n_by_nobody += 1;
                if let Some(nobody) = &self.nobody {
                    let nobody = nobody.clone();
                    return Some(nobody);
                }
                let id = CoderId::new(NOBODY).expect("the name is valid");
                self.list_coder(&id, NOBODY);
                self.nobody = Some(id.clone());
                Some(id)
            }
        }
    }
}

/// Returns a name as it may stand in a study: of a mail address only what comes before the `@`.
pub(super) fn shown(name: &str) -> &str {
    let name = name.trim();
    match name.split_once('@') {
        Some((person, host)) if host.contains('.') && !name.contains(char::is_whitespace) => person,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn mail_addresses_stay_out() {
        assert_eq!(shown(" anna.vos@voorbeeld.nl "), "anna.vos");
        assert_eq!(shown("Anna @ werk.nl"), "Anna @ werk.nl");
        assert_eq!(shown("Anna"), "Anna");
    }
}
