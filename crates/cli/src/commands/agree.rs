//! `draad agree`
