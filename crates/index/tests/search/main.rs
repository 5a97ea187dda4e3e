//! Searching small studies written by hand, and random ones beside a search that looks at every unit.

#![allow(clippy::unwrap_used, reason = "a helper that fails, fails its test")]

mod cache;
mod codes;
mod filters;
mod finding;
mod mistakes;
mod properties;
mod study;
mod wordlist;
