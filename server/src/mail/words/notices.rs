//! The mails that tell what happened to an account.

app::words! {
    /// Mails that tell what happened.
    pub struct NoticeWords {
        code_subject: "Your verification code", "確認コードのお知らせ";
        code_opening: "Enter this code to go on signing in:", "サインインを続けるには、次の確認コードを入力してください。";
        code_secret: "The code works once, in the sign-in that you have begun. Tell it to nobody, not even to an administrator.", "コードは、開始したサインインで一度だけ使えます。管理者も含め、誰にも教えないでください。";
        code_not_you: "If you are not signing in, somebody knows your password: set a new one at once and tell your administrator.", "サインインした覚えがない場合は、パスワードが知られているおそれがあります。すぐにパスワードを変更し、管理者へ連絡してください。";

        password_subject: "Your password was changed", "パスワードが変更されました";
        password_opening: "The password of your account was changed.", "アカウントのパスワードが変更されました。";

        generated_subject: "An administrator has set a new password for you", "管理者が新しいパスワードを設定しました";
        generated_opening: "An administrator has set a new password for your account. Your old one no longer works, and you are signed out everywhere.", "管理者がアカウントに新しいパスワードを設定しました。これまでのパスワードは使えなくなり、すべての端末からサインアウトしました。";
        generated_next: "The new password comes from the administrator; this mail does not contain it. At the next sign-in you choose one of your own.", "新しいパスワードはこのメールには記載していません。管理者から直接お受け取りください。次のサインイン時に、ご自身のパスワードに変更していただきます。";

        bound_subject: "An authenticator was set up", "認証アプリが設定されました";
        bound_opening: "An authenticator app was set up for your account. From now on signing in asks for its one-time code.", "アカウントに認証アプリが設定されました。今後のサインインではワンタイムコードを確認します。";

        reset_subject: "Your two-factor authentication was reset", "二要素認証がリセットされました";
        reset_opening: "An administrator has reset your two-factor authentication. Your authenticator and your recovery codes no longer work, and you are signed out everywhere.", "管理者が二要素認証をリセットしました。これまでの認証アプリとリカバリーコードは使えなくなり、すべての端末からサインアウトしました。";
        reset_next: "If you need a second factor, the next sign-in shows a new QR code.", "二要素認証が必要な場合は、次のサインイン時に新しい QR コードを表示します。";

        disabled_subject: "Your two-factor authentication was switched off", "二要素認証が無効になりました";
        disabled_opening: "Two-factor authentication was switched off for your account. From now on the password alone opens it.", "アカウントの二要素認証が無効になりました。今後はパスワードだけでサインインできます。";

        email_subject: "Your e-mail address was changed", "メールアドレスが変更されました";
        email_opening: "Mail about your account goes to another address from now on.", "アカウントに関するメールの送信先が変更されました。";

        device_subject: "Sign-in from a new device", "新しい端末からのサインイン";
        device_opening: "Somebody signed in to your account from a device that was not seen before.", "これまでに使われたことのない端末から、アカウントへのサインインがありました。";
        device_not_you: "If this was not you, set a new password at once and tell your administrator.", "心当たりがない場合は、すぐにパスワードを変更し、管理者へ連絡してください。";

        acting_subject(by: &str): "{by} logged in as you", "{by} があなたのアカウントに代理ログインしました";
        acting_opening: "An administrator is logged in to the portal as you, to look into or do something in your place. Your password is not known to them, and they cannot change your password, your second factor, your e-mail address, your tokens or your rights.", "管理者が、確認または代行のためにあなたのアカウントでポータルを利用しています。あなたのパスワードは知られておらず、パスワード、二要素認証、メールアドレス、トークン、権限が変更されることもありません。";
        acting_who: "Administrator", "管理者";
        acting_until: "Until, at the latest", "終了予定（最長）";
        acting_reason: "Reason", "理由";
        acting_next: "Everything they do meanwhile is recorded with both names.", "この間の操作は、あなたと管理者の両方の名前で記録されます。";

        renewed_subject: "New recovery codes were made", "リカバリーコードが再発行されました";
        renewed_opening: "New recovery codes were made for your account. The ones before no longer work.", "アカウントのリカバリーコードが再発行されました。以前のコードは使えなくなりました。";

        codes_subject: "Your recovery codes are running low", "リカバリーコードが残りわずかです";
        codes_none: "You have used your last recovery code.", "リカバリーコードをすべて使い切りました。";
        codes_left(left): "{left} recovery code is left." | "{left} recovery codes are left.", "リカバリーコードは残り {left} 個です。";
        codes_next: "Without one you cannot sign in when your authenticator is lost. Make new ones in Account management, under Account security.", "認証アプリを失ったときにサインインできなくなります。「アカウント管理」の「アカウントのセキュリティ」で新しいコードを発行してください。";
    }
}
