//! The building blocks of every page: small, dumb, right about focus, labels and keys.
//!
//! Texts are `Signal<String>` (a `&str`, a `String`, a signal or a closure will do), two-way values are
//! `RwSignal`s, events are `Callback`s (a closure will do). `name` of a field is also its id.
//!
//! | component | properties (`?` optional) |
//! | --- | --- |
//! | [`Button`] | `kind? icon? name? icon_only? submit? busy? disabled? autofocus? on_click?`, children |
//! | [`LinkButton`], [`DownloadLink`] | `href kind? icon?`, children · `href`, children |
//! | [`TextField`], [`TextAreaField`] | `label value name id? kind? hint? error? autocomplete? inputmode? required? mono? readonly? autofocus?` |
//! | [`PasswordField`], [`StrengthMeter`] | `label value name autocomplete? hint? error? required? autofocus?`, children? · `score text` |
//! | [`CodeField`] | `label value name hint? error? autofocus?` |
//! | [`SelectField`] | `label value choices name hint? error? required? disabled?` |
//! | [`CheckboxField`], [`RadioGroup`] | `label checked name hint? error? disabled?` · `label value choices name hint? error?` |
//! | [`DateField`] | `label value name min? max? hint? error? required?` |
//! | [`DayLine`] | `ids value wrong on_left? min? max? required?`: the line of a date alone |
//! | [`FileField`] | `label file name accept invitation verb size hint? error? disabled?` |
//! | [`FieldFrame`] with [`FieldIds`] | `ids label required?`, children: a control of one's own |
//! | [`Form`], [`FormActions`] | `on_submit busy? name?`, children |
//! | [`ErrorSummary`] | `problems: Vec<FieldProblem>` |
//! | [`LeaveGuard`] | `dirty` |
//! | [`Alert`] | `tone? title? live?`, children |
//! | [`Dialog`], [`DialogFoot`] | `open title size? dirty? on_close?`, children: `.dialog-body`, `DialogFoot` |
//! | [`ConfirmDialog`] | `open title confirm on_confirm kind? busy? error? type_first?`, children |
//! | [`Attempt`], [`open_about`] | `.make(call, done)`, `.busy()`, `.error()` · a dialog that is open while there is something |
//! | [`Popover`] | `trigger name? class? role? id? arrow? on_toggle?`, children |
//! | [`Menu`], [`MenuItem`], [`MenuLink`], [`MenuDownload`], [`MenuSeparator`] | `trigger name? class? arrow?` · `on_select icon? danger?` · `href icon?` · `href` |
//! | [`Table`], [`Row`], [`Cell`], [`SelectCell`], [`RowActions`] | `caption columns sort? on_sort? compact? busy?` · `selected? id?` · `label? head? numeric?` · `label checked on_change` |
//! | [`SelectionBar`] | `text`, children: buttons |
//! | [`Pager`] | `range has_previous has_next on_previous on_next size? on_size?` |
//! | [`FilterBar`], [`SearchField`], [`CheckMenu`], [`FilterChip`] | `label value on_search` · `label choices chosen on_change icon?` · `label on_remove` |
//! | [`Tree`] | `label nodes expanded selected on_select on_expand? action_name? on_action?` |
//! | [`Pill`], [`InitialsBadge`] | `tone?`, children · `name large?` |
//! | [`Skeleton`], [`SkeletonRows`], [`EmptyState`], [`ProgressBar`] | `lines?` · `rows? columns` · `title icon?`, children? · `text done total` |
//! | [`CopyButton`], [`SecretBox`] | `text name? icon_only? on_copied?` · `secret label filename kept? veiled?` |
//! | [`QrCode`] | `svg name` |
//! | [`DateTime`] | `at style?` |
//! | [`Icon`] | `name: IconName` |
//! | [`ToastRegion`], [`use_toaster`] | `use_toaster().say(Tone::Good, text)`, `.announce(text)` |
//! | [`Breadcrumb`] | `crumbs name?` |
//! | [`Section`], [`SectionIndex`] | `id title actions?`, children · `sections: Vec<(id, heading)>` |
//! | [`DescriptionList`], [`DescriptionRow`] | children · `label`, children |
//! | [`Loaded`], [`LoadFailed`] | `Loaded::new(question, ask)`: an answer of the server · `refusal on_retry` |
//! | [`Paging`], [`Listing`], [`NothingMatches`] | a page of a list in the address · `page paging on_go empty`, the table · `title on_clear` |
//! | [`ShareBar`], [`ColumnChart`] | `id name what unit shares` · `id name what series periods` |
//! | [`Breakable`] | `text`: breaks after dots and dashes |
//! | [`Refused`], [`RefusedSummary`] | `.set(refusal)`, `.field(name)` · `refused fields` |
//! | [`CheckGroup`], [`SuggestField`], [`FilterSelect`] | `label chosen choices name hint? error?` · `label value suggestions name hint? error?` · `label value choices on_change` |
//! | [`EntriesField`] with [`Entries`] | `label entries name entry_label remove_label add_label hint? refused` |
//! | [`Combobox`] | `label chosen shown suggestions busy count note on_search on_choose field? required? placeholder?` |
//! | [`Pause`] | `Pause::new(run)`: runs when the typing pauses |
//! | [`use_address`], [`address`], [`day`] | the query of the address · days and time zones |
//! | [`LanguageSwitch`], [`ThemeSwitch`] | |
//! | [`Mark`], [`DoorDrawing`] | `large?` |

