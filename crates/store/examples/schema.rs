//! Writes `data-schema/` anew from the types: `cargo xtask schema`.

fn main() -> std::io::Result<()> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data-schema");
    for (name, text) in draad_store::schema::all() {
        std::fs::write(folder.join(name), text)?;
    }
    Ok(())
}
