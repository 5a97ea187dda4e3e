//! Retrieval with tantivy: words, codes and attributes in one query.
