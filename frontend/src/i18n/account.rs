//! Words of Account management: one's own account.

app::words! {
    /// One's own account, and proving that it is oneself who asks.
    pub struct AccountWords {
        title: "Account management", "アカウント管理", "账户管理";
        acting: "You are logged in as this user. Their account can be seen here, but only they can change it.", "このユーザーとして代理ログイン中です。アカウントの内容は確認できますが、変更できるのは本人だけです。", "您正以该用户身份登录。您可以查看其账户，但只有本人才能更改。";

        security: "Account security", "アカウントのセキュリティ", "账户安全";
        signing_in: "Signing in", "サインイン方法", "登录方式";
        basic: "Basic authentication", "基本認証", "基本身份验证";
        password_set: "Password set", "パスワードの設定日時:", "密码设置于";
        no_password: "You sign in without a password of this portal, so there is none to change.", "このポータルのパスワードを使わずにサインインしているため、変更するパスワードはありません。", "您登录时不使用本门户的密码，因此没有可更改的密码。";
        update: "Update", "更新", "更新";
        update_password: "Update the password", "パスワードを更新", "更新密码";
        two_factor: "Two-factor authentication", "二要素認証", "双因素身份验证";
        authenticator_since: "Authenticator application set up", "認証アプリの設定日時:", "身份验证器应用设置于";
        codes_left(left: u32): "{left} of 10 recovery codes left", "リカバリーコード: 10 個のうち残り {left} 個", "恢复代码剩余 {left} 个，共 10 个";
        codes_low: "running low", "残りわずか", "即将用完";
        asked_next_time: "No authenticator is set up. The next sign-in shows a QR code.", "認証アプリは設定されていません。次のサインイン時に QR コードを表示します。", "尚未设置身份验证器，下次登录时会显示二维码。";
        not_set_up: "Not set up", "未設定", "未设置";

        set_up: "Set up Authenticator application", "認証アプリを設定", "设置身份验证器应用";
        set_up_title: "Set up Authenticator application", "認証アプリの設定", "设置身份验证器应用";
        set_up_about: "From then on, signing in also asks for the 6-digit code that the app on your phone shows.", "設定後は、サインイン時にスマートフォンのアプリに表示される 6 桁のコードも確認します。", "设置后，登录时还需要输入手机应用显示的 6 位验证码。";
        set_up_password_hint: "First, to make sure that it is you.", "最初に本人確認を行います。", "首先，确认是您本人。";
        go_on: "Continue", "続ける", "继续";
        replace: "Replace", "交換", "更换";
        replace_title: "Replace the authenticator application", "認証アプリの交換", "更换身份验证器应用";
        replace_about: "The present one works until the new one is confirmed. Then you get new recovery codes, and your other sessions are signed out.", "新しい認証アプリの確認が済むまで、現在のものを使えます。確認後は新しいリカバリーコードが発行され、ほかのセッションはサインアウトされます。", "新的身份验证器确认之前，当前的仍可使用。确认后您将获得新的恢复代码，其他会话会退出登录。";
        remove: "Remove", "解除", "移除";
        remove_title: "Remove the authenticator application?", "認証アプリを解除しますか?", "移除身份验证器应用？";
        remove_it: "Remove authenticator", "認証アプリを解除", "移除身份验证器";
        remove_password_alone: "From then on your password alone opens your account.", "以後はパスワードだけでサインインできるようになります。", "此后只凭密码即可打开您的账户。";
        remove_codes: "Your recovery codes stop working.", "リカバリーコードは使えなくなります。", "您的恢复代码将失效。";
        ends_others: "Your other sessions are signed out, and you are told by mail.", "ほかのセッションはサインアウトされ、メールでお知らせします。", "您的其他会话会退出登录，并会通过邮件通知您。";
        removed: "Authenticator removed. Your other sessions were signed out.", "認証アプリを解除しました。ほかのセッションはサインアウトしました。", "身份验证器已移除，您的其他会话已退出登录。";
        renew: "New recovery codes", "リカバリーコードを再発行", "重新生成恢复代码";
        renew_title: "Make new recovery codes?", "リカバリーコードを再発行しますか?", "重新生成恢复代码？";
        renew_text: "You get ten new codes. The ones you have stop working at once.", "新しいコードを 10 個発行します。現在のコードは直ちに使えなくなります。", "您将获得十个新代码，现有代码立即失效。";
        renew_them: "Make new codes", "再発行する", "生成新代码";

        password_title: "Change your password", "パスワードの変更", "更改密码";
        current_password: "Current password", "現在のパスワード", "当前密码";
        password_ends: "Your other sessions are signed out, and you are told by mail.", "ほかのセッションはサインアウトされ、変更したことをメールでお知らせします。", "您的其他会话会退出登录，并会通过邮件通知您。";
        change_password: "Change password", "パスワードを変更", "更改密码";
        password_changed: "Password changed. Your other sessions were signed out.", "パスワードを変更しました。ほかのセッションはサインアウトしました。", "密码已更改，您的其他会话已退出登录。";

        sessions: "Devices and sessions", "デバイスとセッション", "设备和会话";
        sessions_about: "Where you are signed in. End what you do not recognise, and change your password.", "サインイン中の場所です。心当たりのないセッションは終了し、パスワードを変更してください。", "您在以下位置登录。如有不认识的会话，请将其结束并更改密码。";
        end_others: "End all other sessions", "ほかのセッションをすべて終了", "结束其他所有会话";
        end_others_title: "End all other sessions?", "ほかのセッションをすべて終了しますか?", "结束其他所有会话？";
        end_others_text: "You are signed out everywhere but here.", "ここ以外のすべての場所でサインアウトされます。", "除此处之外，您在其他各处都会退出登录。";

        activity: "Recent activity", "最近のアクティビティ", "最近活动";
        activity_about: "What you did, and what was done to your account.", "自分の操作と、自分のアカウントに対する操作の記録です。", "您的操作，以及对您账户的操作。";
        you: "You", "自分", "您";

        closing: "Close account", "アカウントの閉鎖", "注销账户";
        closing_about(days): "For {days} day afterwards an administrator can bring it back; then it is gone for good." | "For {days} days afterwards an administrator can bring it back; then it is gone for good.", "閉鎖後 {days} 日間は管理者が元に戻せます。その後は完全に削除されます。", "注销后 {days} 天内管理员可以恢复，之后将被彻底删除。";
        close_account: "Close account", "アカウントを閉鎖", "注销账户";
        close_title: "Close your account?", "アカウントを閉鎖しますか?", "注销您的账户？";
        close_it: "Close my account", "アカウントを閉鎖する", "注销我的账户";
        close_sessions(count): "You are signed out here, and can no longer sign in." | "You are signed out in all {count} places, and can no longer sign in.", "{count} か所すべてでサインアウトされ、以後サインインできなくなります。", "您在全部 {count} 处的登录都会退出，此后无法再登录。";
        close_tokens(count): "{count} token is deleted for good: programs that use it are refused." | "{count} tokens are deleted for good: programs that use them are refused.", "トークン {count} 個が完全に削除され、使用中のプログラムは拒否されます。", "{count} 个令牌将被彻底删除，使用它们的程序会被拒绝。";
        close_mail: "You are told by mail.", "メールでお知らせします。", "会通过邮件通知您。";

        confirm_title: "Confirm it’s you", "本人確認", "确认是您本人";
        confirm_why: "This makes sure that nobody else is using your session. It is enough for the next ten minutes.", "ほかの人がこのセッションを使っていないことを確認します。確認後 10 分間は再度求められません。", "以确保没有其他人在使用您的会话。确认后十分钟内无需再次确认。";
        confirm: "Confirm", "確認", "确认";
        code: "One-time code", "ワンタイムコード", "一次性验证码";
        confirm_code_hint: "From your authenticator. A recovery code does not count here.", "認証アプリに表示されたコードです。リカバリーコードは使えません。", "来自您的身份验证器，此处不能使用恢复代码。";
        password: "Password", "パスワード", "密码";
        confirm_password_hint: "The one with which you sign in.", "サインインに使用しているパスワードです。", "您登录时使用的密码。";
    }
}
