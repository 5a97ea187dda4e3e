//! Metadata of DataCite, schema 4.5, as JSON.

use super::{ASKED, Description, or_asked};
use draad_core::archive::{Access, Creator};
use serde_json::{Map, Value, json};

/// Returns `datacite.json`. What the schema demands and the study does not say is `:tba`: the publication year then is no year,
/// so that no register takes the file before somebody has filled it in.
pub fn datacite(described: &Description) -> String {
    let (archive, settings) = (described.archive(), described.settings);
    let language = described.language();
    let creators = match archive.creators.is_empty() {
        true => vec![json!({"name": ASKED})],
        false => archive.creators.iter().map(creator).collect(),
    };
    let mut metadata = json!({
        "schemaVersion": "http://datacite.org/schema/kernel-4",
        "types": {"resourceTypeGeneral": "Dataset", "resourceType": "Qualitative data"},
        "creators": creators,
        "titles": [{"title": or_asked(&settings.title), "lang": language}],
        "publisher": {"name": or_asked(&archive.publisher)},
        "publicationYear": archive.year.map_or(ASKED.to_owned(), |year| format!("{year:04}")),
        "language": language,
        "alternateIdentifiers": [
            {"alternateIdentifier": settings.id, "alternateIdentifierType": "study"},
            {"alternateIdentifier": described.fingerprint, "alternateIdentifierType": "data hash"},
        ],
        "sizes": described.counts,
        "formats": ["text/plain", "application/vnd.oasis.opendocument.text", "text/csv", "application/xml", "application/zip"],
    });
    add(&mut metadata, "doi", archive.doi.trim().trim_start_matches("https://doi.org/").into());
    add(
        &mut metadata,
        "subjects",
        archive.subjects.iter().map(|subject| json!({"subject": subject, "lang": language})).collect(),
    );
    add(
        &mut metadata,
        "dates",
        described
            .period
            .iter()
            .map(
                |period| json!({"date": format!("{}/{}", period.start, period.end), "dateType": "Collected"}),
            )
            .collect(),
    );
    add(
        &mut metadata,
        "geoLocations",
        archive.places.iter().map(|place| json!({"geoLocationPlace": place})).collect(),
    );
    add(&mut metadata, "descriptions", descriptions(described));
    add(&mut metadata, "rightsList", rights(described));
    add(
        &mut metadata,
        "fundingReferences",
        archive
            .funding
            .iter()
            .map(|funding| {
                let mut reference = json!({"funderName": funding.funder});
                add(&mut reference, "awardNumber", funding.award.clone().into());
                reference
            })
            .collect(),
    );
    add(&mut metadata, "relatedIdentifiers", archive.publications.iter().map(|doi| {
        json!({"relatedIdentifier": doi, "relatedIdentifierType": "DOI", "relationType": "IsSupplementTo"})
    }).collect());
    format!("{metadata:#}\n")
}

/// Adds a value, unless it is empty.
fn add(object: &mut Value, key: &str, value: Value) {
    let is_empty = match &value {
        Value::Array(list) => list.is_empty(),
        Value::String(text) => text.trim().is_empty(),
        _ => false,
    };
    if !is_empty {
        object[key] = value;
    }
}

fn creator(creator: &Creator) -> Value {
    let mut made = Map::new();
    made.insert("name".to_owned(), creator.name.clone().into());
    // a name with a comma is that of a person: family name, given name
    if let Some((family, given)) = creator.name.split_once(',') {
        made.insert("nameType".to_owned(), "Personal".into());
        made.insert("familyName".to_owned(), family.trim().into());
        made.insert("givenName".to_owned(), given.trim().into());
    }
    if !creator.orcid.is_empty() {
        let identifier = json!({
            "nameIdentifier": format!("https://orcid.org/{}", creator.orcid),
            "nameIdentifierScheme": "ORCID",
            "schemeUri": "https://orcid.org",
        });
        made.insert("nameIdentifiers".to_owned(), vec![identifier].into());
    }
    if !creator.affiliation.is_empty() {
        made.insert("affiliation".to_owned(), json!([{"name": creator.affiliation}]));
    }
    Value::Object(made)
}

fn descriptions(described: &Description) -> Value {
    let archive = described.archive();
    let methods = [&archive.population, &archive.sampling, &archive.collection, &described.coding];
    let methods: Vec<&str> =
        methods.into_iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
    let texts = [
        (archive.description.trim().to_owned(), "Abstract"),
        (methods.join("\n\n"), "Methods"),
        (settings_note(described), "Other"),
    ];
    let texts = texts.into_iter().filter(|(text, _)| !text.is_empty());
    texts.map(|(text, kind)| json!({"description": text, "descriptionType": kind, "lang": described.language()})).collect()
}

