//! Searching small studies written by hand, and random ones beside a search that looks at every unit.

mod cache;
mod filters;
mod finding;
mod mistakes;
mod properties;
mod study;
