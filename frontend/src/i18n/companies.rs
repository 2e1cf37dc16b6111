//! Words of the Companies page.

app::words! {
    /// The page about companies.
    pub struct CompanyWords {
        companies: "Companies", "会社";
        create: "Create company", "会社の作成";
        create_under(company: &str): "Create a company under {company}", "{company} の下に会社を作成";
        name: "Name", "会社名";
        kind: "Kind", "種別";
        users: "Users", "ユーザー数";
        under: "Under", "上位の会社";
        search: "Find a company", "会社を検索";
        company: "Company", "会社";
        all: "All companies", "すべての会社";
        choose: "Choose a company", "会社を選択";
        add: "Add a company", "会社を追加";
        added(name: &str): "{name} was added", "{name} を追加しました";
        remove(name: &str): "Remove {name}", "{name} を外す";
        removed(name: &str): "{name} was removed", "{name} を外しました";
        found(count): "{count} choice." | "{count} choices.", "候補 {count} 件。";
        more: "There are more companies than are shown. Search to narrow the list.", "表示しきれない会社があります。検索して絞り込んでください。";
        none_yet: "No companies yet.", "まだ会社がありません。";
        no_other: "There is no company to choose.", "選択できる会社がありません。";
        nothing_matches: "No company of that name.", "該当する会社がありません。";
        created(name: &str): "{name} was created", "{name} を作成しました";
        rename: "Rename", "名前の変更";
        rename_of(name: &str): "Rename {name}", "{name} の名前を変更";
        renamed(name: &str): "Renamed to {name}", "名前を {name} に変更しました";
        move_: "Move", "移動";
        move_of(name: &str): "Move {name}", "{name} を移動";
        move_hint: "Its users and subsidiaries go along.", "ユーザーと子会社も一緒に移動します。";
        moved(name: &str, parent: &str): "{name} now stands under {parent}", "{name} を {parent} の下に移動しました";
        policy_of(name: &str): "Policy of {name}", "{name} のポリシー";
        delete_of(name: &str): "Delete {name}", "{name} を削除";
        delete_title(name: &str): "Delete {name}?", "{name} を削除しますか?";
        delete_text: "Only a company without users and subsidiaries can be deleted. This cannot be undone.", "ユーザーと子会社がない会社だけを削除できます。元に戻せません。";
        deleted(name: &str): "{name} was deleted", "{name} を削除しました";
        show_users: "Show its users", "ユーザーを表示";
        users_of(count, name: &str): "{count} user of {name}" | "{count} users of {name}", "{name} のユーザー {count} 人";
        stale: "Somebody has changed this company meanwhile. The list shows how it is now: look and try again.", "別の人がこの会社を変更しました。一覧を最新の状態にしました。確認してもう一度お試しください。";
    }
}
