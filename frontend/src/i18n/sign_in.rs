//! Words of signing in: the first form, the steps after it, the forgotten password, the set-up.

app::words! {
    /// What is said at the door.
    pub struct SignInWords {
        sign_in: "Sign in", "サインイン", "登录";
        login_id: "Login ID", "ログイン ID", "登录 ID";
        password: "Password", "パスワード", "密码";
        forgotten: "Forgotten password?", "パスワードをお忘れですか?", "忘记密码？";
        session_ended: "Your session has ended. Sign in again.", "セッションが終了しました。もう一度サインインしてください。", "您的会话已结束，请重新登录。";
        signed_out: "You were signed out", "サインアウトされました", "您已退出登录";
        signed_out_because(reason: &str): "You were signed out. {reason}", "サインアウトされました。{reason}", "您已退出登录。{reason}";
        newer_at: "Signed in", "サインイン日時", "登录时间";
        newer_from: "From", "アドレス", "地址";
        newer_device: "Device", "デバイス", "设备";
        newer_not_you: "If that was not you, sign in, change your password and tell your administrator.", "心当たりがない場合は、サインインしてパスワードを変更し、管理者に連絡してください。", "如果不是您本人，请登录并更改密码，同时告知管理员。";
        took_over(device: &str, address: &str): "You were still signed in elsewhere: {device}, {address}. That session was signed out.", "別の場所（{device}、{address}）のセッションをサインアウトしました。", "您在别处仍处于登录状态：{device}，{address}。该会话已退出登录。";
        took_over_many(count, device: &str, address: &str): "You were still signed in elsewhere, last on {device}, {address}. {count} sessions were signed out.", "別の場所のセッション {count} 件をサインアウトしました。最後に使用されたもの: {device}、{address}", "您在别处仍处于登录状态，最近一次是 {device}，{address}。{count} 个会话已退出登录。";
        signed_in: "Signed in", "サインインしました", "已登录";
        opening: "Signed in. Opening Doorward…", "サインインしました。画面を開いています…", "已登录，正在打开 Doorward…";
        not_kept: "You were signed in, but this browser did not keep the session. Allow cookies for this site and sign in again.",
            "サインインできましたが、ブラウザーにセッションが保存されませんでした。このサイトの Cookie を許可して、もう一度サインインしてください。",
            "您已登录，但此浏览器未保存会话。请允许此网站使用 Cookie，然后重新登录。";
        position(at: u8, of: u8): "{at} of {of}", "ステップ {at}/{of}", "第 {at} 步，共 {of} 步";
        account: "Account", "アカウント", "账户";
        start_over: "Start over", "最初からやり直す", "重新开始";
        back_to_sign_in: "Back to sign-in", "サインインに戻る", "返回登录";

        enrol_title: "Set up your authenticator", "認証アプリの設定", "设置身份验证器";
        enrol_optional: "A second factor keeps your account yours even if somebody learns your password.",
            "二要素認証を設定すると、パスワードが知られてもアカウントを守れます。",
            "有了第二因素，即使有人得知您的密码，您的账户仍然安全。";
        enrol_install: "Install an authenticator app on your phone, such as Google Authenticator, Microsoft Authenticator or FreeOTP.",
            "スマートフォンに認証アプリ（Google Authenticator、Microsoft Authenticator、FreeOTP など）をインストールします。",
            "在手机上安装身份验证器应用，例如 Google Authenticator、Microsoft Authenticator 或 FreeOTP。";
        enrol_scan: "In the app, add an account and scan the QR code.", "アプリでアカウントを追加し、QR コードを読み取ります。", "在应用中添加账户并扫描二维码。";
        enrol_enter: "Enter the 6-digit code that the app now shows, and press Submit.", "アプリに表示された 6 桁のコードを入力し、「送信」を押します。", "输入应用显示的 6 位验证码，然后点击“提交”。";
        qr_name(login_id: &str): "QR code that adds {login_id} to your authenticator", "{login_id} を認証アプリに追加する QR コード", "用于将 {login_id} 添加到身份验证器的二维码";
        open_authenticator: "Open my authenticator", "認証アプリを開く", "打开我的身份验证器";
        cannot_scan: "Can't scan?", "読み取れない場合", "无法扫描？";
        cannot_scan_help: "In the app, choose to enter a setup key, and type this one. Kind of key: time-based.",
            "アプリで「セットアップキーを入力」を選び、次のキーを入力してください。キーの種類は「時間ベース」です。",
            "在应用中选择输入设置密钥，然后输入以下密钥。密钥类型：基于时间。";
        key: "Key", "キー", "密钥";
        copy_key: "Copy the key", "キーをコピー", "复制密钥";
        not_now: "Not now", "今はしない", "暂不设置";

        code: "One-time code", "ワンタイムコード", "一次性验证码";
        factor_title: "Enter your one-time code", "ワンタイムコードの入力", "输入一次性验证码";
        factor_hint: "The 6 digits that your authenticator app shows now.", "認証アプリに表示されている 6 桁の数字です。", "身份验证器应用当前显示的 6 位数字。";
        recovery_title: "Enter a recovery code", "リカバリーコードの入力", "输入恢复代码";
        recovery_code: "Recovery code", "リカバリーコード", "恢复代码";
        recovery_hint: "One of the codes you kept when you set up your authenticator. Each works once.",
            "認証アプリの設定時に保管したコードの 1 つです。それぞれ 1 回だけ使えます。",
            "您在设置身份验证器时保存的代码之一，每个只能使用一次。";
        use_recovery: "Use a recovery code instead", "リカバリーコードを使う", "改用恢复代码";
        use_authenticator: "Use the authenticator instead", "認証アプリを使う", "改用身份验证器";

        email_code_title: "Check your mail", "メールの確認", "查看您的邮件";
        email_code: "Verification code", "確認コード", "邮件验证码";
        email_code_hint: "The 6 digits in the mail. They work once, for ten minutes.", "メールに記載された 6 桁の数字です。10 分間、1 回だけ使えます。", "邮件中的 6 位数字，十分钟内有效，只能使用一次。";
        email_code_sent(to: &str): "We have sent a code to {to}.", "{to} に確認コードを送信しました。", "验证码已发送到 {to}。";
        email_code_none(to: &str): "There is no code to enter at the moment. Send one to {to}.", "入力できる確認コードがありません。{to} に送信してください。", "目前没有可输入的验证码，请向 {to} 发送一个。";
        email_code_again: "A new code is on its way. The one before no longer works.", "新しいコードを送信しました。前のコードは使えません。", "新验证码已发送，之前的不再有效。";
        email_code_pause(seconds): "No mail? Look in the junk folder. A new code can be sent in {seconds} second." | "No mail? Look in the junk folder. A new code can be sent in {seconds} seconds.", "メールが届かない場合は、迷惑メールフォルダーを確認してください。新しいコードは {seconds} 秒後に送信できます。", "没有收到邮件？请查看垃圾邮件文件夹。{seconds} 秒后可发送新验证码。";
        email_code_junk: "No mail? Look in the junk folder, or ask your administrator whether your address is right.", "メールが届かない場合は、迷惑メールフォルダーを確認するか、登録されたアドレスを管理者に確認してください。", "没有收到邮件？请查看垃圾邮件文件夹，或向管理员确认您的地址是否正确。";
        email_code_no_more: "No more codes are sent in this sign-in. If none arrives, start over.", "このサインインではこれ以上コードを送信できません。届かない場合は、最初からやり直してください。", "本次登录不再发送验证码。如仍未收到，请重新开始。";
        new_email_code: "Send a new code", "新しいコードを送信", "发送新验证码";

        keep_title: "Keep your recovery codes", "リカバリーコードの保管", "保存恢复代码";
        keep_why: "Without your phone, each of these codes lets you in once. They are not shown again: keep them in a safe place.",
            "スマートフォンが使えないとき、各コードで 1 回ずつサインインできます。再表示されないため、安全な場所に保管してください。",
            "手机不在身边时，每个代码可供登录一次。代码不会再次显示，请妥善保管。";
        keep_list: "Recovery codes", "リカバリーコード", "恢复代码";
        keep_for(login_id: &str): "Doorward recovery codes for {login_id}", "{login_id} の Doorward リカバリーコード", "{login_id} 的 Doorward 恢复代码";
        kept: "I have kept them", "保管しました", "我已保存";

        new_password_title: "Choose a password", "パスワードの設定", "设置密码";
        new_password: "New password", "新しいパスワード", "新密码";
        new_password_hint(min: usize): "At least {min} characters. Several words in a row are easy to remember and hard to guess.",
            "{min} 文字以上。複数の単語をつなげると、覚えやすく推測されにくくなります。",
            "至少 {min} 个字符。几个词连在一起，既好记又难猜。";
        set_password: "Set password", "パスワードを設定", "设置密码";
        strength_short(more): "{more} more character needed" | "{more} more characters needed", "あと {more} 文字必要です", "还需 {more} 个字符";
        strength_weak: "Easy to guess", "推測されやすい", "容易猜到";
        strength_fair: "Fair", "普通", "一般";
        strength_good: "Good", "良い", "良好";
        strength_strong: "Strong", "強い", "强";

        forgotten_title: "Forgotten password", "パスワードの再設定", "忘记密码";
        forgotten_help: "Enter your login ID. We mail you a link to set a new password.",
            "ログイン ID を入力してください。新しいパスワードを設定するためのリンクをメールでお送りします。",
            "请输入您的登录 ID，我们会通过邮件发送设置新密码的链接。";
        send_link: "Send the link", "リンクを送信", "发送链接";
        forgotten_sent_title: "Look at your mail", "メールを確認してください", "请查看邮件";
        forgotten_sent(login_id: &str): "If there is an account with the login ID {login_id}, a mail with a link is on its way. The link works once, for 30 minutes.",
            "ログイン ID {login_id} のアカウントがある場合、リンクを記載したメールをお送りします。リンクは 30 分間、1 回だけ使えます。",
            "如果存在登录 ID 为 {login_id} 的账户，含有链接的邮件已在发送途中。链接 30 分钟内有效，只能使用一次。";
        forgotten_none: "No mail? Look in the junk folder, or ask your administrator.", "メールが届かない場合は、迷惑メールフォルダーを確認するか、管理者にお問い合わせください。", "没有收到邮件？请查看垃圾邮件文件夹，或联系管理员。";

        set_up_title: "Set up Doorward", "Doorward のセットアップ", "设置 Doorward";
        set_up_help: "You become the first administrator of the operator: the company at the top of the tree.",
            "ツリーの最上位にある運営会社の、最初の管理者を登録します。",
            "您将成为运营商（公司树最上级的公司）的首位管理员。";
        set_up_first_title: "Doorward is not set up yet", "Doorward はまだセットアップされていません", "Doorward 尚未设置";
        set_up_first: "Open the set-up link that Doorward printed on its console when it started. It creates the first administrator.",
            "起動時にコンソールに表示されたセットアップ用リンクを開いてください。最初の管理者を登録できます。",
            "请打开 Doorward 启动时在控制台显示的设置链接，以创建首位管理员。";
        set_up_first_again: "Lost it? Restart Doorward to print a new one.", "リンクがわからない場合は、Doorward を再起動すると新しいリンクが表示されます。", "找不到链接？重新启动 Doorward 即可显示新链接。";
        set_up_ended: "Your account is there. Sign in with the login ID and password you have chosen.", "アカウントは登録されています。設定したログイン ID とパスワードでサインインしてください。", "您的账户已创建，请用您设置的登录 ID 和密码登录。";
        set_up_company: "Company name", "会社名", "公司名称";
        set_up_login_hint: "What you type to sign in. It cannot be changed later.", "サインインに使用します。あとから変更できません。", "登录时输入的 ID，以后不能更改。";
        email: "E-mail", "メールアドレス", "电子邮件";
        first_name: "First name", "名", "名";
        last_name: "Last name", "姓", "姓";
        language: "Language", "言語", "语言";
        time_zone: "Time zone", "タイムゾーン", "时区";
        set_up_submit: "Create administrator", "管理者を登録", "创建管理员";
    }
}
