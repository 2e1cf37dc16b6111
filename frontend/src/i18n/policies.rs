//! Words about policy classes.

app::words! {
    /// The pages about policy classes.
    pub struct PolicyWords {
        title: "Policy classes", "ポリシークラス", "策略类";
        about: "A policy class says what users are held to, or leaves it to the company above. The nearest company whose class says something decides.", "ポリシークラスは、ユーザーに求める規定を定めます。定めのない項目は上位の会社に従い、最も近い会社のクラスの定めが適用されます。", "策略类规定对用户的要求，未规定的由上级公司决定。以最近一级有规定的公司的策略类为准。";
        create: "Create policy class", "ポリシークラスの作成", "创建策略类";
        edit_of(name: &str): "Edit {name}", "{name} を編集", "编辑 {name}";
        view_of(name: &str): "See {name}", "{name} を表示", "查看 {name}";
        delete_of(name: &str): "Delete {name}", "{name} を削除", "删除 {name}";
        name: "Name", "名前", "名称";
        belongs_to: "Belongs to", "所属する会社", "所属公司";
        belongs_hint: "It can be used in this company and below.", "この会社とその下の会社で使えます。", "可在该公司及其下级使用。";
        from_above: "a company above", "上位の会社", "上级公司";
        used_by: "Used by", "使用中の会社", "使用者";
        used_by_count(count): "{count} company" | "{count} companies", "{count} 社", "{count} 家公司";
        nobody: "nobody yet", "未使用", "尚未使用";
        says: "What it says", "定めている内容", "设置内容";
        says_nothing: "Everything is inherited", "すべて上位に従う", "全部继承";
        settings: "Settings", "設定項目", "设置";
        inherit: "Inherit", "上位に従う", "继承";
        set_value: "Set a value", "値を指定", "指定值";
        value_of(setting: &str): "{setting}, value", "{setting}の値", "{setting}，值";
        now_in(company: &str, value: &str, origin: &str): "In {company} now: {value}, {origin}", "{company} の現在の値: {value}、{origin}", "{company} 当前：{value}，{origin}";
        none_yet: "No policy classes yet. Doorward’s defaults hold everywhere.", "ポリシークラスはまだありません。すべての会社で Doorward の既定値が適用されます。", "还没有策略类，各处均使用 Doorward 默认值。";
        created(name: &str): "{name} was created. Choose it for a company on the Companies page.", "{name} を作成しました。「会社」ページで会社に指定できます。", "已创建 {name}，可在“公司”页面为公司选用。";
        saved(name: &str): "{name} was saved", "{name} を保存しました", "已保存 {name}";
        deleted(name: &str): "{name} was deleted", "{name} を削除しました", "已删除 {name}";
        delete_title(name: &str): "Delete {name}?", "{name} を削除しますか?", "删除 {name}？";
        delete_unused: "No company uses it.", "使用している会社はありません。", "没有公司使用它。";
        delete_used(count): "{count} company uses it and will inherit from the company above." | "{count} companies use it and will inherit from the companies above.", "使用中の {count} 社は、上位の会社の規定に従うようになります。", "有 {count} 家公司使用它，删除后将继承上级公司的设置。";
        delete_changed: "What deleting it would change has become another meanwhile. Look again.", "削除による変更の内容が変わりました。もう一度確認してください。", "删除所带来的更改在此期间已发生变化，请重新查看。";
        stale: "Somebody has changed this meanwhile. The page shows how it is now: look and try again.", "別の人が変更しました。最新の状態を表示しています。確認してもう一度お試しください。", "其他人已做了更改。页面已显示最新情况，请查看后重试。";
        impact_title: "What this changes", "この変更の影響", "更改的影响";
        impact_none: "Nothing changes for anybody at the moment.", "現時点で変わるものはありません。", "目前不会影响任何人。";
        impact_companies(count): "{count} company" | "{count} companies", "{count} 社", "{count} 家公司";
        impact_users(count): "{count} user" | "{count} users", "ユーザー {count} 人", "{count} 个用户";
        impact_touches(companies: &str, users: &str): "Touches {companies} with {users}:", "対象: {companies}、{users}", "影响 {companies}、{users}：";
        and_more(count): "and {count} more", "ほか {count} 社", "以及另外 {count} 家";
        effect(setting: &str, before: &str, after: &str): "{setting}: {before} → {after}", "{setting}: {before} → {after}", "{setting}：{before} → {after}";
        effect_users(users: &str): "for {users}", "（{users}）", "（{users}）";
        without_authenticator(count): "{count} of them has no authenticator yet and sets it up at the next sign-in." | "{count} of them have no authenticator yet and set it up at the next sign-in.", "うち {count} 人は認証アプリが未設定のため、次回サインイン時に設定します。", "其中 {count} 个用户还没有身份验证器，须在下次登录时设置。";
        kept_out(count): "{count} user signed in during the last 30 days from where they would no longer get in." | "{count} users signed in during the last 30 days from where they would no longer get in.", "過去 30 日間に、今後利用できなくなるアドレスからサインインしたユーザーが {count} 人います。", "最近 30 天内，有 {count} 个用户从今后不再允许的地址登录。";
        user: "User", "ユーザー", "用户";
        save_for(companies: &str): "Save for {companies}", "保存（{companies}に適用）", "为 {companies} 保存";
        review: "Review changes", "影響を確認", "查看影响";
        class: "Policy class", "ポリシークラス", "策略类";
        no_class: "None: inherit from the company above", "なし（上位の会社に従う）", "无：继承上级公司的设置";
        no_class_top: "None: Doorward’s defaults", "なし（Doorward の既定値）", "无：使用 Doorward 默认值";
        in_force: "In force in this company", "この会社で有効な規定", "该公司当前生效的设置";
        setting: "Setting", "項目", "设置";
        value: "Value", "値", "值";
        origin: "Where from", "定めた場所", "来源";
        assigned(company: &str): "The policy of {company} was saved", "{company} のポリシーを保存しました", "已保存 {company} 的策略";
        manage: "Manage policy classes", "ポリシークラスの管理", "管理策略类";
    }
}
