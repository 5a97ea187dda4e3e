//! The study folder: load, check, save, journal, undo.
