//! Words of the Roles pages and of the permission matrix.

app::words! {
    /// Roles, what they allow, who has them, and where a permission comes from.
    pub struct RoleWords {
        roles: "Roles", "ロール";
        all_roles: "Roles", "ロール";
        search: "Find a role", "ロールを検索";
        none_yet: "No roles yet.", "まだロールがありません。";
        nothing_matches: "No role of that name.", "該当するロールがありません。";
        name: "Name", "名前";
        name_hint: "As administrators read it when they choose a role.", "管理者がロールを選ぶときに表示されます。";
        description: "Description", "説明";
        description_hint: "What the role is for, in one sentence.", "ロールの用途を一文で入力します。";
        belongs_to: "Belongs to", "所属";
        belongs_hint: "The role can be used in this company and its subsidiaries.", "この会社とその子会社で使えます。";
        doorward: "Doorward", "標準";
        usable_in(company: &str): "{company} and its subsidiaries", "{company} とその子会社";
        usable_everywhere: "every company", "すべての会社";
        usable: "Can be used in", "使用範囲";
        users: "Users", "ユーザー数";
        users_with(count, role: &str): "{count} user with the role {role}" | "{count} users with the role {role}", "ロール {role} のユーザー {count} 人";
        over(count: &str): "over {count}", "{count} 超";

        create: "Create role", "ロールの作成";
        copy: "Copy", "コピー";
        copy_of(name: &str): "Copy {name}", "{name} をコピー";
        copied_name(name: &str): "Copy of {name}", "{name} のコピー";
        left_out(count): "{count} permission was left out, because you do not hold it yourself." | "{count} permissions were left out, because you do not hold them yourself.", "自分にない権限 {count} 件は除外しました。";
        edit: "Edit role", "ロールの編集";
        edit_of(name: &str): "Edit {name}", "{name} を編集";
        delete: "Delete", "削除";
        delete_of(name: &str): "Delete {name}", "{name} を削除";
        created(name: &str): "The role {name} was created", "ロール {name} を作成しました";
        saved(name: &str): "The role {name} was saved", "ロール {name} を保存しました";
        deleted(name: &str): "The role {name} was deleted", "ロール {name} を削除しました";
        own_texts_only: "You have this role yourself: its name and description can be changed here, what it allows by another administrator.", "自分に付与されているロールです。名前と説明は変更できますが、権限の変更はほかの管理者に依頼してください。";
        stale: "Somebody has changed this role meanwhile. This is how it is now: look and try again.", "別の人がこのロールを変更しました。最新の内容を確認してもう一度お試しください。";
        next: "Look at what changes", "変更の影響を確認";
        save: "Save", "保存";
        back: "Back", "戻る";
        nothing_changed: "Nothing has changed.", "変更はありません。";

        what_changes: "What changes", "変更の影響";
        nobody_has_it: "Nobody has this role yet.", "このロールを持つユーザーはまだいません。";
        nobody_affected(count): "{count} user has this role. Nothing changes for them: they have it otherwise." | "{count} users have this role. Nothing changes for them: they have it otherwise.", "このロールを持つユーザーは {count} 人です。ほかのロールなどで同じ権限があるため、影響はありません。";
        affected(affected: &str, all: &str): "It changes at once for {affected} of the {all} users who have this role:", "このロールを持つ {all} 人のうち {affected} 人に直ちに反映されます:";
        only_first: "Only the first 10,000 were looked at.", "最初の 10,000 人だけを確認しました。";
        texts_only: "Only the name or the description changes.", "名前または説明だけが変わります。";
        gains: "gains", "追加";
        loses: "loses", "削除";
        and_more(count): "and {count} more" | "and {count} more", "ほか {count} 人";

        permissions: "Permissions", "権限";
        function_point: "Function point", "機能";
        what_it_allows: "What it allows", "許可される操作";
        who_has_it: "Who has it", "付与されているユーザー";
        elsewhere(count): "{count} more user beyond your companies has this role." | "{count} more users beyond your companies have this role.", "管理範囲の外のユーザー {count} 人もこのロールを持っています。";
        not_named(count): "{count} user has this role." | "{count} users have this role.", "{count} 人がこのロールを持っています。";
        user_name: "User name", "ユーザー名";
        full_name: "Name", "氏名";
        company: "Company", "会社";
        status: "Status", "状態";
        back_to_roles: "Roles", "ロール";
        default_for(kinds: &str): "Default for new users: {kinds}", "新しいユーザーの既定: {kinds}";

        delete_title(name: &str): "Delete the role {name}?", "ロール {name} を削除しますか?";
        delete_nobody: "Nobody has it. This cannot be undone.", "持っているユーザーはいません。元に戻せません。";
        delete_holders(count): "{count} user has this role and loses it at once:" | "{count} users have this role and lose it at once:", "{count} 人がこのロールを持っており、直ちに外れます:";
        delete_left(count): "{count} of them has no other role and gets the default role." | "{count} of them have no other role and get the default role.", "そのうち {count} 人はほかにロールがないため、既定のロールになります。";
        delete_not_undone: "This cannot be undone.", "元に戻せません。";

        defaults: "Default roles", "既定のロール";
        defaults_text: "What a new user gets when no role is chosen.", "ロールを選ばずに追加したユーザーに付与されます。";
        kind: "Kind of company", "会社の種別";
        role: "Role", "ロール";
        change: "Change", "変更";
        change_default_of(kind: &str): "Change the default role: {kind}", "既定のロールを変更: {kind}";
        default_hint: "Roles that came with Doorward and those of the operator can be used everywhere.", "標準のロールと運営会社のロールは、すべての会社で使えます。";
        default_saved(kind: &str, role: &str): "{kind}: new users get the role {role}", "{kind}: 新しいユーザーに {role} を付与します";

        held: "yes", "あり";
        not_held: "no", "なし";
        by_role: "by role", "ロール";
        by_itself: "individually", "個別";
        by_both: "by role and individually", "ロールと個別";
        why_cell(permission: &str, channel: &str, held: &str): "{permission}, {channel}: {held}. Why?", "{permission}、{channel}: {held}。理由を表示";
        cell(permission: &str, channel: &str): "{permission}, {channel}", "{permission}、{channel}";
        cell_barred(permission: &str, channel: &str): "{permission}, {channel} (you do not hold it yourself)", "{permission}、{channel}（自分にない権限）";
        cell_by_role(permission: &str, channel: &str): "{permission}, {channel} (given by a role already)", "{permission}、{channel}（ロールで付与済み）";
        why_role(role: &str): "By the role {role}", "ロール {role}";
        why_individually: "Given individually", "個別に付与";
        changed_by_nobody: "It came with Doorward and stays as it is.", "標準のロールのため、内容は変わりません。";
        changed_by(company: &str): "Changed by administrators of {company} and above.", "{company} とその上位の会社の管理者が変更できます。";
        taken_by(company: &str): "Given and taken by administrators of {company} and above.", "{company} とその上位の会社の管理者が付与・解除できます。";
        barred_legend: "A grey box: you do not hold this permission yourself, so you cannot give it.", "灰色の欄は自分にない権限のため、付与できません。";
        by_role_legend: "Given by a chosen role. A tick beside it gives it individually as well.", "選択したロールで付与されます。チェックを入れると個別にも付与します。";

        edit_access: "Edit access", "アクセス権の編集";
        access_of(login_id: &str): "Access of {login_id}", "{login_id} のアクセス権";
        individually: "Individual permissions", "個別の権限";
        access_saved(login_id: &str): "The access of {login_id} was saved", "{login_id} のアクセス権を保存しました";
        access_stale: "Somebody has changed this user meanwhile. This is how it is now: look and try again.", "別の人がこのユーザーを変更しました。最新の内容を確認してもう一度お試しください。";
        in_total(plus: &str, minus: &str): "+{plus} −{minus}", "+{plus} −{minus}";
        no_difference: "No change to what they may do.", "許可される操作に変更はありません。";
        no_role_difference: "No change to what the role allows.", "ロールの権限に変更はありません。";
        show_changes: "What changes", "変更の内容";
        grants_change: "Individual permissions change; what they may do in all stays the same.", "個別の権限が変わりますが、許可される操作の合計は変わりません。";
        roles_change: "The roles change; what they may do in all stays the same.", "ロールが変わりますが、許可される操作の合計は変わりません。";
    }
}