pub mod address;
mod alert;
mod attempt;
mod breakable;
pub mod browser;
mod button;
mod chart;
mod check_group;
mod choice_fields;
mod code_field;
mod combobox;
mod confirm_dialog;
mod date_field;
mod date_time;
pub mod day;
mod day_line;
mod dialog;
mod entries_field;
mod error_summary;
mod field;
mod file_field;
mod filter_bar;
mod filter_select;
mod form;
mod icon;
mod leave_guard;
mod listing;
mod loaded;
mod mark;
mod menu;
mod page_parts;
mod pager;
mod paging;
mod password_field;
mod pause;
mod pill;
mod popover;
mod qr_code;
mod refused;
mod secret;
mod select_field;
mod suggest_field;
mod switches;
mod table;
mod text_field;
mod toast;
mod tone;
mod tree;
mod tree_keys;
mod waiting;

pub use address::{Address, use_address};
pub use alert::Alert;
pub use attempt::Attempt;
pub use breakable::Breakable;
pub use button::{Button, ButtonKind, DownloadLink, LinkButton};
pub use chart::{ColumnChart, ColumnsWaiting, Period, Series, Share, ShareBar, ShareWaiting};
pub use check_group::{CheckChoice, CheckGroup};
pub use choice_fields::{CheckboxField, RadioGroup};
pub use code_field::CodeField;
pub use combobox::{Combobox, Suggestion};
pub use confirm_dialog::ConfirmDialog;
pub use date_field::DateField;
pub use date_time::{
    BrowserZone, DateFormats, DateStyle, DateTime, TimeZone, format_moment, reader_input,
};
pub use day::reader_zone;
pub use day_line::DayLine;
pub use dialog::{Dialog, DialogFoot, DialogSize, Unsaved, open_about};
pub use entries_field::{Entries, EntriesField};
pub use error_summary::{ErrorSummary, FieldProblem};
pub use field::{FieldError, FieldFrame, FieldHint, FieldIds};
pub use file_field::FileField;
pub use filter_bar::{CheckMenu, FilterBar, FilterChip, SearchField};
pub use filter_select::FilterSelect;
pub use form::{Form, FormActions};
pub use icon::{Icon, IconName};
pub use leave_guard::LeaveGuard;
pub use listing::{Listing, NothingMatches};
pub use loaded::{LoadFailed, Loaded};
pub use mark::{DoorDrawing, Mark};
pub use menu::{Menu, MenuDownload, MenuItem, MenuLink, MenuSeparator};
pub use page_parts::{Breadcrumb, Crumb, DescriptionList, DescriptionRow, Section, SectionIndex};
pub use pager::Pager;
use paging::Pages;
pub use paging::Paging;
pub use password_field::{PasswordField, StrengthMeter};
pub use pause::Pause;
pub use pill::{InitialsBadge, Pill};
pub use popover::Popover;
pub use qr_code::QrCode;
pub use refused::{Refused, RefusedSummary};
pub use secret::{CopyButton, SecretBox};
pub use select_field::{Choice, SelectField};
pub use suggest_field::SuggestField;
pub use switches::{LanguageSwitch, ThemeSwitch, apply_theme, stored_theme};
pub use table::{Cell, Column, Row, RowActions, SelectCell, SelectionBar, Sort, Table};
pub use text_field::{TextAreaField, TextField};
pub use toast::{ToastRegion, Toaster, use_toaster};
pub use tone::Tone;
pub use tree::{Tree, TreeNode};
pub use waiting::{EmptyState, ProgressBar, Skeleton, SkeletonRows};
