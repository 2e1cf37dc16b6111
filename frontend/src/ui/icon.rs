//! Icons: one family of strokes, kept in the sprite `public/icons.svg`, which the page carries inline.

use leptos::prelude::*;

macro_rules! icons {
    ($($name:ident $slug:literal),* $(,)?) => {
        /// The icons of the sprite.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum IconName { $( #[doc = $slug] $name, )* }

        impl IconName {
            /// Every icon, in the order of the sprite.
            pub const ALL: &[IconName] = &[$( IconName::$name, )*];

            /// The name within the sprite.
            pub const fn slug(self) -> &'static str {
                match self { $( IconName::$name => $slug, )* }
            }
        }
    };
}

icons! {
    Menu "menu", Home "home", Users "users", User "user", UserPlus "user-plus", Company "company",
    Shield "shield", ShieldCheck "shield-check", ShieldOff "shield-off", Role "role", Policy "policy",
    Key "key", Clock "clock", Audit "audit", Mail "mail", Send "send", Search "search", Down "down",
    Up "up", Left "left", Right "right", Sort "sort", SortUp "sort-up", SortDown "sort-down",
    Close "close", Check "check", Plus "plus", More "more", Filter "filter", Columns "columns",
    Edit "edit", Trash "trash", Copy "copy", Download "download", Upload "upload", Print "print",
    Eye "eye", EyeOff "eye-off", Lock "lock", Unlock "unlock", Phone "phone", Passkey "passkey",
    Sliders "sliders", SignOut "sign-out", Globe "globe", Sun "sun", Moon "moon", Screen "screen",
    Info "info", Good "good", Attention "attention", Danger "danger", Refresh "refresh",
    External "external", Link "link", Apps "apps", Bin "bin", Activity "activity", Ban "ban",
    Calendar "calendar", Pin "pin", Qr "qr", Scan "scan", Mask "mask", Undo "undo", Move "move",
    File "file", Keyboard "keyboard",
}

/// An icon of 20 px beside a word. Screen readers do not hear it: the word is theirs.
#[component]
pub fn Icon(
    /// Which one.
    name: IconName,
) -> impl IntoView {
    view! {
        <svg class="icon" aria-hidden="true" focusable="false">
            <use href=format!("#i-{}", name.slug())></use>
        </svg>
    }
}
