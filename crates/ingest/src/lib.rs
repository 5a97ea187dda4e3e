//! Foreign bytes into core values: transcripts, chats, diaries, dossiers.
