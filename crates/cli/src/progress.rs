//! Progress bars, on anything that takes more than half a second, where somebody watches.

use draad_app::Progress;
use draad_words::Words;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// How long a step may take before its bar appears.
const PATIENCE: Duration = Duration::from_millis(500);

/// A bar per step.
pub(crate) struct Bars {
    words: Words,
    watched: bool,
    current: Mutex<Option<(ProgressBar, Instant)>>,
}

impl Bars {
    pub(crate) fn new(words: Words, watched: bool) -> Self {
        Self { words, watched, current: Mutex::new(None) }
    }

    fn with_bar(&self, act: impl FnOnce(&mut Option<(ProgressBar, Instant)>)) {
        if let Ok(mut current) = self.current.lock() {
            act(&mut current);
        }
    }
}

impl Progress for Bars {
    fn begin(&self, step: &'static str, n_parts: usize) {
        if !self.watched {
            return;
        }
        let bar = ProgressBar::with_draw_target(Some(n_parts as u64), ProgressDrawTarget::hidden());
        let style =
            ProgressStyle::with_template("{msg:<28} {bar:30} {pos}/{len}").expect("the template is valid");
        bar.set_style(style.progress_chars("━╸ "));
        bar.set_message(self.words.say(step));
        self.with_bar(|current| *current = Some((bar, Instant::now())));
    }

    fn advance(&self) {
        self.with_bar(|current| {
            if let Some((bar, since)) = current {
                if bar.is_hidden() && since.elapsed() > PATIENCE {
                    bar.set_draw_target(ProgressDrawTarget::stderr());
                }
                bar.inc(1);
            }
        });
    }

    fn finish(&self) {
        self.with_bar(|current| {
            if let Some((bar, _)) = current.take() {
                bar.finish_and_clear();
            }
        });
    }
}
