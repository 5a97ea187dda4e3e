//! The command, built beside the end-to-end tests so that they always run the code at hand.

fn main() -> std::process::ExitCode {
    draad_cli::main()
}
