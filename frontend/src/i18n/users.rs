//! Words of Manage Users, User Detail, Add User, Edit User and Delete.

app::words! {
    /// The administrators' pages about users.
    pub struct UserWords {
        manage_users: "Manage Users", "ユーザー管理", "用户管理";
        import: "Import CSV", "CSV インポート", "导入 CSV";
        export: "Export CSV", "CSV エクスポート", "导出 CSV";
        add_user: "Add User", "ユーザーの追加", "添加用户";
        add_user_to(company: &str): "Add a user to {company}", "{company} にユーザーを追加", "向 {company} 添加用户";
        edit: "Edit", "編集", "编辑";
        edit_user: "Edit User", "ユーザーの編集", "编辑用户";
        edit_of(login_id: &str): "Edit {login_id}", "{login_id} を編集", "编辑 {login_id}";
        delete_of(login_id: &str): "Delete {login_id}", "{login_id} を削除", "删除 {login_id}";
        restore_of(login_id: &str): "Restore {login_id}", "{login_id} を元に戻す", "还原 {login_id}";
        purge_of(login_id: &str): "Purge {login_id}", "{login_id} を完全に削除", "彻底删除 {login_id}";
        user_detail: "User Detail", "ユーザー詳細", "用户详情";

        users_of(company: &str): "Users of {company}", "{company} のユーザー", "{company} 的用户";
        users_of_all: "Users of all companies", "すべての会社のユーザー", "所有公司的用户";
        with_subsidiaries: "with subsidiaries", "子会社を含む", "包含子公司";

        search: "Name, login ID or e-mail", "名前、ログイン ID、メールアドレス", "姓名、登录 ID 或电子邮件";
        status: "Status", "状態", "状态";
        role: "Role", "ロール", "角色";
        two_factor: "Two-factor", "二要素認証", "双因素";
        more_filters: "More", "その他", "更多";
        expiring: "Expiring soon", "期限が近いユーザー", "即将到期";
        expiring_within(days): "expiring in {days} day" | "expiring in {days} days", "{days} 日以内に期限切れ", "{days} 天内到期";
        sub_users_of(login_id: &str): "sub-users of {login_id}", "{login_id} のサブユーザー", "{login_id} 的子用户";
        idle: "Last sign-in", "最終サインイン", "上次登录";
        idle_for(days): "not signed in for {days} day" | "not signed in for {days} days", "{days} 日以上サインインなし", "{days} 天未登录";
        columns: "Columns", "列", "列";
        role_chosen: "role chosen", "ロール指定", "已选角色";

        user_name: "User name", "ユーザー名", "用户名";
        name: "Name", "氏名", "姓名";
        email: "E-mail", "メールアドレス", "电子邮件";
        company: "Company", "会社", "公司";
        last_sign_in: "Last sign-in", "最終サインイン", "上次登录";
        expires: "Expires", "有効期限", "到期时间";
        never: "never", "なし", "从未";
        none_yet: "Nobody here yet.", "まだユーザーがいません。", "还没有用户。";
        bin_empty: "The bin is empty.", "ごみ箱は空です。", "回收站为空。";
        nothing_matches: "No user matches these filters.", "条件に一致するユーザーがいません。", "没有符合筛选条件的用户。";
        back_to_list: "Manage Users", "ユーザー管理", "用户管理";

        login_id: "Login ID", "ログイン ID", "登录 ID";
        login_id_hint: "Typed at sign-in. It never changes.", "サインイン時に入力します。後から変更できません。", "登录时输入的 ID，以后不能更改。";
        email_hint: "The User Registration Acceptance Email goes here.", "ユーザー登録受付メールの送信先です。", "用户注册受理邮件将发送到此地址。";
        first_name: "First name", "名", "名";
        last_name: "Last name", "姓", "姓";
        related_companies: "Related companies", "関連会社", "关联公司";
        related_hint: "Their administrators' rights reach these companies and their subsidiaries too.", "管理者の場合、これらの会社とその子会社も操作の対象になります。", "如为管理员，其权限也适用于这些公司及其子公司。";
        roles: "Roles", "ロール", "角色";
        roles_hint: "With none ticked, the user gets the default role of the company.", "選択しない場合は会社の既定のロールになります。", "如不勾选，用户将获得公司的默认角色。";
        role_not_yours: "holds rights that you do not have", "自分にない権限を含みます", "包含您没有的权限";
        roles_not_yours: "You may not give or take roles.", "ロールを変更する権限がありません。", "您不能授予或收回角色。";
        expiration_date: "Expiration date", "有効期限", "到期日期";
        otp_configured: "OTP Configured", "OTP 設定", "配置 OTP";
        otp_hint: "The user scans a QR code and enters one-time codes from then on.", "ユーザーは初回に QR コードを読み取り、以後はワンタイムコードを入力します。", "用户须扫描二维码，此后登录时输入一次性验证码。";
        otp_now(state: &str, origin: &str): "As defined by the policy class now means: {state}, {origin}.", "ポリシークラスの現在の規定: {state}、{origin}。", "“由策略类决定”目前为：{state}，{origin}。";
        otp_moved: "What the policy class of the new company says holds.", "新しい会社のポリシークラスに従います。", "以新公司的策略类为准。";
        otp_anyway(origin: &str): "Required in any case, {origin}: also without a tick the user sets up an authenticator.", "チェックがなくても必須です（{origin}）。ユーザーは認証アプリを設定します。", "无论是否勾选都必须使用（{origin}）：用户须设置身份验证器。";
        policy_now(state: &str, origin: &str): "{state}, {origin}", "{state}、{origin}", "{state}，{origin}";
        language: "Language", "言語", "语言";
        time_zone: "Time zone", "タイムゾーン", "时区";
        parent_level: "Parent-level user", "親ユーザーとして作成", "父级用户";
        parent_level_hint: "Belongs to no other user: not deleted along with you.", "どのユーザーにも属さず、あなたが削除されても残ります。", "不属于任何其他用户，不会随您一并删除。";
        service: "Service account", "サービスアカウント", "服务账户";
        service_hint: "For a program: no invitation, no password. It acts by API tokens, which you issue on User Detail.", "プログラム専用です。招待もパスワードもなく、ユーザー詳細で発行する API トークンで動作します。", "供程序使用：没有邀请，也没有密码。它通过您在用户详情中签发的 API 令牌进行操作。";
        service_added(login_id: &str): "{login_id} was added. Issue its API token on User Detail.", "{login_id} を追加しました。API トークンはユーザー詳細で発行してください。", "已添加 {login_id}。请在用户详情中签发其 API 令牌。";
        issue_credentials: "Issue Credentials", "クレデンシャル発行", "签发凭据";
        invitation_queued(email: &str): "Invitation queued for {email}", "{email} への招待を送信待ちに追加しました", "发往 {email} 的邀请已排队";
        save: "Save", "保存", "保存";
        saved(login_id: &str): "{login_id} saved", "{login_id} を保存しました", "已保存 {login_id}";
        nothing_changed: "Nothing has changed.", "変更はありません。", "没有更改。";

        stale_title: "Somebody else has changed this user", "別の人がこのユーザーを変更しました", "其他人已更改此用户";
        stale_text: "Since you opened it, these fields have become different. Choose what holds, then save again.", "開いたあとに次の項目が変わりました。残す内容を選んで、もう一度保存してください。", "您打开之后，以下字段已发生变化。请选择要保留的内容，然后重新保存。";
        stale_none: "What they changed does not touch what you typed. Save again.", "相手の変更は入力内容と重なっていません。もう一度保存してください。", "对方的更改与您输入的内容无关，请重新保存。";
        field: "Field", "項目", "字段";
        theirs: "Theirs", "相手の変更", "对方的更改";
        yours: "Yours", "自分の入力", "您的输入";

        profile: "Profile", "プロフィール", "资料";
        sign_in_section: "Sign-in and two-factor", "サインインと二要素認証", "登录和双因素身份验证";
        access: "Access", "アクセス権", "访问权限";
        sessions: "Sessions", "セッション", "会话";
        activity: "Activity", "操作履歴", "活动";
        company_path: "Company path", "会社の階層", "公司路径";
        copy_login_id: "Copy the login ID", "ログイン ID をコピー", "复制登录 ID";
        signed_in: "Last sign-in", "最終サインイン", "上次登录";
        created: "Created", "作成日時", "创建时间";
        deleted: "Deleted", "削除日時", "删除时间";
        parent_user: "Parent user", "親ユーザー", "父用户";
        no_parent: "none (parent-level user)", "なし（親ユーザー）", "无（父级用户）";
        sub_users: "Sub-users", "サブユーザー", "子用户";
        no_end: "no end", "無期限", "永不到期";

        setting: "Setting", "設定", "设置";
        in_force: "In force", "現在の扱い", "当前生效";
        required: "A code is asked at sign-in", "サインイン時にコードが必要", "登录时需要验证码";
        not_required: "No code is asked at sign-in", "サインイン時にコードは不要", "登录时不需要验证码";
        authenticator: "Authenticator", "認証アプリ", "身份验证器";
        enrolled_since: "set up since", "設定日時", "设置时间";
        not_enrolled: "not set up", "未設定", "未设置";
        recovery_codes: "Recovery codes left", "リカバリーコード残数", "剩余恢复代码";
        invitation: "Invitation", "招待", "邀请";
        no_invitation: "none was sent", "送信されていません", "未发送";
        invitation_ends: "ends", "期限", "到期";
        invitation_history(count): "{count} invitation" | "All {count} invitations", "招待の履歴（{count} 件）", "全部 {count} 个邀请";
        issued: "Issued", "発行日時", "签发时间";
        state: "State", "状態", "状态";
        sent_to: "Sent to", "送信先", "发送至";
        ends: "Ends", "期限", "到期";
        lockout: "Lockout", "ロック", "锁定";
        not_locked: "none", "なし", "无";
        locked_until: "Failed sign-ins slow this account down until", "サインインの失敗により制限中。解除予定:", "因登录失败而受限，直至";
        unlock: "Unlock", "ロック解除", "解除锁定";
        unlocked(login_id: &str): "{login_id} is unlocked", "{login_id} のロックを解除しました", "已解除 {login_id} 的锁定";

        scope: "Scope", "管理範囲", "管理范围";
        scope_text(company: &str): "{company} and its subsidiaries", "{company} とその子会社", "{company} 及其子公司";
        no_roles: "none", "なし", "无";

        no_sessions: "Not signed in anywhere.", "サインイン中のセッションはありません。", "未在任何地方登录。";
        device: "Browser or app", "ブラウザーまたはアプリ", "浏览器或应用";
        address: "Address", "アドレス", "地址";
        began: "Signed in", "サインイン日時", "登录时间";
        last_used: "Last used", "最終利用", "上次使用";
        this_session: "this one", "このセッション", "当前会话";
        end_session_of(device: &str): "End the session {device}", "セッション {device} を終了", "结束会话 {device}";
        end_all: "End all sessions", "すべてのセッションを終了", "结束所有会话";
        end_all_of(login_id: &str): "End all sessions of {login_id}?", "{login_id} のセッションをすべて終了しますか?", "结束 {login_id} 的所有会话？";
        end_all_text: "They are signed out everywhere at once and can sign in again.", "すべての場所で直ちにサインアウトされます。再度サインインできます。", "该用户会立即在各处退出登录，之后可以重新登录。";
        session_ended: "Session ended", "セッションを終了しました", "会话已结束";
        sessions_ended(count): "{count} session ended" | "{count} sessions ended", "{count} 件のセッションを終了しました", "已结束 {count} 个会话";

        no_activity: "Nothing has happened yet.", "まだ履歴がありません。", "还没有活动。";
        all_in_audit: "All in Audit", "監査ログですべて見る", "在审计日志中查看全部";

        enable_tfa: "Enable TFA", "二要素認証を有効化", "启用双因素";
        disable_tfa: "Disable TFA", "二要素認証を無効化", "停用双因素";
        reset_tfa: "Reset TFA", "二要素認証をリセット", "重置双因素";
        tfa_enabled(login_id: &str): "TFA is enabled for {login_id}", "{login_id} の二要素認証を有効にしました", "已为 {login_id} 启用双因素身份验证";
        tfa_disabled(login_id: &str): "TFA is disabled for {login_id}", "{login_id} の二要素認証を無効にしました", "已为 {login_id} 停用双因素身份验证";
        tfa_was_reset(login_id: &str): "TFA is reset for {login_id}", "{login_id} の二要素認証をリセットしました", "已重置 {login_id} 的双因素身份验证";
        disable_tfa_of(login_id: &str): "Disable TFA for {login_id}?", "{login_id} の二要素認証を無効にしますか?", "为 {login_id} 停用双因素身份验证？";
        disable_tfa_text: "From the next sign-in on, the password alone is asked. The user is told by mail.", "次回のサインインからパスワードだけで入れるようになります。ユーザーにはメールで通知されます。", "自下次登录起只需输入密码。该用户会收到邮件通知。";
        reset_tfa_of(login_id: &str): "Reset TFA for {login_id}?", "{login_id} の二要素認証をリセットしますか?", "重置 {login_id} 的双因素身份验证？";
        reset_tfa_authenticator: "The authenticator and the recovery codes stop working.", "認証アプリとリカバリーコードは使えなくなります。", "身份验证器和恢复代码将失效。";
        reset_tfa_sessions: "All sessions of this user end.", "このユーザーのセッションはすべて終了します。", "该用户的所有会话都会结束。";
        reset_tfa_qr: "At the next sign-in the user meets a new QR code.", "次回のサインイン時に新しい QR コードが表示されます。", "该用户下次登录时会看到新的二维码。";
        issue_again_of(login_id: &str): "Issue credentials for {login_id}?", "{login_id} のクレデンシャルを発行しますか?", "为 {login_id} 签发凭据？";
        issue_again_text(email: &str): "A new User Registration Acceptance Email goes to {email}.", "新しいユーザー登録受付メールを {email} に送信します。", "新的用户注册受理邮件将发送到 {email}。";
        issue_again_voids: "The link of an older one stops working.", "以前のリンクは使えなくなります。", "之前的链接将失效。";
        disable: "Disable", "無効にする", "停用";
        enable: "Enable", "有効にする", "启用";
        disable_of(login_id: &str): "Disable {login_id}?", "{login_id} を無効にしますか?", "停用 {login_id}？";
        disable_text: "They cannot sign in until somebody enables them again. Their sessions end at once.", "再び有効にするまでサインインできません。セッションは直ちに終了します。", "在重新启用之前，该用户无法登录，其会话会立即结束。";
        disabled(login_id: &str): "{login_id} is disabled", "{login_id} を無効にしました", "已停用 {login_id}";
        enabled(login_id: &str): "{login_id} is enabled", "{login_id} を有効にしました", "已启用 {login_id}";
        actions_for(login_id: &str): "Actions for {login_id}", "{login_id} の操作", "对 {login_id} 的操作";
        oneself: "This is your own account.", "自分のアカウントです。", "这是您自己的账户。";
        oneself_acting: "This is your own account. What would weaken or close it, such as Reset TFA, Disable or Delete, another administrator does for you.", "自分のアカウントです。二要素認証のリセット、無効化、削除など、アカウントを弱めたり閉じたりする操作は、ほかの管理者に依頼してください。", "这是您自己的账户。重置双因素、停用或删除等会削弱或关闭账户的操作，须由其他管理员执行。";
        oneself_edit: "On your own account, another administrator changes company, expiration, two-factor and roles.", "自分のアカウントの会社、有効期限、二要素認証、ロールは、ほかの管理者が変更します。", "您自己账户的公司、到期日期、双因素身份验证和角色，须由其他管理员更改。";
        not_yours: "This user has rights that you do not have. You can look, not change.", "自分にない権限を持つユーザーのため、閲覧のみできます。", "该用户拥有您没有的权限。您可以查看，但不能更改。";
        in_the_bin: "This user is in the bin and cannot sign in.", "このユーザーはごみ箱にあり、サインインできません。", "该用户在回收站中，无法登录。";

        delete: "Delete", "削除", "删除";
        delete_title(login_id: &str): "Delete {login_id}?", "{login_id} を削除しますか?", "删除 {login_id}？";
        delete_one(login_id: &str): "Delete {login_id}", "{login_id} を削除", "删除 {login_id}";
        delete_with(count, login_id: &str): "Delete {login_id} and {count} sub-user" | "Delete {login_id} and {count} sub-users", "{login_id} とサブユーザー {count} 人を削除", "删除 {login_id} 和 {count} 个子用户";
        goes_user(name: &str): "{name} cannot sign in any more.", "{name} はサインインできなくなります。", "{name} 将无法再登录。";
        goes_subs(count): "{count} sub-user goes along:" | "{count} sub-users go along:", "次のサブユーザー {count} 人も削除されます:", "{count} 个子用户会一并删除：";
        and_more(count): "and {count} more", "ほか {count} 人", "以及另外 {count} 个";
        see_all_subs(count): "See all {count} in Manage Users", "ユーザー管理で {count} 人すべてを見る", "在用户管理中查看全部 {count} 个";
        ends_no_session: "No session is open.", "開いているセッションはありません。", "没有打开的会话。";
        ends_sessions(count): "{count} session ends at once." | "{count} sessions end at once.", "セッション {count} 件が直ちに終了します。", "{count} 个会话会立即结束。";
        rests_in_bin(days): "Everything rests in the bin for {days} day and can be restored from there." | "Everything rests in the bin for {days} days and can be restored from there.", "{days} 日間ごみ箱に残り、元に戻せます。", "所有内容在回收站中保留 {days} 天，期间可以还原。";
        deletion_changed: "The list has changed since it was shown. This is the new one: look at it and confirm again.", "表示後に対象が変わりました。新しい一覧を確認して、もう一度実行してください。", "显示之后，列表已发生变化。以下是新列表，请查看后重新确认。";
        deleted_one(login_id: &str): "{login_id} was deleted", "{login_id} を削除しました", "已删除 {login_id}";
        deleted_with(count, login_id: &str): "{login_id} and {count} sub-user were deleted" | "{login_id} and {count} sub-users were deleted", "{login_id} とサブユーザー {count} 人を削除しました", "已删除 {login_id} 和 {count} 个子用户";

        restore: "Restore", "元に戻す", "还原";
        restored(login_id: &str): "{login_id} was restored", "{login_id} を元に戻しました", "已还原 {login_id}";
        purge: "Purge", "完全に削除", "彻底删除";
        purge_title(login_id: &str): "Purge {login_id}?", "{login_id} を完全に削除しますか?", "彻底删除 {login_id}？";
        purge_text: "Their personal data is removed for good and the login ID becomes free. This cannot be undone.", "個人データは完全に削除され、ログイン ID は再利用できるようになります。元に戻せません。", "其个人数据将被永久清除，登录 ID 可供重新使用。此操作无法撤销。";
        purged(login_id: &str): "{login_id} was purged", "{login_id} を完全に削除しました", "已彻底删除 {login_id}";
    }
}
