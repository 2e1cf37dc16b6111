//! Words of trusted addresses: setting them and trying them out.

app::words! {
    /// Trusted addresses, of a user or a policy class.
    pub struct AddressWords {
        title: "Trusted addresses", "許可アドレス";
        addresses: "Addresses", "アドレス";
        anywhere: "Anywhere", "どこからでも";
        set_for_user: "set for this user", "このユーザーに設定";
        edit: "Edit", "編集";
        edit_of(login_id: &str): "Trusted addresses of {login_id}", "{login_id} の許可アドレス";
        hint: "One address or network in each field: 10.10.10.1, 192.168.192.0/24, 192.168.192.0/255.255.255.0 or 2001:db8::/32. With none, the policy class decides.", "1 つの欄にアドレスまたはネットワークを 1 つ入力します（例: 10.10.10.1、192.168.192.0/24、192.168.192.0/255.255.255.0、2001:db8::/32）。空の場合はポリシークラスに従います。";
        class_hint: "One address or network in each field: 10.10.10.1, 192.168.192.0/24, 192.168.192.0/255.255.255.0 or 2001:db8::/32. With none, users may come from anywhere, whatever is said above. Addresses set for a user go before these.", "1 つの欄にアドレスまたはネットワークを 1 つ入力します（例: 10.10.10.1、192.168.192.0/24、192.168.192.0/255.255.255.0、2001:db8::/32）。空の場合は上位の設定にかかわらず制限しません。ユーザーに個別に設定したアドレスが優先されます。";
        entry(number: usize): "Address {number}", "アドレス {number}";
        remove(number: usize): "Remove address {number}", "アドレス {number} を削除";
        add: "Add an address", "アドレスを追加";
        saved(login_id: &str): "Trusted addresses of {login_id} saved", "{login_id} の許可アドレスを保存しました";
        saved_at_once: "It counts at once: from elsewhere, neither a sign-in nor an open session goes on.", "保存するとすぐに有効になり、ほかのアドレスからはサインインも利用中のセッションの継続もできなくなります。";
        try_out: "Try it before you save", "保存前に確認";
        try_address: "Would this address get in?", "このアドレスから利用できるか";
        try_hint: "An address such as 203.0.113.9: what the list says of it is shown at once.", "203.0.113.9 のようにアドレスを入力すると、すぐに結果を表示します。";
        try_button: "Try", "確認";
        gets_in(address: &str): "{address} gets in.", "{address} から利用できます。";
        gets_in_by(address: &str, entry: &str): "{address} gets in, by {entry}.", "{address} から利用できます（{entry} に該当）。";
        stays_out(address: &str): "{address} does not get in.", "{address} からは利用できません。";
        nobody_elsewhere: "During the last 30 days, nobody signed in from elsewhere.", "過去 30 日間に、これ以外のアドレスからのサインインはありません。";
        elsewhere: "Signed in from elsewhere during the last 30 days", "過去 30 日間の、これ以外のアドレスからのサインイン";
        address: "Address", "アドレス";
        times: "Times", "回数";
        last: "Last", "最終";
        add_this: "Add", "追加";
        add_this_named(address: &str): "Add {address}", "{address} を追加";
    }
}
