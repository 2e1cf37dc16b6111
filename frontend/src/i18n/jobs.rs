//! Words about jobs: choosing many users, previews, progress and results.

app::words! {
    /// Selecting users, the page Jobs and the page of one job.
    pub struct JobWords {
        jobs: "Jobs", "ジョブ";
        job(number: &str): "Job {number}", "ジョブ {number}";
        back_to_jobs: "Jobs", "ジョブ一覧";
        back_to_users: "Manage Users", "ユーザー管理";
        selected(count): "{count} selected", "{count} 件選択中";
        all_selected(count): "All {count} that match are selected", "条件に一致する {count} 件すべてを選択中";
        all_selected_open: "All that match are selected", "条件に一致するものをすべて選択中";
        select_all_matching(count): "Select all {count} that match", "一致する {count} 件すべてを選択";
        select_all_open: "Select all that match", "一致するものをすべて選択";
        clear_selection: "Clear selection", "選択を解除";
        choose_action: "Do with them", "一括操作";
        none_yet: "You have no jobs. Select users in Manage Users and choose what to do with them.", "ジョブはありません。ユーザー管理でユーザーを選択し、操作を選んでください。";
        kept: "Your own jobs of the last 30 days. A job goes on when you leave the page or sign out.", "過去 30 日間の自分のジョブです。ページを離れてもサインアウトしても、ジョブは続行されます。";
        what: "What", "内容";
        state: "State", "状態";
        users: "Users", "ユーザー数";
        asked: "Asked for", "作成日時";
        started: "Started", "開始日時";
        ended: "Ended", "終了日時";
        user: "User name", "ユーザー名";
        name: "Name", "氏名";
        outcome: "Outcome", "結果";
        why: "Why", "理由";
        with_role(action: &str, role: &str): "{action}: {role}", "{action}: {role}";
        until(action: &str, end: &str): "{action}: {end}", "{action}: {end}";
        never_ends: "never", "無期限";
        progress(done: &str, total: &str): "{done} of {total}", "{total} 件中 {done} 件";
        seconds_left(count): "about {count} second left" | "about {count} seconds left", "残り約 {count} 秒";
        minutes_left(count): "about {count} minute left" | "about {count} minutes left", "残り約 {count} 分";
        preview_text: "Nothing has been changed yet. This is what would happen:", "まだ何も変更されていません。実行すると次のようになります。";
        nothing_would_change: "None of these users would change, so there is nothing to start.", "変更されるユーザーがいないため、開始するものがありません。";
        start(count): "Start: change {count} user" | "Start: change {count} users", "開始: {count} 人を変更";
        start_delete(count): "Start: delete {count} user" | "Start: delete {count} users", "開始: {count} 人を削除";
        start_issue(count): "Start: invite {count} user" | "Start: invite {count} users", "開始: {count} 人に発行";
        start_title(count, action: &str): "{action} for {count} user?" | "{action} for {count} users?", "{count} 人に対して「{action}」を実行しますか?";
        delete_title(count): "Delete {count} user?" | "Delete {count} users?", "{count} 人を削除しますか?";
        others_stay(count): "{count} other user stays as it is: there is nothing to do, or a rule says no." | "{count} other users stay as they are: there is nothing to do, or a rule says no.", "ほかの {count} 人は変更不要または拒否のため、そのままです。";
        changed_since: "Whoever has changed since this preview is left out and listed as refused.", "このプレビューの後に変更されたユーザーは対象から外れ、拒否として表示されます。";
        delete_text: "They and the users they created go to the bin and can no longer sign in.", "対象のユーザーと、その人が作成したユーザーはごみ箱に移り、サインインできなくなります。";
        sessions_text: "Their sessions end at once.", "セッションはすぐに終了します。";
        factor_off_text: "Where the second factor is no longer asked for, the authenticator is forgotten.", "二要素認証が不要になったユーザーの認証アプリは登録解除されます。";
        reset_text: "Their authenticators and recovery codes stop working; the next sign-in sets up anew.", "認証アプリとリカバリーコードは使えなくなり、次回サインイン時に再設定します。";
        issue_text: "Each gets a mail with a new link; older links are void.", "各ユーザーに新しいリンクのメールが届き、以前のリンクは無効になります。";
        role_gone_text: "Who has no other role gets the default role.", "ほかにロールがないユーザーには既定のロールが割り当てられます。";
        move_text: "From now on the other company’s administrators and policy class decide over them.", "以後は移動先の会社の管理者とポリシークラスが適用されます。";
        expiry_text: "Accounts that have ended and get a later date can sign in again.", "期限切れのアカウントも、期限を延ばすと再びサインインできます。";
        cancel_job: "Cancel job", "ジョブをキャンセル";
        cancel_title: "Cancel this job?", "このジョブをキャンセルしますか?";
        cancel_text(count): "What was done stays done. {count} user stays as it is." | "What was done stays done. {count} users stay as they are.", "完了した変更は元に戻りません。残りの {count} 人はそのままです。";
        was_started: "The job is running", "ジョブを開始しました";
        was_cancelled: "The job was cancelled", "ジョブをキャンセルしました";
        goes_on: "You can leave this page; the job goes on.", "このページを離れてもジョブは続行されます。";
        all_outcomes: "Outcome", "結果";
        nothing_matches: "No row has this outcome.", "この結果の行はありません。";
        results: "Results", "結果一覧";
        hidden_user(number: &str): "User no. {number}", "ユーザー番号 {number}";
        along_with: "goes along with the user above", "上のユーザーと一緒に削除";
        not_done: "Not done", "未実行";
        still_to_do: "Still to do", "これから実行";
        ask_title(count, action: &str): "{action} for {count} user" | "{action} for {count} users", "{count} 人: {action}";
        ask_title_all(action: &str): "{action} for all that match", "一致する全員: {action}";
        expiry_hint: "The last day, in your time zone. Empty: the accounts never end.", "最終日 (あなたのタイムゾーン)。空欄の場合は無期限です。";
        preview: "Preview", "プレビュー";
        preview_hint: "Next you see what would happen to each of them. Nothing is changed yet.", "次の画面で、各ユーザーに何が起こるかを確認できます。まだ何も変更されません。";
        role: "Role", "ロール";
        find_role: "Find a role", "ロールを検索";
        more_roles: "There are more roles than these. Search to find the others.", "ほかにもロールがあります。検索して絞り込んでください。";
        choose_role: "Choose a role", "ロールを選択";
        choose_company: "Choose a company", "会社を選択";
        company: "Company", "会社";
        expiration_date: "Expiration date", "有効期限";
        refresh: "Refresh", "更新";
    }
}
