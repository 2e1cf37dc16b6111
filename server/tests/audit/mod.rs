//! What is noted of what happened, and who reads it.
