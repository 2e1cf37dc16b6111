//! Words of signing in: the first form, the steps after it, the forgotten password, the set-up.

app::words! {
    /// What is said at the door.
    pub struct SignInWords {
        sign_in: "Sign in", "サインイン";
        login_id: "Login ID", "ログイン ID";
        password: "Password", "パスワード";
        forgotten: "Forgotten password?", "パスワードをお忘れですか?";
        session_ended: "Your session has ended. Sign in again.", "セッションが終了しました。もう一度サインインしてください。";
        signed_out: "You were signed out", "サインアウトされました";
        signed_out_because(reason: &str): "You were signed out. {reason}", "サインアウトされました。{reason}";
        newer_at: "Signed in", "サインイン日時";
        newer_from: "From", "アドレス";
        newer_device: "Device", "デバイス";
        newer_not_you: "If that was not you, sign in, change your password and tell your administrator.", "心当たりがない場合は、サインインしてパスワードを変更し、管理者に連絡してください。";
        took_over(device: &str, address: &str): "You were still signed in elsewhere: {device}, {address}. That session was signed out.", "別の場所（{device}、{address}）のセッションをサインアウトしました。";
        took_over_many(count, device: &str, address: &str): "You were still signed in elsewhere, last on {device}, {address}. {count} sessions were signed out.", "別の場所のセッション {count} 件をサインアウトしました。最後に使用されたもの: {device}、{address}";
        signed_in: "Signed in", "サインインしました";
        opening: "Signed in. Opening Doorward…", "サインインしました。画面を開いています…";
        not_kept: "You were signed in, but this browser did not keep the session. Allow cookies for this site and sign in again.",
            "サインインできましたが、ブラウザーにセッションが保存されませんでした。このサイトの Cookie を許可して、もう一度サインインしてください。";
        position(at: u8, of: u8): "{at} of {of}", "ステップ {at}/{of}";
        account: "Account", "アカウント";
        start_over: "Start over", "最初からやり直す";
        back_to_sign_in: "Back to sign-in", "サインインに戻る";

        enrol_title: "Set up your authenticator", "認証アプリの設定";
        enrol_optional: "A second factor keeps your account yours even if somebody learns your password.",
            "二要素認証を設定すると、パスワードが知られてもアカウントを守れます。";
        enrol_install: "Install an authenticator app on your phone, such as Google Authenticator, Microsoft Authenticator or FreeOTP.",
            "スマートフォンに認証アプリ（Google Authenticator、Microsoft Authenticator、FreeOTP など）をインストールします。";
        enrol_scan: "In the app, add an account and scan the QR code.", "アプリでアカウントを追加し、QR コードを読み取ります。";
        enrol_enter: "Enter the 6-digit code that the app now shows, and press Submit.", "アプリに表示された 6 桁のコードを入力し、「送信」を押します。";
        qr_name(login_id: &str): "QR code that adds {login_id} to your authenticator", "{login_id} を認証アプリに追加する QR コード";
        open_authenticator: "Open my authenticator", "認証アプリを開く";
        cannot_scan: "Can't scan?", "読み取れない場合";
        cannot_scan_help: "In the app, choose to enter a setup key, and type this one. Kind of key: time-based.",
            "アプリで「セットアップキーを入力」を選び、次のキーを入力してください。キーの種類は「時間ベース」です。";
        key: "Key", "キー";
        copy_key: "Copy the key", "キーをコピー";
        not_now: "Not now", "今はしない";

        code: "One-time code", "ワンタイムコード";
        factor_title: "Enter your one-time code", "ワンタイムコードの入力";
        factor_hint: "The 6 digits that your authenticator app shows now.", "認証アプリに表示されている 6 桁の数字です。";
        recovery_title: "Enter a recovery code", "リカバリーコードの入力";
        recovery_code: "Recovery code", "リカバリーコード";
        recovery_hint: "One of the codes you kept when you set up your authenticator. Each works once.",
            "認証アプリの設定時に保管したコードの 1 つです。それぞれ 1 回だけ使えます。";
        use_recovery: "Use a recovery code instead", "リカバリーコードを使う";
        use_authenticator: "Use the authenticator instead", "認証アプリを使う";

        email_code_title: "Check your mail", "メールの確認";
        email_code: "Verification code", "確認コード";
        email_code_hint: "The 6 digits in the mail. They work once, for ten minutes.", "メールに記載された 6 桁の数字です。10 分間、1 回だけ使えます。";
        email_code_sent(to: &str): "We have sent a code to {to}.", "{to} に確認コードを送信しました。";
        email_code_none(to: &str): "There is no code to enter at the moment. Send one to {to}.", "入力できる確認コードがありません。{to} に送信してください。";
        email_code_again: "A new code is on its way. The one before no longer works.", "新しいコードを送信しました。前のコードは使えません。";
        email_code_pause(seconds): "No mail? Look in the junk folder. A new code can be sent in {seconds} second." | "No mail? Look in the junk folder. A new code can be sent in {seconds} seconds.", "メールが届かない場合は、迷惑メールフォルダーを確認してください。新しいコードは {seconds} 秒後に送信できます。";
        email_code_junk: "No mail? Look in the junk folder, or ask your administrator whether your address is right.", "メールが届かない場合は、迷惑メールフォルダーを確認するか、登録されたアドレスを管理者に確認してください。";
        email_code_no_more: "No more codes are sent in this sign-in. If none arrives, start over.", "このサインインではこれ以上コードを送信できません。届かない場合は、最初からやり直してください。";
        new_email_code: "Send a new code", "新しいコードを送信";

        keep_title: "Keep your recovery codes", "リカバリーコードの保管";
        keep_why: "Without your phone, each of these codes lets you in once. They are not shown again: keep them in a safe place.",
            "スマートフォンが使えないとき、各コードで 1 回ずつサインインできます。再表示されないため、安全な場所に保管してください。";
        keep_list: "Recovery codes", "リカバリーコード";
        keep_for(login_id: &str): "Doorward recovery codes for {login_id}", "{login_id} の Doorward リカバリーコード";
        kept: "I have kept them", "保管しました";

        new_password_title: "Choose a password", "パスワードの設定";
        new_password: "New password", "新しいパスワード";
        new_password_hint(min: usize): "At least {min} characters. Several words in a row are easy to remember and hard to guess.",
            "{min} 文字以上。複数の単語をつなげると、覚えやすく推測されにくくなります。";
        set_password: "Set password", "パスワードを設定";
        strength_short(more): "{more} more character needed" | "{more} more characters needed", "あと {more} 文字必要です";
        strength_weak: "Easy to guess", "推測されやすい";
        strength_fair: "Fair", "普通";
        strength_good: "Good", "良い";
        strength_strong: "Strong", "強い";

        forgotten_title: "Forgotten password", "パスワードの再設定";
        forgotten_help: "Enter your login ID. We mail you a link to set a new password.",
            "ログイン ID を入力してください。新しいパスワードを設定するためのリンクをメールでお送りします。";
        send_link: "Send the link", "リンクを送信";
        forgotten_sent_title: "Look at your mail", "メールを確認してください";
        forgotten_sent(login_id: &str): "If there is an account with the login ID {login_id}, a mail with a link is on its way. The link works once, for 30 minutes.",
            "ログイン ID {login_id} のアカウントがある場合、リンクを記載したメールをお送りします。リンクは 30 分間、1 回だけ使えます。";
        forgotten_none: "No mail? Look in the junk folder, or ask your administrator.", "メールが届かない場合は、迷惑メールフォルダーを確認するか、管理者にお問い合わせください。";

        set_up_title: "Set up Doorward", "Doorward のセットアップ";
        set_up_help: "You become the first administrator of the operator: the company at the top of the tree.",
            "ツリーの最上位にある運営会社の、最初の管理者を登録します。";
        set_up_first_title: "Doorward is not set up yet", "Doorward はまだセットアップされていません";
        set_up_first: "Open the set-up link that Doorward printed on its console when it started. It creates the first administrator.",
            "起動時にコンソールに表示されたセットアップ用リンクを開いてください。最初の管理者を登録できます。";
        set_up_first_again: "Lost it? Restart Doorward to print a new one.", "リンクがわからない場合は、Doorward を再起動すると新しいリンクが表示されます。";
        set_up_ended: "Your account is there. Sign in with the login ID and password you have chosen.", "アカウントは登録されています。設定したログイン ID とパスワードでサインインしてください。";
        set_up_company: "Company name", "会社名";
        set_up_login_hint: "What you type to sign in. It cannot be changed later.", "サインインに使用します。あとから変更できません。";
        email: "E-mail", "メールアドレス";
        first_name: "First name", "名";
        last_name: "Last name", "姓";
        language: "Language", "言語";
        time_zone: "Time zone", "タイムゾーン";
        set_up_submit: "Create administrator", "管理者を登録";
    }
}
