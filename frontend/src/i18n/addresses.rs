//! Words of trusted addresses: setting them and trying them out.

app::words! {
    /// Trusted addresses, of a user or a policy class.
    pub struct AddressWords {
        title: "Trusted addresses", "許可アドレス", "受信任地址";
        addresses: "Addresses", "アドレス", "地址";
        anywhere: "Anywhere", "どこからでも", "任何地址";
        set_for_user: "set for this user", "このユーザーに設定", "为该用户设置";
        edit: "Edit", "編集", "编辑";
        edit_of(login_id: &str): "Trusted addresses of {login_id}", "{login_id} の許可アドレス", "{login_id} 的受信任地址";
        hint: "One address or network in each field: 10.10.10.1, 192.168.192.0/24, 192.168.192.0/255.255.255.0 or 2001:db8::/32. With none, the policy class decides.", "1 つの欄にアドレスまたはネットワークを 1 つ入力します（例: 10.10.10.1、192.168.192.0/24、192.168.192.0/255.255.255.0、2001:db8::/32）。空の場合はポリシークラスに従います。", "每个字段填写一个地址或网络：10.10.10.1、192.168.192.0/24、192.168.192.0/255.255.255.0 或 2001:db8::/32。如不填写，则由策略类决定。";
        class_hint: "One address or network in each field: 10.10.10.1, 192.168.192.0/24, 192.168.192.0/255.255.255.0 or 2001:db8::/32. With none, users may come from anywhere, whatever is said above. Addresses set for a user go before these.", "1 つの欄にアドレスまたはネットワークを 1 つ入力します（例: 10.10.10.1、192.168.192.0/24、192.168.192.0/255.255.255.0、2001:db8::/32）。空の場合は上位の設定にかかわらず制限しません。ユーザーに個別に設定したアドレスが優先されます。", "每个字段填写一个地址或网络：10.10.10.1、192.168.192.0/24、192.168.192.0/255.255.255.0 或 2001:db8::/32。如不填写，则无论上级如何设置，用户都可从任何地址登录。为用户单独设置的地址优先。";
        entry(number: usize): "Address {number}", "アドレス {number}", "地址 {number}";
        remove(number: usize): "Remove address {number}", "アドレス {number} を削除", "移除地址 {number}";
        add: "Add an address", "アドレスを追加", "添加地址";
        saved(login_id: &str): "Trusted addresses of {login_id} saved", "{login_id} の許可アドレスを保存しました", "已保存 {login_id} 的受信任地址";
        saved_at_once: "It counts at once: from elsewhere, neither a sign-in nor an open session goes on.", "保存するとすぐに有効になり、ほかのアドレスからはサインインも利用中のセッションの継続もできなくなります。", "保存后立即生效：从其他地址既不能登录，也不能继续已打开的会话。";
        try_out: "Try it before you save", "保存前に確認", "保存前先试一试";
        try_address: "Would this address get in?", "このアドレスから利用できるか", "从此地址能否登录？";
        try_hint: "An address such as 203.0.113.9: what the list says of it is shown at once.", "203.0.113.9 のようにアドレスを入力すると、すぐに結果を表示します。", "输入地址，例如 203.0.113.9，即可看到列表对它的判断。";
        try_button: "Try", "確認", "测试";
        gets_in(address: &str): "{address} gets in.", "{address} から利用できます。", "{address} 可以登录。";
        gets_in_by(address: &str, entry: &str): "{address} gets in, by {entry}.", "{address} から利用できます（{entry} に該当）。", "{address} 可以登录（匹配 {entry}）。";
        stays_out(address: &str): "{address} does not get in.", "{address} からは利用できません。", "{address} 不能登录。";
        nobody_elsewhere: "During the last 30 days, nobody signed in from elsewhere.", "過去 30 日間に、これ以外のアドレスからのサインインはありません。", "最近 30 天内，没有从其他地址的登录。";
        elsewhere: "Signed in from elsewhere during the last 30 days", "過去 30 日間の、これ以外のアドレスからのサインイン", "最近 30 天内从其他地址的登录";
        address: "Address", "アドレス", "地址";
        times: "Times", "回数", "次数";
        last: "Last", "最終", "最近一次";
        add_this: "Add", "追加", "添加";
        add_this_named(address: &str): "Add {address}", "{address} を追加", "添加 {address}";
    }
}
