//! Policy classes: the page that lists them, the editor, and what a change would do.

mod address_trial;
mod delete;
mod edit;
mod impact;
mod methods;
mod page;
mod settings_form;

pub use impact::ImpactView;
pub use methods::method_choices;
pub use page::PolicyClassesPage;
