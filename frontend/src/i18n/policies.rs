//! Words about policy classes.

app::words! {
    /// The pages about policy classes.
    pub struct PolicyWords {
        title: "Policy classes", "ポリシークラス";
        about: "A policy class says what users are held to, or leaves it to the company above. The nearest company whose class says something decides.", "ポリシークラスは、ユーザーに求める規定を定めます。定めのない項目は上位の会社に従い、最も近い会社のクラスの定めが適用されます。";
        create: "Create policy class", "ポリシークラスの作成";
        edit_of(name: &str): "Edit {name}", "{name} を編集";
        view_of(name: &str): "See {name}", "{name} を表示";
        delete_of(name: &str): "Delete {name}", "{name} を削除";
        name: "Name", "名前";
        belongs_to: "Belongs to", "所属する会社";
        belongs_hint: "It can be used in this company and below.", "この会社とその下の会社で使えます。";
        from_above: "a company above", "上位の会社";
        used_by: "Used by", "使用中の会社";
        used_by_count(count): "{count} company" | "{count} companies", "{count} 社";
        nobody: "nobody yet", "未使用";
        says: "What it says", "定めている内容";
        says_nothing: "Everything is inherited", "すべて上位に従う";
        settings: "Settings", "設定項目";
        inherit: "Inherit", "上位に従う";
        set_value: "Set a value", "値を指定";
        value_of(setting: &str): "{setting}, value", "{setting}の値";
        now_in(company: &str, value: &str, origin: &str): "In {company} now: {value}, {origin}", "{company} の現在の値: {value}、{origin}";
        none_yet: "No policy classes yet. Doorward’s defaults hold everywhere.", "ポリシークラスはまだありません。すべての会社で Doorward の既定値が適用されます。";
        created(name: &str): "{name} was created. Choose it for a company on the Companies page.", "{name} を作成しました。「会社」ページで会社に指定できます。";
        saved(name: &str): "{name} was saved", "{name} を保存しました";
        deleted(name: &str): "{name} was deleted", "{name} を削除しました";
        delete_title(name: &str): "Delete {name}?", "{name} を削除しますか?";
        delete_unused: "No company uses it.", "使用している会社はありません。";
        delete_used(count): "{count} company uses it and will inherit from the company above." | "{count} companies use it and will inherit from the companies above.", "使用中の {count} 社は、上位の会社の規定に従うようになります。";
        delete_changed: "What deleting it would change has become another meanwhile. Look again.", "削除による変更の内容が変わりました。もう一度確認してください。";
        stale: "Somebody has changed this meanwhile. The page shows how it is now: look and try again.", "別の人が変更しました。最新の状態を表示しています。確認してもう一度お試しください。";
        impact_title: "What this changes", "この変更の影響";
        impact_none: "Nothing changes for anybody at the moment.", "現時点で変わるものはありません。";
        impact_companies(count): "{count} company" | "{count} companies", "{count} 社";
        impact_users(count): "{count} user" | "{count} users", "ユーザー {count} 人";
        impact_touches(companies: &str, users: &str): "Touches {companies} with {users}:", "対象: {companies}、{users}";
        and_more(count): "and {count} more", "ほか {count} 社";
        effect(setting: &str, before: &str, after: &str): "{setting}: {before} → {after}", "{setting}: {before} → {after}";
        effect_users(users: &str): "for {users}", "（{users}）";
        without_authenticator(count): "{count} of them has no authenticator yet and sets it up at the next sign-in." | "{count} of them have no authenticator yet and set it up at the next sign-in.", "うち {count} 人は認証アプリが未設定のため、次回サインイン時に設定します。";
        kept_out(count): "{count} user signed in during the last 30 days from where they would no longer get in." | "{count} users signed in during the last 30 days from where they would no longer get in.", "過去 30 日間に、今後利用できなくなるアドレスからサインインしたユーザーが {count} 人います。";
        user: "User", "ユーザー";
        save_for(companies: &str): "Save for {companies}", "保存（{companies}に適用）";
        review: "Review changes", "影響を確認";
        class: "Policy class", "ポリシークラス";
        no_class: "None: inherit from the company above", "なし（上位の会社に従う）";
        no_class_top: "None: Doorward’s defaults", "なし（Doorward の既定値）";
        in_force: "In force in this company", "この会社で有効な規定";
        setting: "Setting", "項目";
        value: "Value", "値";
        origin: "Where from", "定めた場所";
        assigned(company: &str): "The policy of {company} was saved", "{company} のポリシーを保存しました";
        manage: "Manage policy classes", "ポリシークラスの管理";
    }
}
