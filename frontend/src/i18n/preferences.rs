//! Words of Preferences.

app::words! {
    /// How the portal looks and writes.
    pub struct PreferenceWords {
        title: "Preferences", "個人設定", "偏好设置";
        about: "They go with your account: every browser in which you sign in and every mail to you follows at once.", "アカウントとともに保存され、サインインしたすべてのブラウザーとメールに直ちに反映されます。", "随您的账户保存：您登录的每个浏览器和发给您的每封邮件都会立即采用。";
        place: "Language and time zone", "言語とタイムゾーン", "语言和时区";
        appearance: "Appearance", "外観", "外观";
        language: "Language", "言語", "语言";
        time_zone: "Time zone", "タイムゾーン", "时区";
        time_zone_hint(clock: &str): "The clocks there show {clock} now.", "現在の日時: {clock}", "当地现在是 {clock}。";
        zone_unknown: "Choose a time zone from the list.", "一覧からタイムゾーンを選択してください。", "请从列表中选择时区。";
        zones_found(count): "{count} time zone" | "{count} time zones", "{count} 件のタイムゾーン", "{count} 个时区";
        zones_more: "There are more. Type part of the name, such as a city.", "ほかにもあります。都市名などの一部を入力してください。", "还有更多。请输入名称的一部分，例如城市。";
        zones_none: "No time zone has this in its name.", "該当するタイムゾーンはありません。", "没有名称包含此内容的时区。";
        dates: "Dates and times", "日付と時刻", "日期和时间";
        output: "Date/time output format", "日時の表示形式", "日期/时间输出格式";
        output_now(example: &str): "Now is written as {example}.", "現在の表示: {example}", "当前时间显示为 {example}。";
        input: "Date/time input format", "日時の入力形式", "日期/时间输入格式";
        input_now(example: &str): "Now is typed as {example}.", "現在の入力例: {example}", "当前时间输入为 {example}。";
        as_language: "As the language writes it", "言語の標準", "按语言习惯";
        own_pattern: "Another one…", "その他…", "其他…";
        output_pattern: "Output pattern", "表示パターン", "输出模式";
        input_pattern: "Input pattern", "入力パターン", "输入模式";
        pattern_hint: "YYYY year, MM or M month, MMM its name, DD or D day, HH or H hour, hh or h with A for AM/PM, mm minute, ss second. Words go in [brackets].", "YYYY 年、MM または M 月、MMM 月名、DD または D 日、HH または H 時、hh または h と A で午前・午後、mm 分、ss 秒。文字は [角かっこ] で囲みます。", "YYYY 年，MM 或 M 月，MMM 月份名称，DD 或 D 日，HH 或 H 时，hh 或 h 与 A（上午/下午）搭配，mm 分，ss 秒。文字放在 [方括号] 中。";
        try_it: "Try it: type a date and time", "試してみる: 日時を入力", "试一试：输入日期和时间";
        understood(moment: &str): "Understood as {moment}.", "{moment} と解釈されます。", "理解为 {moment}。";
        first_of_two(moment: &str): "The clocks show this time twice that night. The first one is meant: {moment}.", "この時刻は時計の切り替えで 2 回あります。1 回目の {moment} と解釈されます。", "由于时钟调整，当晚此时间会出现两次。此处指第一次：{moment}。";
        try_hint(example: &str): "For example {example}. Nothing is saved by it.", "例: {example}。入力しても保存されません。", "例如 {example}。不会保存任何内容。";
        theme: "Theme", "テーマ", "主题";
        save: "Save", "保存", "保存";
        saved: "Preferences saved", "個人設定を保存しました", "偏好设置已保存";
        acting: "You are logged in as this user. Only they can change their preferences.", "このユーザーとして代理ログイン中です。個人設定を変更できるのは本人だけです。", "您正以该用户身份登录。只有本人可以更改其偏好设置。";
    }
}
