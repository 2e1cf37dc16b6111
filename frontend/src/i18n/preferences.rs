//! Words of Preferences.

app::words! {
    /// How the portal looks and writes.
    pub struct PreferenceWords {
        title: "Preferences", "個人設定";
        about: "They go with your account: every browser in which you sign in and every mail to you follows at once.", "アカウントとともに保存され、サインインしたすべてのブラウザーとメールに直ちに反映されます。";
        place: "Language and time zone", "言語とタイムゾーン";
        appearance: "Appearance", "外観";
        language: "Language", "言語";
        time_zone: "Time zone", "タイムゾーン";
        time_zone_hint(clock: &str): "The clocks there show {clock} now.", "現在の日時: {clock}";
        zone_unknown: "Choose a time zone from the list.", "一覧からタイムゾーンを選択してください。";
        zones_found(count): "{count} time zone" | "{count} time zones", "{count} 件のタイムゾーン";
        zones_more: "There are more. Type part of the name, such as a city.", "ほかにもあります。都市名などの一部を入力してください。";
        zones_none: "No time zone has this in its name.", "該当するタイムゾーンはありません。";
        dates: "Dates and times", "日付と時刻";
        output: "Date/time output format", "日時の表示形式";
        output_now(example: &str): "Now is written as {example}.", "現在の表示: {example}";
        input: "Date/time input format", "日時の入力形式";
        input_now(example: &str): "Now is typed as {example}.", "現在の入力例: {example}";
        as_language: "As the language writes it", "言語の標準";
        own_pattern: "Another one…", "その他…";
        output_pattern: "Output pattern", "表示パターン";
        input_pattern: "Input pattern", "入力パターン";
        pattern_hint: "YYYY year, MM or M month, MMM its name, DD or D day, HH or H hour, hh or h with A for AM/PM, mm minute, ss second. Words go in [brackets].", "YYYY 年、MM または M 月、MMM 月名、DD または D 日、HH または H 時、hh または h と A で午前・午後、mm 分、ss 秒。文字は [角かっこ] で囲みます。";
        try_it: "Try it: type a date and time", "試してみる: 日時を入力";
        understood(moment: &str): "Understood as {moment}.", "{moment} と解釈されます。";
        first_of_two(moment: &str): "The clocks show this time twice that night. The first one is meant: {moment}.", "この時刻は時計の切り替えで 2 回あります。1 回目の {moment} と解釈されます。";
        try_hint(example: &str): "For example {example}. Nothing is saved by it.", "例: {example}。入力しても保存されません。";
        theme: "Theme", "テーマ";
        save: "Save", "保存";
        saved: "Preferences saved", "個人設定を保存しました";
        acting: "You are logged in as this user. Only they can change their preferences.", "このユーザーとして代理ログイン中です。個人設定を変更できるのは本人だけです。";
    }
}
