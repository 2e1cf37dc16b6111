//! The mails that tell what happened to an account.

app::words! {
    /// Mails that tell what happened.
    pub struct NoticeWords {
        code_subject: "Your verification code", "確認コードのお知らせ", "您的邮件验证码";
        code_opening: "Enter this code to go on signing in:", "サインインを続けるには、次の確認コードを入力してください。", "请输入以下验证码以继续登录：";
        code_secret: "The code works once, in the sign-in that you have begun. Tell it to nobody, not even to an administrator.", "コードは、開始したサインインで一度だけ使えます。管理者も含め、誰にも教えないでください。", "验证码只能在您已开始的登录中使用一次。请勿告诉任何人，包括管理员。";
        code_not_you: "If you are not signing in, somebody knows your password: set a new one at once and tell your administrator.", "サインインした覚えがない場合は、パスワードが知られているおそれがあります。すぐにパスワードを変更し、管理者へ連絡してください。", "如果不是您在登录，说明有人知道您的密码：请立即设置新密码并告知管理员。";

        password_subject: "Your password was changed", "パスワードが変更されました", "您的密码已更改";
        password_opening: "The password of your account was changed.", "アカウントのパスワードが変更されました。", "您账户的密码已更改。";

        generated_subject: "An administrator has set a new password for you", "管理者が新しいパスワードを設定しました", "管理员为您设置了新密码";
        generated_opening: "An administrator has set a new password for your account. Your old one no longer works, and you are signed out everywhere.", "管理者がアカウントに新しいパスワードを設定しました。これまでのパスワードは使えなくなり、すべての端末からサインアウトしました。", "管理员为您的账户设置了新密码。原密码已失效，您已在各处退出登录。";
        generated_next: "The new password comes from the administrator; this mail does not contain it. At the next sign-in you choose one of your own.", "新しいパスワードはこのメールには記載していません。管理者から直接お受け取りください。次のサインイン時に、ご自身のパスワードに変更していただきます。", "新密码由管理员转交，不包含在此邮件中。下次登录时，您须另设自己的密码。";

        bound_subject: "An authenticator was set up", "認証アプリが設定されました", "已设置身份验证器";
        bound_opening: "An authenticator app was set up for your account. From now on signing in asks for its one-time code.", "アカウントに認証アプリが設定されました。今後のサインインではワンタイムコードを確認します。", "您的账户已设置身份验证器应用。今后登录时需要输入其一次性验证码。";

        reset_subject: "Your two-factor authentication was reset", "二要素認証がリセットされました", "您的双因素身份验证已重置";
        reset_opening: "An administrator has reset your two-factor authentication. Your authenticator and your recovery codes no longer work, and you are signed out everywhere.", "管理者が二要素認証をリセットしました。これまでの認証アプリとリカバリーコードは使えなくなり、すべての端末からサインアウトしました。", "管理员重置了您的双因素身份验证。您的身份验证器和恢复代码已失效，您已在各处退出登录。";
        reset_next: "If you need a second factor, the next sign-in shows a new QR code.", "二要素認証が必要な場合は、次のサインイン時に新しい QR コードを表示します。", "如果您需要第二因素，下次登录时会显示新的二维码。";

        disabled_subject: "Your two-factor authentication was switched off", "二要素認証が無効になりました", "您的双因素身份验证已停用";
        disabled_opening: "Two-factor authentication was switched off for your account. From now on the password alone opens it.", "アカウントの二要素認証が無効になりました。今後はパスワードだけでサインインできます。", "您账户的双因素身份验证已停用。今后只凭密码即可登录。";

        email_subject: "Your e-mail address was changed", "メールアドレスが変更されました", "您的电子邮件地址已更改";
        email_opening: "Mail about your account goes to another address from now on.", "アカウントに関するメールの送信先が変更されました。", "今后有关您账户的邮件将发送到另一个地址。";

        device_subject: "Sign-in from a new device", "新しい端末からのサインイン", "从新设备登录";
        device_opening: "Somebody signed in to your account from a device that was not seen before.", "これまでに使われたことのない端末から、アカウントへのサインインがありました。", "有人从以前未见过的设备登录了您的账户。";
        device_not_you: "If this was not you, set a new password at once and tell your administrator.", "心当たりがない場合は、すぐにパスワードを変更し、管理者へ連絡してください。", "如果不是您本人，请立即设置新密码并告知管理员。";

        acting_subject(by: &str): "{by} logged in as you", "{by} があなたのアカウントに代理ログインしました", "{by} 以您的身份登录";
        acting_opening: "An administrator is logged in to the portal as you, to look into or do something in your place. Your password is not known to them, and they cannot change your password, your second factor, your e-mail address, your tokens or your rights.", "管理者が、確認または代行のためにあなたのアカウントでポータルを利用しています。あなたのパスワードは知られておらず、パスワード、二要素認証、メールアドレス、トークン、権限が変更されることもありません。", "管理员正以您的身份登录门户，以便查看情况或代您操作。管理员不知道您的密码，也不能更改您的密码、第二因素、电子邮件地址、令牌或权限。";
        acting_who: "Administrator", "管理者", "管理员";
        acting_until: "Until, at the latest", "終了予定（最長）", "最晚至";
        acting_reason: "Reason", "理由", "原因";
        acting_next: "Everything they do meanwhile is recorded with both names.", "この間の操作は、あなたと管理者の両方の名前で記録されます。", "期间的所有操作都会以两个人的名义记录。";

        api_token_subject: "An API token was issued for your account", "アカウントに API トークンが発行されました", "已为您的账户签发 API 令牌";
        api_token_opening: "An administrator has issued an API token for your account. A program that holds it can act as you, within the permissions that you both have. You see it and can delete it in Account management, under Issue token.", "管理者があなたのアカウントに API トークンを発行しました。このトークンを持つプログラムは、あなたと管理者の両方が持つ権限の範囲で、あなたとして操作できます。「アカウント管理」の「トークン発行」で確認と削除ができます。", "管理员为您的账户签发了一个 API 令牌。持有该令牌的程序可以在您与管理员共有的权限范围内以您的身份操作。您可以在“账户管理”的“签发令牌”中查看和删除它。";
        api_token_name: "Token", "トークン", "令牌";

        closed_subject: "Your account is closed", "アカウントが閉鎖されました", "您的账户已注销";
        closed_opening: "You have closed your account. You are signed out everywhere, and your tokens no longer work.", "アカウントを閉鎖しました。すべての端末からサインアウトし、トークンは使えなくなりました。", "您已注销账户。您已在各处退出登录，您的令牌已失效。";
        closed_next(days): "If that was a mistake, an administrator can bring it back within {days} day." | "If that was a mistake, an administrator can bring it back within {days} days.", "誤って閉鎖した場合は、{days} 日以内であれば管理者が元に戻せます。", "如系误操作，管理员可在 {days} 天内恢复账户。";

        renewed_subject: "New recovery codes were made", "リカバリーコードが再発行されました", "恢复代码已重新生成";
        renewed_opening: "New recovery codes were made for your account. The ones before no longer work.", "アカウントのリカバリーコードが再発行されました。以前のコードは使えなくなりました。", "您账户的恢复代码已重新生成，之前的代码不再有效。";

        codes_subject: "Your recovery codes are running low", "リカバリーコードが残りわずかです", "您的恢复代码即将用完";
        codes_none: "You have used your last recovery code.", "リカバリーコードをすべて使い切りました。", "您已用完最后一个恢复代码。";
        codes_left(left): "{left} recovery code is left." | "{left} recovery codes are left.", "リカバリーコードは残り {left} 個です。", "您还剩 {left} 个恢复代码。";
        codes_next: "Without one you cannot sign in when your authenticator is lost. Make new ones in Account management, under Account security.", "認証アプリを失ったときにサインインできなくなります。「アカウント管理」の「アカウントのセキュリティ」で新しいコードを発行してください。", "没有恢复代码，一旦丢失身份验证器将无法登录。请在“账户管理”的“账户安全”中重新生成。";
    }
}
