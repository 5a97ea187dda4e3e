//! YAML of strangers: blocks in a source, settings of a project.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// How deep YAML may be nested: reading it takes much of the stack for each level.
const DEEPEST: usize = 40;

/// Any YAML.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Yaml {
    Nothing,
    /// A text, a number, yes or no: as text.
    Scalar(String),
    List(Vec<Yaml>),
    /// Keys in the order of the file.
    Map(Vec<(String, Yaml)>),
}

impl Yaml {
    /// Reads YAML, or says why not.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let options = serde_saphyr::options! {
            budget: serde_saphyr::budget! { max_depth: DEEPEST, flow_nesting_limit: DEEPEST },
        };
        let read = serde_saphyr::from_str_with_options(text, options);
        read.map_err(|error: serde_saphyr::Error| error.without_snippet().to_string().replace('\n', " "))
    }

    /// Returns what stands under a key.
    pub(super) fn get(&self, key: &str) -> Option<&Yaml> {
        self.entries().iter().find(|(own, _)| own == key).map(|(_, value)| value)
    }

    /// Returns the keys with their values; none for what is no map.
    pub(super) fn entries(&self) -> &[(String, Yaml)] {
        if let Yaml::Map(entries) = self { entries } else { &[] }
    }

    /// Returns the items of a list; what is no list is its own only item.
    pub(super) fn items(&self) -> &[Yaml] {
        match self {
            Yaml::List(items) => items,
            Yaml::Nothing => &[],
            one => std::slice::from_ref(one),
        }
    }

    /// Returns the text of a scalar that is not empty.
    pub(super) fn text(&self) -> Option<&str> {
        if let Yaml::Scalar(text) = self { Some(text.as_str()).filter(|text| !text.is_empty()) } else { None }
    }

    /// Returns the text under a key.
    pub(super) fn text_of(&self, key: &str) -> Option<&str> {
        self.get(key)?.text()
    }
}

impl<'de> Deserialize<'de> for Yaml {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Any)
    }
}

struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = Yaml;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("YAML")
    }

    fn visit_unit<E>(self) -> Result<Yaml, E> {
        Ok(Yaml::Nothing)
    }

    fn visit_none<E>(self) -> Result<Yaml, E> {
        Ok(Yaml::Nothing)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Yaml, D::Error> {
        Yaml::deserialize(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Yaml, E> {
        Ok(Yaml::Scalar(if value { "yes" } else { "no" }.to_owned()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Yaml, E> {
        Ok(Yaml::Scalar(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Yaml, E> {
        Ok(Yaml::Scalar(value.to_string()))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Yaml, E> {
        Ok(Yaml::Scalar(value.to_string()))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Yaml, E> {
        Ok(Yaml::Scalar(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Yaml, E> {
        Ok(Yaml::Scalar(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Yaml, E> {
        Ok(Yaml::Scalar(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Yaml, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = sequence.next_element()? {
            items.push(item);
        }
        Ok(Yaml::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Yaml, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Yaml::Map(entries))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_text_in_their_order() {
        let yaml =
            Yaml::read("b:\n  - caseId: 1\n    age: 60s\n    dood: ~\n    x: 1.5\na: [c, d]\n").unwrap();
        assert_eq!(yaml.entries()[0].0, "b");
        let first = &yaml.get("b").unwrap().items()[0];
        assert_eq!(
            (first.text_of("caseId"), first.text_of("age"), first.text_of("dood")),
            (Some("1"), Some("60s"), None)
        );
        assert_eq!(first.text_of("x"), Some("1.5"));
        assert_eq!(yaml.get("a").unwrap().items().len(), 2);
    }

    #[test]
    fn hostile_yaml_is_refused() {
        assert!(Yaml::read(&format!("a: {}", "[".repeat(100_000))).is_err());
        assert!(Yaml::read(&"- ".repeat(100_000)).is_err());
        let bomb = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n\
            d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n\
            g: [*f,*f,*f,*f,*f,*f,*f,*f,*f]\n";
        assert!(Yaml::read(bomb).is_err());
    }
}
