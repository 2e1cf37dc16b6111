//! Dialogs, confirmations and menus.

use leptos::prelude::*;

use crate::shell::PageTitle;
use crate::ui::{
    Button, ButtonKind, ConfirmDialog, Dialog, DialogFoot, DialogSize, Form, IconName, Menu,
    MenuItem, MenuSeparator, Section, TextField,
};

#[component]
pub(super) fn Overlays() -> impl IntoView {
    let (form, large, confirm, token) = (
        RwSignal::new(false),
        RwSignal::new(false),
        RwSignal::new(false),
        RwSignal::new(false),
    );
    let name = RwSignal::new(String::new());
    view! {
        <PageTitle title="Dialogs and menus"/>
        <Section id="dialogs" title="Dialogs">
            <div class="cluster">
                <Button on_click=move || form.set(true)>"Add User"</Button>
                <Button on_click=move || large.set(true)>"Large"</Button>
                <Button on_click=move || confirm.set(true)>"Delete"</Button>
                <Button on_click=move || token.set(true)>"Delete a token"</Button>
                <Menu trigger=|| view! { <span>"More"</span> }>
                    <MenuItem on_select=|| () icon=IconName::Shield>"Enable TFA"</MenuItem>
                    <MenuItem on_select=|| () icon=IconName::Refresh>"Reset TFA"</MenuItem>
                    <MenuItem on_select=|| () icon=IconName::Send>"Issue Credentials"</MenuItem>
                    <MenuSeparator/>
                    <MenuItem on_select=move || confirm.set(true) icon=IconName::Trash danger=true>"Delete"</MenuItem>
                </Menu>
            </div>
        </Section>
        <Dialog
            open=form
            title="Add User"
            dirty=move || !name.with(String::is_empty)
            on_close=move || name.set(String::new())
        >
            <Form on_submit=move || form.set(false)>
                <div class="dialog-body">
                    <div class="columns">
                        <TextField label="First name" value=name name="first" autofocus=true/>
                        <TextField label="Last name" value=RwSignal::new(String::new()) name="last"/>
                    </div>
                    <TextField label="E-mail" value=RwSignal::new(String::new()) name="mail" kind="email" required=true/>
                </div>
                <DialogFoot>
                    <Button on_click=move || form.set(false)>"Cancel"</Button>
                    <Button kind=ButtonKind::Act submit=true>"Issue Credentials"</Button>
                </DialogFoot>
            </Form>
        </Dialog>
        <Dialog open=large title="What will change" size=DialogSize::Large>
            <div class="dialog-body"><p>"A comparison would stand here."</p></div>
        </Dialog>
        <ConfirmDialog
            open=confirm
            title="Delete hana.sato and 3 sub-users?"
            confirm="Delete 4 users"
            on_confirm=move || confirm.set(false)
        >
            <p>"They are signed out at once and rest in the bin for 30 days."</p>
            <ul class="cluster"><li>"Ken"</li><li>"Mai"</li><li>"Yuki"</li></ul>
        </ConfirmDialog>
        <ConfirmDialog
            open=token
            title="Delete “CRM nightly”?"
            confirm="Yes, Delete this token"
            type_first="yes"
            on_confirm=move || token.set(false)
        >
            <p>"Programs that use it are refused from now on."</p>
        </ConfirmDialog>
    }
}
