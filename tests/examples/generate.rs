//! Writes a generated study into a folder, to try the command on any size: `cargo run -p draad-tests --example generate -- M FOLDER`.

use draad_store::StudyFolder;
use draad_tests::generate::{self, Size};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let size: Size = match arguments.next().as_deref() {
        Some("S") => generate::S,
        Some("L") => generate::L,
        Some("XL") => generate::XL,
        _ => generate::M,
    };
    let folder = arguments.next().unwrap_or_else(|| format!("generated-{}", size.name));
    match StudyFolder::create(&folder, &generate::study(size, 13)) {
        Ok(_) => println!("{folder}"),
        Err(diagnostic) => eprintln!("{diagnostic}"),
    }
}
