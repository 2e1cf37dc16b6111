//! Words of the Roles pages and of the permission matrix.

app::words! {
    /// Roles, what they allow, who has them, and where a permission comes from.
    pub struct RoleWords {
        roles: "Roles", "ロール", "角色";
        all_roles: "Roles", "ロール", "角色";
        search: "Find a role", "ロールを検索", "查找角色";
        none_yet: "No roles yet.", "まだロールがありません。", "还没有角色。";
        nothing_matches: "No role of that name.", "該当するロールがありません。", "没有该名称的角色。";
        name: "Name", "名前", "名称";
        name_hint: "As administrators read it when they choose a role.", "管理者がロールを選ぶときに表示されます。", "管理员选择角色时看到的名称。";
        description: "Description", "説明", "说明";
        description_hint: "What the role is for, in one sentence.", "ロールの用途を一文で入力します。", "用一句话说明角色的用途。";
        belongs_to: "Belongs to", "所属", "所属公司";
        belongs_hint: "The role can be used in this company and its subsidiaries.", "この会社とその子会社で使えます。", "此角色可在该公司及其子公司使用。";
        doorward: "Doorward", "標準", "Doorward";
        usable_in(company: &str): "{company} and its subsidiaries", "{company} とその子会社", "{company} 及其子公司";
        usable_everywhere: "every company", "すべての会社", "所有公司";
        usable: "Can be used in", "使用範囲", "使用范围";
        users: "Users", "ユーザー数", "用户数";
        users_with(count, role: &str): "{count} user with the role {role}" | "{count} users with the role {role}", "ロール {role} のユーザー {count} 人", "拥有角色 {role} 的 {count} 个用户";
        over(count: &str): "over {count}", "{count} 超", "超过 {count}";

        create: "Create role", "ロールの作成", "创建角色";
        copy: "Copy", "コピー", "复制";
        copy_of(name: &str): "Copy {name}", "{name} をコピー", "复制 {name}";
        copied_name(name: &str): "Copy of {name}", "{name} のコピー", "{name} 的副本";
        left_out(count): "{count} permission was left out, because you do not hold it yourself." | "{count} permissions were left out, because you do not hold them yourself.", "自分にない権限 {count} 件は除外しました。", "{count} 项权限因您自己没有而被略过。";
        edit: "Edit role", "ロールの編集", "编辑角色";
        edit_of(name: &str): "Edit {name}", "{name} を編集", "编辑 {name}";
        delete: "Delete", "削除", "删除";
        delete_of(name: &str): "Delete {name}", "{name} を削除", "删除 {name}";
        created(name: &str): "The role {name} was created", "ロール {name} を作成しました", "已创建角色 {name}";
        saved(name: &str): "The role {name} was saved", "ロール {name} を保存しました", "已保存角色 {name}";
        deleted(name: &str): "The role {name} was deleted", "ロール {name} を削除しました", "已删除角色 {name}";
        own_texts_only: "You have this role yourself: its name and description can be changed here, what it allows by another administrator.", "自分に付与されているロールです。名前と説明は変更できますが、権限の変更はほかの管理者に依頼してください。", "您自己拥有此角色：可在此更改名称和说明，权限须由其他管理员更改。";
        stale: "Somebody has changed this role meanwhile. This is how it is now: look and try again.", "別の人がこのロールを変更しました。最新の内容を確認してもう一度お試しください。", "其他人已更改此角色。以下是最新情况，请查看后重试。";
        next: "Look at what changes", "変更の影響を確認", "查看影响";
        save: "Save", "保存", "保存";
        back: "Back", "戻る", "返回";
        nothing_changed: "Nothing has changed.", "変更はありません。", "没有更改。";

        what_changes: "What changes", "変更の影響", "更改的影响";
        nobody_has_it: "Nobody has this role yet.", "このロールを持つユーザーはまだいません。", "还没有用户拥有此角色。";
        nobody_affected(count): "{count} user has this role. Nothing changes for them: they have it otherwise." | "{count} users have this role. Nothing changes for them: they have it otherwise.", "このロールを持つユーザーは {count} 人です。ほかのロールなどで同じ権限があるため、影響はありません。", "{count} 个用户拥有此角色，但不受影响：他们已通过其他方式拥有这些权限。";
        affected(affected: &str, all: &str): "It changes at once for {affected} of the {all} users who have this role:", "このロールを持つ {all} 人のうち {affected} 人に直ちに反映されます:", "拥有此角色的 {all} 个用户中，有 {affected} 个会立即受到影响：";
        only_first: "Only the first 10,000 were looked at.", "最初の 10,000 人だけを確認しました。", "仅检查了前 10,000 个。";
        texts_only: "Only the name or the description changes.", "名前または説明だけが変わります。", "仅名称或说明有更改。";
        gains: "gains", "追加", "增加";
        loses: "loses", "削除", "减少";
        and_more(count): "and {count} more" | "and {count} more", "ほか {count} 人", "以及另外 {count} 个";

        permissions: "Permissions", "権限", "权限";
        holds_nothing: "No permission: this user signs in and administers nothing.", "権限はありません。サインインのみ行えます。", "没有权限：该用户只能登录，不能进行管理。";
        show_all: "Show everything there is", "すべての機能を表示", "显示全部功能";
        show_held: "Show only what is held", "付与されているものだけを表示", "仅显示已授予的";
        function_point: "Function point", "機能", "功能点";
        what_it_allows: "What it allows", "許可される操作", "允许的操作";
        who_has_it: "Who has it", "付与されているユーザー", "拥有者";
        elsewhere(count): "{count} more user beyond your companies has this role." | "{count} more users beyond your companies have this role.", "管理範囲の外のユーザー {count} 人もこのロールを持っています。", "您管理范围之外还有 {count} 个用户拥有此角色。";
        not_named(count): "{count} user has this role." | "{count} users have this role.", "{count} 人がこのロールを持っています。", "{count} 个用户拥有此角色。";
        user_name: "User name", "ユーザー名", "用户名";
        full_name: "Name", "氏名", "姓名";
        company: "Company", "会社", "公司";
        status: "Status", "状態", "状态";
        back_to_roles: "Roles", "ロール", "角色";
        default_for(kinds: &str): "Default for new users: {kinds}", "新しいユーザーの既定: {kinds}", "新用户的默认角色：{kinds}";

        delete_title(name: &str): "Delete the role {name}?", "ロール {name} を削除しますか?", "删除角色 {name}？";
        delete_nobody: "Nobody has it. This cannot be undone.", "持っているユーザーはいません。元に戻せません。", "没有用户拥有此角色。此操作无法撤销。";
        delete_holders(count): "{count} user has this role and loses it at once:" | "{count} users have this role and lose it at once:", "{count} 人がこのロールを持っており、直ちに外れます:", "{count} 个用户拥有此角色，删除后立即失去：";
        delete_left(count): "{count} of them has no other role and gets the default role." | "{count} of them have no other role and get the default role.", "そのうち {count} 人はほかにロールがないため、既定のロールになります。", "其中 {count} 个没有其他角色，将获得默认角色。";
        delete_not_undone: "This cannot be undone.", "元に戻せません。", "此操作无法撤销。";

        defaults: "Default roles", "既定のロール", "默认角色";
        defaults_text: "What a new user gets when no role is chosen.", "ロールを選ばずに追加したユーザーに付与されます。", "未选择角色时，新用户获得的角色。";
        kind: "Kind of company", "会社の種別", "公司类型";
        role: "Role", "ロール", "角色";
        change: "Change", "変更", "更改";
        change_default_of(kind: &str): "Change the default role: {kind}", "既定のロールを変更: {kind}", "更改默认角色：{kind}";
        default_hint: "Roles that came with Doorward and those of the operator can be used everywhere.", "標準のロールと運営会社のロールは、すべての会社で使えます。", "Doorward 自带的角色和运营商的角色可在所有公司使用。";
        default_saved(kind: &str, role: &str): "{kind}: new users get the role {role}", "{kind}: 新しいユーザーに {role} を付与します", "{kind}：新用户将获得角色 {role}";

        held: "yes", "あり", "有";
        not_held: "no", "なし", "无";
        by_role: "by role", "ロール", "来自角色";
        by_itself: "individually", "個別", "单独授予";
        by_both: "by role and individually", "ロールと個別", "来自角色并单独授予";
        why_cell(permission: &str, channel: &str, held: &str): "{permission}, {channel}: {held}. Why?", "{permission}、{channel}: {held}。理由を表示", "{permission}，{channel}：{held}。查看原因";
        cell(permission: &str, channel: &str): "{permission}, {channel}", "{permission}、{channel}", "{permission}，{channel}";
        cell_barred(permission: &str, channel: &str): "{permission}, {channel} (you do not hold it yourself)", "{permission}、{channel}（自分にない権限）", "{permission}，{channel}（您自己没有此权限）";
        cell_by_role(permission: &str, channel: &str): "{permission}, {channel} (given by a role already)", "{permission}、{channel}（ロールで付与済み）", "{permission}，{channel}（已由角色授予）";
        why_role(role: &str): "By the role {role}", "ロール {role}", "来自角色 {role}";
        why_individually: "Given individually", "個別に付与", "单独授予";
        changed_by_nobody: "It came with Doorward and stays as it is.", "標準のロールのため、内容は変わりません。", "Doorward 自带，不可更改。";
        changed_by(company: &str): "Changed by administrators of {company} and above.", "{company} とその上位の会社の管理者が変更できます。", "可由 {company} 及其上级的管理员更改。";
        taken_by(company: &str): "Given and taken by administrators of {company} and above.", "{company} とその上位の会社の管理者が付与・解除できます。", "可由 {company} 及其上级的管理员授予和收回。";
        barred_legend: "A grey box: you do not hold this permission yourself, so you cannot give it.", "灰色の欄は自分にない権限のため、付与できません。", "灰色方框：您自己没有此权限，因此不能授予。";
        by_role_legend: "Given by a chosen role. A tick beside it gives it individually as well.", "選択したロールで付与されます。チェックを入れると個別にも付与します。", "已由所选角色授予。勾选旁边的方框可再单独授予。";

        edit_access: "Edit access", "アクセス権の編集", "编辑访问权限";
        access_of(login_id: &str): "Access of {login_id}", "{login_id} のアクセス権", "{login_id} 的访问权限";
        individually: "Individual permissions", "個別の権限", "单独授予的权限";
        access_saved(login_id: &str): "The access of {login_id} was saved", "{login_id} のアクセス権を保存しました", "已保存 {login_id} 的访问权限";
        access_stale: "Somebody has changed this user meanwhile. This is how it is now: look and try again.", "別の人がこのユーザーを変更しました。最新の内容を確認してもう一度お試しください。", "其他人已更改此用户。以下是最新情况，请查看后重试。";
        in_total(plus: &str, minus: &str): "+{plus} −{minus}", "+{plus} −{minus}", "+{plus} −{minus}";
        no_difference: "No change to what they may do.", "許可される操作に変更はありません。", "可执行的操作没有变化。";
        no_role_difference: "No change to what the role allows.", "ロールの権限に変更はありません。", "角色包含的权限没有变化。";
        show_changes: "What changes", "変更の内容", "更改的影响";
        grants_change: "Individual permissions change; what they may do in all stays the same.", "個別の権限が変わりますが、許可される操作の合計は変わりません。", "单独授予的权限有更改，但可执行的操作总体不变。";
        roles_change: "The roles change; what they may do in all stays the same.", "ロールが変わりますが、許可される操作の合計は変わりません。", "角色有更改，但可执行的操作总体不变。";
    }
}
