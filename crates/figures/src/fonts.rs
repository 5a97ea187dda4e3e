//! The embedded font: Noto Sans (SIL Open Font License, see `fonts/OFL.txt`), made smaller by `fonts/build.py`.

use resvg::usvg::fontdb::Database;
use std::sync::{Arc, LazyLock};

/// Name of the family, as it stands in the SVG.
pub const FAMILY: &str = "Noto Sans";
/// Regular, TrueType.
pub const REGULAR: &[u8] = include_bytes!("../fonts/NotoSans-Regular.ttf");
/// Bold, TrueType.
pub const BOLD: &[u8] = include_bytes!("../fonts/NotoSans-Bold.ttf");
/// Regular, for web pages.
pub const REGULAR_WOFF2: &[u8] = include_bytes!("../fonts/NotoSans-Regular.woff2");
/// Bold, for web pages.
pub const BOLD_WOFF2: &[u8] = include_bytes!("../fonts/NotoSans-Bold.woff2");

/// The only fonts that exporting knows; those of the system are never asked for.
pub(crate) static DATABASE: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut database = Database::new();
    database.load_font_data(REGULAR.to_vec());
    database.load_font_data(BOLD.to_vec());
    database.set_sans_serif_family(FAMILY);
    database.set_serif_family(FAMILY);
    Arc::new(database)
});
