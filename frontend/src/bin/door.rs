//! The small bundle: what gets one in.

use frontend::routes::Door;

fn main() {
    frontend::mount(Door);
}
