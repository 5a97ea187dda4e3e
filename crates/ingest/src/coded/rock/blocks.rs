//! Blocks of YAML between lines of three dashes.

use super::yaml::Yaml;
use std::collections::BTreeSet;

/// What blocks of the ROCK are called; `metadata` and `dct` are names of older versions.
const CONTAINERS: [&str; 5] = ["codes", "dct", "metadata", "section_breaks", "_ROCKproject"];

/// The blocks of a source.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    /// Each block, with the line of its first dashes.
    pub(super) blocks: Vec<(Yaml, u32)>,
    /// What was meant as a block and cannot be read: the line, and why. It stays text.
    pub(super) broken: Vec<(u32, String)>,
    lines: BTreeSet<u32>,
}

impl Blocks {
    /// Finds the blocks among lines. Dashes also divide texts: only what is YAML and has a name of the ROCK is a block.
    pub(super) fn find(lines: &[&str]) -> Self {
        let fences = lines.iter().zip(0..).filter(|(line, _)| line.trim_end() == "---").map(|(_, at)| at);
        let fences: Vec<usize> = fences.collect();
        let mut found = Self::default();
        let mut next = 0;
        while let Some(&[start, end]) = fences.get(next..next + 2) {
            next += 1;
            let content = &lines[start + 1..end];
            let Some(is_meant) = content.iter().find_map(|line| name(line)).map(is_container) else {
                continue;
            };
            let number = start as u32 + 1;
            match Yaml::read(&content.join("\n")) {
                Ok(yaml) if is_block(&yaml) => {
                    found.blocks.push((yaml, number));
                    found.lines.extend(number..=end as u32 + 1);
                    next += 1;
                }
                Err(reason) if is_meant => found.broken.push((number, reason)),
                _ => {}
            }
        }
        found
    }

    /// Returns whether a line, counted from 1, belongs to a block.
    pub(super) fn contains(&self, line: u32) -> bool {
        self.lines.contains(&line)
    }
}

/// Returns the key at the start of a line.
fn name(line: &str) -> Option<&str> {
    let (name, _) = line.split_once(':')?;
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    (!name.is_empty() && name.chars().all(is_name)).then_some(name)
}

fn is_container(name: &str) -> bool {
    name.starts_with("ROCK_") || CONTAINERS.contains(&name)
}

/// Returns whether YAML is a block: by a name of the ROCK, or by holding lists and maps, which no transcript does.
fn is_block(yaml: &Yaml) -> bool {
    let entries = yaml.entries();
    let is_structure = |value: &Yaml| matches!(value, Yaml::List(_) | Yaml::Map(_));
    entries.iter().any(|(name, _)| is_container(name))
        || (!entries.is_empty()
            && entries
                .iter()
                .all(|(name, value)| self::name(&format!("{name}:")).is_some() && is_structure(value)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_in_a_text_are_no_block() {
        let text = "---\nI: hoe is het?\n---\nR: goed\n---\nROCK_attributes:\n  - caseId: 1\n---\n---\nmetadata: [\n---";
        let lines: Vec<&str> = text.lines().collect();
        let found = Blocks::find(&lines);
        assert_eq!(found.blocks.iter().map(|(_, line)| *line).collect::<Vec<_>>(), [5]);
        assert_eq!(found.broken.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [9]);
        assert!(found.contains(5) && found.contains(8) && !found.contains(4) && !found.contains(9));
    }
}
