//! The binary: hands everything to the library, so that the end-to-end suite runs the same code.

fn main() -> std::process::ExitCode {
    draad_cli::main()
}
