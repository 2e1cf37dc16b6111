//! Words of the Companies page.

app::words! {
    /// The page about companies.
    pub struct CompanyWords {
        companies: "Companies", "会社", "公司";
        create: "Create company", "会社の作成", "创建公司";
        create_under(company: &str): "Create a company under {company}", "{company} の下に会社を作成", "在 {company} 下创建公司";
        name: "Name", "会社名", "名称";
        kind: "Kind", "種別", "类型";
        users: "Users", "ユーザー数", "用户数";
        under: "Under", "上位の会社", "上级公司";
        search: "Find a company", "会社を検索", "查找公司";
        company: "Company", "会社", "公司";
        all: "All companies", "すべての会社", "所有公司";
        choose: "Choose a company", "会社を選択", "选择公司";
        add: "Add a company", "会社を追加", "添加公司";
        added(name: &str): "{name} was added", "{name} を追加しました", "已添加 {name}";
        remove(name: &str): "Remove {name}", "{name} を外す", "移除 {name}";
        removed(name: &str): "{name} was removed", "{name} を外しました", "已移除 {name}";
        found(count): "{count} choice." | "{count} choices.", "候補 {count} 件。", "{count} 个选项。";
        more: "There are more companies than are shown. Search to narrow the list.", "表示しきれない会社があります。検索して絞り込んでください。", "还有未显示的公司，请搜索以缩小范围。";
        none_yet: "No companies yet.", "まだ会社がありません。", "还没有公司。";
        no_other: "There is no company to choose.", "選択できる会社がありません。", "没有可选择的公司。";
        nothing_matches: "No company of that name.", "該当する会社がありません。", "没有该名称的公司。";
        created(name: &str): "{name} was created", "{name} を作成しました", "已创建 {name}";
        rename: "Rename", "名前の変更", "重命名";
        rename_of(name: &str): "Rename {name}", "{name} の名前を変更", "重命名 {name}";
        renamed(name: &str): "Renamed to {name}", "名前を {name} に変更しました", "已重命名为 {name}";
        move_: "Move", "移動", "移动";
        move_of(name: &str): "Move {name}", "{name} を移動", "移动 {name}";
        move_hint: "Its users and subsidiaries go along.", "ユーザーと子会社も一緒に移動します。", "其用户和子公司会一并移动。";
        moved(name: &str, parent: &str): "{name} now stands under {parent}", "{name} を {parent} の下に移動しました", "{name} 现位于 {parent} 之下";
        policy_of(name: &str): "Policy of {name}", "{name} のポリシー", "{name} 的策略";
        delete_of(name: &str): "Delete {name}", "{name} を削除", "删除 {name}";
        delete_title(name: &str): "Delete {name}?", "{name} を削除しますか?", "删除 {name}？";
        delete_text: "Only a company without users and subsidiaries can be deleted. This cannot be undone.", "ユーザーと子会社がない会社だけを削除できます。元に戻せません。", "只有没有用户和子公司的公司才能删除。此操作无法撤销。";
        deleted(name: &str): "{name} was deleted", "{name} を削除しました", "已删除 {name}";
        show_users: "Show its users", "ユーザーを表示", "查看其用户";
        users_of(count, name: &str): "{count} user of {name}" | "{count} users of {name}", "{name} のユーザー {count} 人", "{name} 的 {count} 个用户";
        stale: "Somebody has changed this company meanwhile. The list shows how it is now: look and try again.", "別の人がこの会社を変更しました。一覧を最新の状態にしました。確認してもう一度お試しください。", "其他人已更改此公司。列表已显示最新情况，请查看后重试。";
    }
}
