//! Use cases and plain view structs for the front ends.