fn settings_note(described: &Description) -> String {
    let parts = [described.settings.note.as_str(), described.withheld.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// The terms, and the word that repositories have for who may read the data.
fn rights(described: &Description) -> Value {
    let archive = described.archive();
    let mut list = Vec::new();
    if !archive.rights.is_empty() {
        let mut rights = json!({"rights": archive.rights, "lang": described.language()});
        add(&mut rights, "rightsUri", archive.rights_url.clone().into());
        list.push(rights);
    }
    let word = match archive.access.unwrap_or(Access::Restricted) {
        Access::Open => "openAccess",
        Access::Restricted => "restrictedAccess",
        Access::Closed => "closedAccess",
    };
    list.push(json!({"rights": word, "rightsUri": format!("info:eu-repo/semantics/{word}")}));
    list.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::archive::{Archive, Funding, Period};
    use draad_core::{Language, Settings};

    fn described(settings: &Settings) -> Description<'_> {
        let day = |text: &str| text.parse().unwrap();
        Description {
            settings,
            period: Some(Period { start: day("2020-01-02"), end: day("2022-03-04") }),
            fingerprint: "0123",
            version: "0",
            counts: vec!["13 cases".into()],
            kinds: Vec::new(),
            coding: "coded".into(),
            withheld: String::new(),
        }
    }

    /// The part of DataCite's own JSON schema 4.5 (inveniosoftware/datacite, datacite-v4.5.json) that these metadata use,
    /// with what it demands.
    fn schema() -> Value {
        let named = |required: Value, properties: Value| json!({"type": "array", "uniqueItems": true, "items": {"type": "object", "required": required, "properties": properties}});
        let text = json!({"type": "string"});
        let uri = json!({"type": "string", "pattern": "^[a-z]+:"});
        json!({
            "type": "object",
            "additionalProperties": false,
            "required": ["creators", "titles", "publisher", "publicationYear", "types", "schemaVersion"],
            "properties": {
                "doi": {"type": "string", "pattern": "^10.\\d{4,9}/[-._;()/:a-z0-9A-Z]+$"},
                "schemaVersion": {"type": "string", "pattern": "^http://datacite.org/schema/kernel-4"},
                "types": {"type": "object", "required": ["resourceTypeGeneral"], "properties": {"resourceTypeGeneral": {"enum": ["Dataset"]}, "resourceType": text}},
                "creators": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["name"], "properties": {
                    "name": text, "nameType": {"enum": ["Organizational", "Personal"]}, "givenName": text, "familyName": text,
                    "nameIdentifiers": named(json!(["nameIdentifier", "nameIdentifierScheme"]), json!({"nameIdentifier": text, "nameIdentifierScheme": text, "schemeUri": uri})),
                    "affiliation": named(json!(["name"]), json!({"name": text})),
                }}},
                "titles": named(json!(["title"]), json!({"title": text, "lang": text})),
                "publisher": {"type": "object", "required": ["name"], "properties": {"name": text}},
                "publicationYear": {"type": "string", "pattern": "^[0-9]{4}$"},
                "subjects": named(json!(["subject"]), json!({"subject": text, "lang": text})),
                "dates": named(json!(["date", "dateType"]), json!({"date": text, "dateType": {"enum": ["Collected"]}})),
                "language": text,
                "alternateIdentifiers": named(json!(["alternateIdentifier", "alternateIdentifierType"]), json!({"alternateIdentifier": text})),
                "relatedIdentifiers": named(json!(["relatedIdentifier", "relatedIdentifierType", "relationType"]), json!({"relatedIdentifierType": {"enum": ["DOI"]}, "relationType": {"enum": ["IsSupplementTo"]}})),
                "sizes": {"type": "array", "items": text, "uniqueItems": true},
                "formats": {"type": "array", "items": text, "uniqueItems": true},
                "rightsList": named(json!([]), json!({"rights": text, "rightsUri": uri, "lang": text})),
                "descriptions": named(json!(["description", "descriptionType"]), json!({"description": text, "descriptionType": {"enum": ["Abstract", "Methods", "Other"]}})),
                "geoLocations": named(json!([]), json!({"geoLocationPlace": text})),
                "fundingReferences": named(json!(["funderName"]), json!({"funderName": text, "awardNumber": text})),
            },
        })
    }

    fn errors(metadata: &str) -> Vec<String> {
        let value: Value = serde_json::from_str(metadata).unwrap();
        let validator = jsonschema::validator_for(&schema()).unwrap();
        validator.iter_errors(&value).map(|error| error.instance_path().to_string()).collect()
    }

    #[test]
    fn a_study_that_says_all_is_valid_and_one_that_says_nothing_asks() {
        let mut settings = Settings::new("s", "Studie", Language::Nl);
        let empty = datacite(&described(&settings));
        assert_eq!(errors(&empty), ["/publicationYear"]);
        let value: Value = serde_json::from_str(&empty).unwrap();
        assert_eq!(
            (&value["creators"][0]["name"], &value["publisher"]["name"]),
            (&json!(":tba"), &json!(":tba"))
        );
        settings.archive = Archive {
            creators: vec![Creator {
                name: "Vries, Ada de".into(),
                orcid: "0000-0002-1825-0097".into(),
                affiliation: "Hogeschool".into(),
            }],
            publisher: "DANS".into(),
            year: Some(2024),
            doi: "https://doi.org/10.17026/abc-123".into(),
            description: "Waarover".into(),
            subjects: vec!["jeugdzorg".into()],
            places: vec!["Nederland".into()],
            population: "Ouders".into(),
            funding: vec![Funding { funder: "Fonds".into(), award: "1".into() }],
            rights: "CC BY-NC 4.0".into(),
            rights_url: "https://creativecommons.org/licenses/by-nc/4.0/".into(),
            publications: vec!["10.1/x".into()],
            ..Archive::default()
        };
        let full = datacite(&described(&settings));
        assert_eq!(errors(&full), [""; 0]);
        let value: Value = serde_json::from_str(&full).unwrap();
        assert_eq!(value["creators"][0]["familyName"], "Vries");
        assert_eq!(
            value["creators"][0]["nameIdentifiers"][0]["nameIdentifier"],
            "https://orcid.org/0000-0002-1825-0097"
        );
        assert_eq!(value["dates"][0]["date"], "2020-01-02/2022-03-04");
        assert_eq!(value["descriptions"][1]["description"], "Ouders\n\ncoded");
    }
}
