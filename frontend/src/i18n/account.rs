//! Words of Account management: one's own account.

app::words! {
    /// One's own account, and proving that it is oneself who asks.
    pub struct AccountWords {
        title: "Account management", "アカウント管理";
        acting: "You are logged in as this user. Their account can be seen here, but only they can change it.", "このユーザーとして代理ログイン中です。アカウントの内容は確認できますが、変更できるのは本人だけです。";

        security: "Account security", "アカウントのセキュリティ";
        signing_in: "Signing in", "サインイン方法";
        basic: "Basic authentication", "基本認証";
        password_set: "Password set", "パスワードの設定日時:";
        no_password: "You sign in without a password of this portal, so there is none to change.", "このポータルのパスワードを使わずにサインインしているため、変更するパスワードはありません。";
        update: "Update", "更新";
        update_password: "Update the password", "パスワードを更新";
        two_factor: "Two-factor authentication", "二要素認証";
        authenticator_since: "Authenticator application set up", "認証アプリの設定日時:";
        codes_left(left: u32): "{left} of 10 recovery codes left", "リカバリーコード: 10 個のうち残り {left} 個";
        codes_low: "running low", "残りわずか";
        asked_next_time: "No authenticator is set up. The next sign-in shows a QR code.", "認証アプリは設定されていません。次のサインイン時に QR コードを表示します。";
        not_set_up: "Not set up", "未設定";

        set_up: "Set up Authenticator application", "認証アプリを設定";
        set_up_title: "Set up Authenticator application", "認証アプリの設定";
        set_up_about: "From then on, signing in also asks for the 6-digit code that the app on your phone shows.", "設定後は、サインイン時にスマートフォンのアプリに表示される 6 桁のコードも確認します。";
        set_up_password_hint: "First, to make sure that it is you.", "最初に本人確認を行います。";
        go_on: "Continue", "続ける";
        replace: "Replace", "交換";
        replace_title: "Replace the authenticator application", "認証アプリの交換";
        replace_about: "The present one works until the new one is confirmed. Then you get new recovery codes, and your other sessions are signed out.", "新しい認証アプリの確認が済むまで、現在のものを使えます。確認後は新しいリカバリーコードが発行され、ほかのセッションはサインアウトされます。";
        remove: "Remove", "解除";
        remove_title: "Remove the authenticator application?", "認証アプリを解除しますか?";
        remove_it: "Remove authenticator", "認証アプリを解除";
        remove_password_alone: "From then on your password alone opens your account.", "以後はパスワードだけでサインインできるようになります。";
        remove_codes: "Your recovery codes stop working.", "リカバリーコードは使えなくなります。";
        ends_others: "Your other sessions are signed out, and you are told by mail.", "ほかのセッションはサインアウトされ、メールでお知らせします。";
        removed: "Authenticator removed. Your other sessions were signed out.", "認証アプリを解除しました。ほかのセッションはサインアウトしました。";
        renew: "New recovery codes", "リカバリーコードを再発行";
        renew_title: "Make new recovery codes?", "リカバリーコードを再発行しますか?";
        renew_text: "You get ten new codes. The ones you have stop working at once.", "新しいコードを 10 個発行します。現在のコードは直ちに使えなくなります。";
        renew_them: "Make new codes", "再発行する";

        password_title: "Change your password", "パスワードの変更";
        current_password: "Current password", "現在のパスワード";
        password_ends: "Your other sessions are signed out, and you are told by mail.", "ほかのセッションはサインアウトされ、変更したことをメールでお知らせします。";
        change_password: "Change password", "パスワードを変更";
        password_changed: "Password changed. Your other sessions were signed out.", "パスワードを変更しました。ほかのセッションはサインアウトしました。";

        sessions: "Devices and sessions", "デバイスとセッション";
        sessions_about: "Where you are signed in. End what you do not recognise, and change your password.", "サインイン中の場所です。心当たりのないセッションは終了し、パスワードを変更してください。";
        end_others: "End all other sessions", "ほかのセッションをすべて終了";
        end_others_title: "End all other sessions?", "ほかのセッションをすべて終了しますか?";
        end_others_text: "You are signed out everywhere but here.", "ここ以外のすべての場所でサインアウトされます。";

        activity: "Recent activity", "最近のアクティビティ";
        activity_about: "What you did, and what was done to your account.", "自分の操作と、自分のアカウントに対する操作の記録です。";
        you: "You", "自分";

        confirm_title: "Confirm it’s you", "本人確認";
        confirm_why: "This makes sure that nobody else is using your session. It is enough for the next ten minutes.", "ほかの人がこのセッションを使っていないことを確認します。確認後 10 分間は再度求められません。";
        confirm: "Confirm", "確認";
        code: "One-time code", "ワンタイムコード";
        confirm_code_hint: "From your authenticator. A recovery code does not count here.", "認証アプリに表示されたコードです。リカバリーコードは使えません。";
        password: "Password", "パスワード";
        confirm_password_hint: "The one with which you sign in.", "サインインに使用しているパスワードです。";
    }
}
