//! Policy classes: what is in force, who may say it, and that everything obeys.

mod resolution;
