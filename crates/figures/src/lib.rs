//! Analysis results drawn: SVG by plotters, PNG and PDF from that same SVG.
