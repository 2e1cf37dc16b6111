//! The whole bundle: every page.

use frontend::routes::Portal;

fn main() {
    frontend::mount(Portal);
}
