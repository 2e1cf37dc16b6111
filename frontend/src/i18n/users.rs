//! Words of Manage Users, User Detail, Add User, Edit User and Delete.

app::words! {
    /// The administrators' pages about users.
    pub struct UserWords {
        manage_users: "Manage Users", "ユーザー管理";
        import: "Import CSV", "CSV インポート";
        export: "Export CSV", "CSV エクスポート";
        add_user: "Add User", "ユーザーの追加";
        add_user_to(company: &str): "Add a user to {company}", "{company} にユーザーを追加";
        edit: "Edit", "編集";
        edit_user: "Edit User", "ユーザーの編集";
        edit_of(login_id: &str): "Edit {login_id}", "{login_id} を編集";
        delete_of(login_id: &str): "Delete {login_id}", "{login_id} を削除";
        restore_of(login_id: &str): "Restore {login_id}", "{login_id} を元に戻す";
        purge_of(login_id: &str): "Purge {login_id}", "{login_id} を完全に削除";
        user_detail: "User Detail", "ユーザー詳細";

        users_of(company: &str): "Users of {company}", "{company} のユーザー";
        users_of_all: "Users of all companies", "すべての会社のユーザー";
        with_subsidiaries: "with subsidiaries", "子会社を含む";

        search: "Name, login ID or e-mail", "名前、ログイン ID、メールアドレス";
        status: "Status", "状態";
        role: "Role", "ロール";
        two_factor: "Two-factor", "二要素認証";
        more_filters: "More", "その他";
        expiring: "Expiring soon", "期限が近いユーザー";
        expiring_within(days): "expiring in {days} day" | "expiring in {days} days", "{days} 日以内に期限切れ";
        sub_users_of(login_id: &str): "sub-users of {login_id}", "{login_id} のサブユーザー";
        idle: "Last sign-in", "最終サインイン";
        idle_for(days): "not signed in for {days} day" | "not signed in for {days} days", "{days} 日以上サインインなし";
        columns: "Columns", "列";
        role_chosen: "role chosen", "ロール指定";

        user_name: "User name", "ユーザー名";
        name: "Name", "氏名";
        email: "E-mail", "メールアドレス";
        company: "Company", "会社";
        last_sign_in: "Last sign-in", "最終サインイン";
        expires: "Expires", "有効期限";
        never: "never", "なし";
        none_yet: "Nobody here yet.", "まだユーザーがいません。";
        bin_empty: "The bin is empty.", "ごみ箱は空です。";
        nothing_matches: "No user matches these filters.", "条件に一致するユーザーがいません。";
        back_to_list: "Manage Users", "ユーザー管理";

        login_id: "Login ID", "ログイン ID";
        login_id_hint: "Typed at sign-in. It never changes.", "サインイン時に入力します。後から変更できません。";
        email_hint: "The User Registration Acceptance Email goes here.", "ユーザー登録受付メールの送信先です。";
        first_name: "First name", "名";
        last_name: "Last name", "姓";
        group: "Group", "グループ";
        description: "Description", "説明";
        waits(email: &str): "{email} waits to be confirmed", "{email} の確認待ち";
        waited(email: &str): "{email} was not confirmed in time", "{email} は期限内に確認されませんでした";
        related_companies: "Related companies", "関連会社";
        related_hint: "Their administrators' rights reach these companies and their subsidiaries too.", "管理者の場合、これらの会社とその子会社も操作の対象になります。";
        roles: "Roles", "ロール";
        roles_hint: "With none ticked, the user gets the default role of the company.", "選択しない場合は会社の既定のロールになります。";
        role_not_yours: "holds rights that you do not have", "自分にない権限を含みます";
        roles_not_yours: "You may not give or take roles.", "ロールを変更する権限がありません。";
        expiration_date: "Expiration date", "有効期限";
        otp_configured: "OTP Configured", "OTP 設定";
        otp_hint: "The user scans a QR code and enters one-time codes from then on.", "ユーザーは初回に QR コードを読み取り、以後はワンタイムコードを入力します。";
        otp_now(state: &str, origin: &str): "As defined by the policy class now means: {state}, {origin}.", "ポリシークラスの現在の規定: {state}、{origin}。";
        otp_moved: "What the policy class of the new company says holds.", "新しい会社のポリシークラスに従います。";
        otp_anyway(origin: &str): "Required in any case, {origin}: also without a tick the user sets up an authenticator.", "チェックがなくても必須です（{origin}）。ユーザーは認証アプリを設定します。";
        policy_now(state: &str, origin: &str): "{state}, {origin}", "{state}、{origin}";
        language: "Language", "言語";
        time_zone: "Time zone", "タイムゾーン";
        parent_level: "Parent-level user", "親ユーザーとして作成";
        parent_level_hint: "Belongs to no other user: not deleted along with you.", "どのユーザーにも属さず、あなたが削除されても残ります。";
        issue_credentials: "Issue Credentials", "クレデンシャル発行";
        invitation_queued(email: &str): "Invitation queued for {email}", "{email} への招待を送信待ちに追加しました";
        save: "Save", "保存";
        saved(login_id: &str): "{login_id} saved", "{login_id} を保存しました";
        nothing_changed: "Nothing has changed.", "変更はありません。";

        stale_title: "Somebody else has changed this user", "別の人がこのユーザーを変更しました";
        stale_text: "Since you opened it, these fields have become different. Choose what holds, then save again.", "開いたあとに次の項目が変わりました。残す内容を選んで、もう一度保存してください。";
        stale_none: "What they changed does not touch what you typed. Save again.", "相手の変更は入力内容と重なっていません。もう一度保存してください。";
        field: "Field", "項目";
        theirs: "Theirs", "相手の変更";
        yours: "Yours", "自分の入力";

        profile: "Profile", "プロフィール";
        sign_in_section: "Sign-in and two-factor", "サインインと二要素認証";
        access: "Access", "アクセス権";
        sessions: "Sessions", "セッション";
        activity: "Activity", "操作履歴";
        company_path: "Company path", "会社の階層";
        copy_login_id: "Copy the login ID", "ログイン ID をコピー";
        signed_in: "Last sign-in", "最終サインイン";
        created: "Created", "作成日時";
        deleted: "Deleted", "削除日時";
        parent_user: "Parent user", "親ユーザー";
        no_parent: "none (parent-level user)", "なし（親ユーザー）";
        sub_users: "Sub-users", "サブユーザー";
        no_end: "no end", "無期限";

        setting: "Setting", "設定";
        in_force: "In force", "現在の扱い";
        required: "A code is asked at sign-in", "サインイン時にコードが必要";
        not_required: "No code is asked at sign-in", "サインイン時にコードは不要";
        authenticator: "Authenticator", "認証アプリ";
        enrolled_since: "set up since", "設定日時";
        not_enrolled: "not set up", "未設定";
        recovery_codes: "Recovery codes left", "リカバリーコード残数";
        invitation: "Invitation", "招待";
        no_invitation: "none was sent", "送信されていません";
        invitation_ends: "ends", "期限";
        invitation_history(count): "{count} invitation" | "All {count} invitations", "招待の履歴（{count} 件）";
        issued: "Issued", "発行日時";
        state: "State", "状態";
        sent_to: "Sent to", "送信先";
        ends: "Ends", "期限";
        lockout: "Lockout", "ロック";
        not_locked: "none", "なし";
        locked_until: "Failed sign-ins slow this account down until", "サインインの失敗により制限中。解除予定:";
        unlock: "Unlock", "ロック解除";
        unlocked(login_id: &str): "{login_id} is unlocked", "{login_id} のロックを解除しました";

        scope: "Scope", "管理範囲";
        scope_text(company: &str): "{company} and its subsidiaries", "{company} とその子会社";
        no_roles: "none", "なし";

        no_sessions: "Not signed in anywhere.", "サインイン中のセッションはありません。";
        device: "Browser or app", "ブラウザーまたはアプリ";
        address: "Address", "アドレス";
        began: "Signed in", "サインイン日時";
        last_used: "Last used", "最終利用";
        this_session: "this one", "このセッション";
        end_session_of(device: &str): "End the session {device}", "セッション {device} を終了";
        end_all: "End all sessions", "すべてのセッションを終了";
        end_all_of(login_id: &str): "End all sessions of {login_id}?", "{login_id} のセッションをすべて終了しますか?";
        end_all_text: "They are signed out everywhere at once and can sign in again.", "すべての場所で直ちにサインアウトされます。再度サインインできます。";
        session_ended: "Session ended", "セッションを終了しました";
        sessions_ended(count): "{count} session ended" | "{count} sessions ended", "{count} 件のセッションを終了しました";

        no_activity: "Nothing has happened yet.", "まだ履歴がありません。";
        all_in_audit: "All in Audit", "監査ログですべて見る";

        enable_tfa: "Enable TFA", "二要素認証を有効化";
        disable_tfa: "Disable TFA", "二要素認証を無効化";
        reset_tfa: "Reset TFA", "二要素認証をリセット";
        tfa_enabled(login_id: &str): "TFA is enabled for {login_id}", "{login_id} の二要素認証を有効にしました";
        tfa_disabled(login_id: &str): "TFA is disabled for {login_id}", "{login_id} の二要素認証を無効にしました";
        tfa_was_reset(login_id: &str): "TFA is reset for {login_id}", "{login_id} の二要素認証をリセットしました";
        disable_tfa_of(login_id: &str): "Disable TFA for {login_id}?", "{login_id} の二要素認証を無効にしますか?";
        disable_tfa_text: "From the next sign-in on, the password alone is asked. The user is told by mail.", "次回のサインインからパスワードだけで入れるようになります。ユーザーにはメールで通知されます。";
        reset_tfa_of(login_id: &str): "Reset TFA for {login_id}?", "{login_id} の二要素認証をリセットしますか?";
        reset_tfa_authenticator: "The authenticator and the recovery codes stop working.", "認証アプリとリカバリーコードは使えなくなります。";
        reset_tfa_sessions: "All sessions of this user end.", "このユーザーのセッションはすべて終了します。";
        reset_tfa_qr: "At the next sign-in the user meets a new QR code.", "次回のサインイン時に新しい QR コードが表示されます。";
        issue_again_of(login_id: &str): "Issue credentials for {login_id}?", "{login_id} のクレデンシャルを発行しますか?";
        issue_again_text(email: &str): "A new User Registration Acceptance Email goes to {email}.", "新しいユーザー登録受付メールを {email} に送信します。";
        issue_again_voids: "The link of an older one stops working.", "以前のリンクは使えなくなります。";
        disable: "Disable", "無効にする";
        enable: "Enable", "有効にする";
        disable_of(login_id: &str): "Disable {login_id}?", "{login_id} を無効にしますか?";
        disable_text: "They cannot sign in until somebody enables them again. Their sessions end at once.", "再び有効にするまでサインインできません。セッションは直ちに終了します。";
        disabled(login_id: &str): "{login_id} is disabled", "{login_id} を無効にしました";
        enabled(login_id: &str): "{login_id} is enabled", "{login_id} を有効にしました";
        actions_for(login_id: &str): "Actions for {login_id}", "{login_id} の操作";
        oneself: "This is your own account.", "自分のアカウントです。";
        oneself_acting: "This is your own account. What would weaken or close it, such as Reset TFA, Disable or Delete, another administrator does for you.", "自分のアカウントです。二要素認証のリセット、無効化、削除など、アカウントを弱めたり閉じたりする操作は、ほかの管理者に依頼してください。";
        oneself_edit: "On your own account, another administrator changes company, expiration, two-factor and roles.", "自分のアカウントの会社、有効期限、二要素認証、ロールは、ほかの管理者が変更します。";
        not_yours: "This user has rights that you do not have. You can look, not change.", "自分にない権限を持つユーザーのため、閲覧のみできます。";
        in_the_bin: "This user is in the bin and cannot sign in.", "このユーザーはごみ箱にあり、サインインできません。";

        delete: "Delete", "削除";
        delete_title(login_id: &str): "Delete {login_id}?", "{login_id} を削除しますか?";
        delete_one(login_id: &str): "Delete {login_id}", "{login_id} を削除";
        delete_with(count, login_id: &str): "Delete {login_id} and {count} sub-user" | "Delete {login_id} and {count} sub-users", "{login_id} とサブユーザー {count} 人を削除";
        goes_user(name: &str): "{name} cannot sign in any more.", "{name} はサインインできなくなります。";
        goes_subs(count): "{count} sub-user goes along:" | "{count} sub-users go along:", "次のサブユーザー {count} 人も削除されます:";
        and_more(count): "and {count} more", "ほか {count} 人";
        see_all_subs(count): "See all {count} in Manage Users", "ユーザー管理で {count} 人すべてを見る";
        ends_no_session: "No session is open.", "開いているセッションはありません。";
        ends_sessions(count): "{count} session ends at once." | "{count} sessions end at once.", "セッション {count} 件が直ちに終了します。";
        rests_in_bin(days): "Everything rests in the bin for {days} day and can be restored from there." | "Everything rests in the bin for {days} days and can be restored from there.", "{days} 日間ごみ箱に残り、元に戻せます。";
        deletion_changed: "The list has changed since it was shown. This is the new one: look at it and confirm again.", "表示後に対象が変わりました。新しい一覧を確認して、もう一度実行してください。";
        deleted_one(login_id: &str): "{login_id} was deleted", "{login_id} を削除しました";
        deleted_with(count, login_id: &str): "{login_id} and {count} sub-user were deleted" | "{login_id} and {count} sub-users were deleted", "{login_id} とサブユーザー {count} 人を削除しました";

        restore: "Restore", "元に戻す";
        restored(login_id: &str): "{login_id} was restored", "{login_id} を元に戻しました";
        purge: "Purge", "完全に削除";
        purge_title(login_id: &str): "Purge {login_id}?", "{login_id} を完全に削除しますか?";
        purge_text: "Their personal data is removed for good and the login ID becomes free. This cannot be undone.", "個人データは完全に削除され、ログイン ID は再利用できるようになります。元に戻せません。";
        purged(login_id: &str): "{login_id} was purged", "{login_id} を完全に削除しました";
    }
}
