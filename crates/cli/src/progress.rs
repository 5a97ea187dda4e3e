//! How far a job is: bars, on anything that takes more than half a second, where somebody watches; for a program that asks
//! over a pipe, the same in figures.

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

/// How often a program is told how far a job is, at most.
const PACE: Duration = Duration::from_millis(100);

/// How far a step is.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub(crate) struct Step {
    /// What is being done, in words.
    pub(crate) step: String,
    /// How many parts of it are done.
    pub(crate) done: usize,
    /// How many parts it has.
    pub(crate) of: usize,
}

/// Where steps are told.
pub(crate) struct Steps(Box<dyn Fn(&Step) + Send + Sync>);

impl Steps {
    /// Tells them to `listener`.
    pub(crate) fn to(listener: impl Fn(&Step) + Send + Sync + 'static) -> Self {
        Self(Box::new(listener))
    }

    /// Returns somebody who watches a job and tells of it.
    pub(crate) fn watching(&self, words: Words) -> impl Progress + '_ {
        Telling { steps: self, words, current: Mutex::new(None) }
    }
}

/// Tells steps as they go; the first news of a step after a while, so that short ones go untold.
struct Telling<'s> {
    steps: &'s Steps,
    words: Words,
    current: Mutex<Option<(Step, Instant)>>,
}

impl Progress for Telling<'_> {
    fn begin(&self, step: &'static str, n_parts: usize) {
        if let Ok(mut current) = self.current.lock() {
            let step = Step { step: self.words.say(step), done: 0, of: n_parts };
            *current = Some((step, Instant::now()));
        }
    }

    fn advance(&self) {
        let Ok(mut current) = self.current.lock() else { return };
        if let Some((step, told)) = &mut *current {
            step.done += 1;
            if told.elapsed() >= PACE {
                *told = Instant::now();
                (self.steps.0)(step);
            }
        }
    }

    fn finish(&self) {
        if let Ok(mut current) = self.current.lock() {
            *current = None;
        }
    }
}
