//! What can be wrong with one field of a form or a request, named so that it can be shown beside it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Language, Timestamp, dates::PatternProblem};

/// A field by the name it has on the wire, and what is wrong with its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FieldProblem {
    /// The field's name on the wire, with dots and indexes for nested ones.
    pub field: String,
    /// What is wrong.
    pub problem: Problem,
}

impl FieldProblem {
    /// `problem` at `field`.
    pub fn new(field: impl Into<String>, problem: Problem) -> Self {
        Self {
            field: field.into(),
            problem,
        }
    }
}

/// What is wrong with a value, and by that what would be right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[schema(as = WhatIsWrong)]
pub enum Problem {
    /// Nothing was given where something is needed.
    Missing,
    /// Nothing is chosen where something has to be.
    NothingChosen,
    /// Fewer characters than needed.
    TooShort {
        /// The fewest allowed.
        min: usize,
    },
    /// More characters than allowed.
    TooLong {
        /// The most allowed.
        max: usize,
    },
    /// A number below the least or above the most allowed.
    OutOfRange {
        /// The least allowed.
        min: u32,
        /// The most allowed.
        max: u32,
    },
    /// A control character or line break where text of one line is needed.
    ControlCharacter,
    /// A login ID with a character that login IDs cannot have.
    LoginIdCharacters,
    /// Not an e-mail address.
    NotAnEmail,
    /// The present e-mail address, where another is needed.
    SameEmail,
    /// Not six digits.
    NotACode,
    /// Not a recovery code.
    NotARecoveryCode,
    /// The one-time code is not the one of this moment, or was used already.
    WrongCode,
    /// Not six digits, where a mailed code is asked.
    NotAnEmailCode,
    /// Not the newest code that was mailed for this sign-in.
    WrongEmailCode,
    /// There is no mailed code to be entered: it has expired, or mail goes to another address by now.
    EmailCodeOver,
    /// Somebody has this login ID, perhaps in the bin.
    Taken,
    /// A company of this name exists beside it.
    NameTaken,
    /// A role of this name belongs to the same company.
    RoleNameTaken,
    /// The company has a policy class of this name.
    ClassNameTaken,
    /// Not an RFC 3339 date and time.
    NotATime,
    /// A moment in the past where one to come is needed.
    InThePast,
    /// A token would last longer than the policy or its owner's account allows.
    TokenTooLong {
        /// The latest moment at which it can end.
        latest: Timestamp,
    },
    /// Rotation was asked for a token that is not exchanged.
    OnlyRefreshTokensRotate,
    /// Later than the caller's own account ends: nobody gives more time than they have.
    BeyondOnesOwn {
        /// The latest moment that can be given.
        latest: Timestamp,
    },
    /// Not one of the IANA time zones.
    NotATimeZone,
    /// Not a pattern by which dates can be written and read.
    NotAPattern(PatternProblem),
    /// A date or time that is written otherwise than the reader does.
    WrittenOtherwise {
        /// The form that is expected.
        example: String,
    },
    /// A day that no calendar has, or a time that no clock shows.
    NoSuchDate,
    /// A time that the clocks skip, because they are turned forward.
    SkippedTime {
        /// The nearest time before.
        before: String,
        /// The nearest time after.
        after: String,
    },
    /// Neither an IP address nor a network.
    NotAnAddress,
    /// Not a single IP address.
    NotOneAddress,
    /// What stands behind the slash of a network is no netmask.
    NotANetmask {
        /// What stands there.
        netmask: String,
    },
    /// What stands behind the slash of a network is not the number of its leading bits.
    PrefixTooLong {
        /// The most bits an address of this family has.
        longest: u8,
    },
    /// More entries than allowed.
    TooMany {
        /// The most allowed.
        max: usize,
    },
    /// The thing named is not there, or not for you.
    NotFound,
    /// The role cannot be given here, or by you.
    RoleNotGrantable,
    /// None was chosen, and the default role allows more than the caller holds.
    DefaultRoleNotGrantable,
    /// The role cannot be used by every company of a kind.
    RoleNotEverywhere,
    /// Permissions that the caller does not hold on these channels.
    NotHeld {
        /// Which, such as `users:read (web, api)`.
        permissions: String,
    },
    /// A permission that only users of the operator's own company can have.
    OperatorOnly,
    /// This kind of company cannot stand there.
    KindNotAllowedHere,
    /// A company cannot move into itself or its subsidiaries.
    WouldBeACycle,
    /// The password is among those everybody tries, or says one's own name.
    GuessablePassword,
    /// The password is the present one.
    SamePassword,
    /// The password was the user's own some time ago, and the policy remembers it.
    UsedBefore,
    /// The current password is not right.
    WrongPassword,
    /// Not one of the words that can stand there.
    NotOneOf {
        /// The words.
        allowed: String,
    },
    /// Not a whole number where something is named by its number.
    NotANumber,
    /// The number and the name of a company do not belong together.
    OtherCompanyName {
        /// What the company of that number is called.
        name: String,
    },
    /// Several companies have this name.
    CompanyNameNotUnique,
    /// No role of this name can be given there.
    NoSuchRole {
        /// The name.
        name: String,
    },
    /// Several roles that could be meant have this name.
    RoleNameNotUnique {
        /// The name.
        name: String,
    },
    /// The value could not be read.
    Unreadable {
        /// What the reader expected, in English, from the parser.
        expected: String,
    },
}

crate::words! {
    /// What is wrong with a field, in words.
    struct ProblemWords {
        missing: "Fill in this field.", "入力してください。", "请填写此字段。";
        nothing_chosen: "Choose at least one.", "1 つ以上選択してください。", "请至少选择一项。";
        too_short(min: usize): "Use at least {min} characters.", "{min} 文字以上で入力してください。", "请至少输入 {min} 个字符。";
        too_long(max: usize): "Use at most {max} characters.", "{max} 文字以内で入力してください。", "请最多输入 {max} 个字符。";
        out_of_range(min: u32, max: u32): "Enter a whole number from {min} to {max}.", "{min} から {max} までの整数を入力してください。", "请输入 {min} 到 {max} 之间的整数。";
        control_character: "Use one line of plain text, without control characters.", "改行や制御文字を含めずに入力してください。", "请输入单行纯文本，不含控制字符。";
        login_id_characters: "Use letters a–z, digits and . _ - @ +, beginning with a letter or digit.", "半角英数字と . _ - @ + が使えます。先頭は英数字にしてください。", "可使用字母 a–z、数字和 . _ - @ +，须以字母或数字开头。";
        not_an_email: "Enter an e-mail address such as name@example.com.", "name@example.com のようなメールアドレスを入力してください。", "请输入电子邮件地址，例如 name@example.com。";
        same_email: "This is your address already. Enter another one.", "現在と同じメールアドレスです。別のアドレスを入力してください。", "这已经是您当前的地址。请输入其他地址。";
        not_a_code: "Enter the 6 digits shown in the authenticator.", "認証アプリに表示された 6 桁の数字を入力してください。", "请输入身份验证器显示的 6 位数字。";
        not_a_recovery_code: "Enter a recovery code such as abcd-efgh-jkmn.", "abcd-efgh-jkmn のようなリカバリーコードを入力してください。", "请输入恢复代码，例如 abcd-efgh-jkmn。";
        wrong_code: "That code is not right, or was used already. Wait for the next one and try again.", "コードが正しくないか、使用済みです。次のコードが表示されてから入力してください。", "验证码不正确或已使用过，请等待下一个验证码后重试。";
        not_an_email_code: "Enter the 6 digits from the mail.", "メールに記載された 6 桁の数字を入力してください。", "请输入邮件中的 6 位数字。";
        wrong_email_code: "That code is not right. Only the code of the newest mail works.", "コードが正しくありません。最新のメールに記載されたコードだけが使えます。", "验证码不正确，只有最新一封邮件中的验证码有效。";
        email_code_over: "This code has expired. Send a new one.", "コードの有効期限が切れました。新しいコードを送信してください。", "此验证码已过期，请重新发送。";
        taken: "This login ID is taken. Choose another.", "このログイン ID は使われています。別の ID を入力してください。", "此登录 ID 已被占用，请换一个。";
        role_name_taken: "This company has a role of this name already. Choose another name.", "この会社には同じ名前のロールがすでにあります。別の名前を入力してください。", "该公司已有同名角色，请换一个名称。";
        name_taken: "A company of this name is there already. Choose another name.", "同じ名前の会社がすでにあります。別の名前を入力してください。", "已有同名公司，请换一个名称。";
        class_name_taken: "The company has a policy class of this name already. Choose another name.", "この会社には同じ名前のポリシークラスがあります。別の名前を入力してください。", "该公司已有同名策略类，请换一个名称。";
        not_a_time: "Enter a date and time such as 2027-03-31T23:59:59Z.", "2027-03-31T23:59:59Z のような日時を入力してください。", "请输入日期和时间，例如 2027-03-31T23:59:59Z。";
        in_the_past: "Choose a moment that is still to come.", "これから先の日時を指定してください。", "请选择一个将来的时间。";
        token_too_long(latest: &str): "Choose {latest} at the latest.", "{latest} までの日時を指定してください。", "最晚可选择 {latest}。";
        only_refresh_tokens_rotate: "Only a refresh token can be replaced at each exchange.", "交換ごとに更新できるのはリフレッシュトークンだけです。", "只有刷新令牌可以在每次兑换时更换。";
        beyond_ones_own(latest: &str): "Choose {latest} at the latest: your own account ends then, and you cannot give others more time.", "{latest} までの日時を指定してください。あなたのアカウントの有効期限より後には設定できません。", "最晚可选择 {latest}：您自己的账户届时到期，不能给他人更长的时间。";
        not_a_time_zone: "Choose a time zone such as Asia/Tokyo.", "Asia/Tokyo のようなタイムゾーンを選んでください。", "请选择时区，例如 Asia/Shanghai。";
        written_otherwise(example: &str): "Write it as {example}.", "{example} のように入力してください。", "请写成 {example}。";
        no_such_date: "There is no such day or time.", "存在しない日付または時刻です。", "不存在这样的日期或时间。";
        skipped_time(before: &str, after: &str): "The clocks skip this time. The nearest are {before} and {after}.", "時計の切り替えにより、この時刻は存在しません。最も近い時刻は {before} と {after} です。", "由于时钟调整，此时间不存在。最接近的时间是 {before} 和 {after}。";
        not_an_address: "Enter an address such as 10.10.10.1 or 2001:db8::1, or a network such as 192.168.192.0/24 or 192.168.192.0/255.255.255.0.", "10.10.10.1 や 2001:db8::1 のようなアドレス、または 192.168.192.0/24 や 192.168.192.0/255.255.255.0 のようなネットワークを入力してください。", "请输入地址（例如 10.10.10.1 或 2001:db8::1）或网络（例如 192.168.192.0/24 或 192.168.192.0/255.255.255.0）。";
        not_one_address: "Enter one address such as 203.0.113.9 or 2001:db8::1.", "203.0.113.9 や 2001:db8::1 のようなアドレスを 1 つ入力してください。", "请输入一个地址，例如 203.0.113.9 或 2001:db8::1。";
        not_a_netmask(netmask: &str): "“{netmask}” is no netmask: its ones come first, without a gap, as in 255.255.255.0.", "「{netmask}」はネットマスクではありません。255.255.255.0 のように、先頭から連続するビットで指定してください。", "“{netmask}”不是有效的子网掩码：为 1 的位必须从最前面开始且连续，例如 255.255.255.0。";
        prefix_too_long(longest: u8): "After the slash goes a number from 0 to {longest}.", "スラッシュの後には 0 から {longest} までの数を入力してください。", "斜杠后应为 0 到 {longest} 之间的数字。";
        too_many(max: usize): "Give at most {max} entries.", "{max} 件以内で入力してください。", "最多可填写 {max} 项。";
        not_found: "There is no such thing here. Choose one from the list.", "見つかりません。一覧から選んでください。", "这里没有该项，请从列表中选择。";
        role_not_grantable: "You cannot give this role: it holds rights that you do not have, or does not belong to this company.", "このロールは付与できません。自分にない権限を含むか、この会社では使えません。", "您不能授予此角色：它包含您没有的权限，或不能在该公司使用。";
        default_role_not_grantable: "The default role of this kind of company holds rights that you do not have. Choose a role.", "この種別の会社の既定のロールには自分にない権限が含まれます。ロールを選択してください。", "此类公司的默认角色包含您没有的权限，请选择一个角色。";
        role_not_everywhere: "Choose a role that can be used everywhere: one that came with Doorward or belongs to the operator.", "標準のロールまたは運営会社のロールなど、すべての会社で使えるロールを選んでください。", "请选择可在所有公司使用的角色，即 Doorward 自带的角色或运营商的角色。";
        not_held(permissions: &str): "You cannot give what you do not hold yourself: {permissions}.", "自分にない権限は付与できません: {permissions}", "不能授予您自己没有的权限：{permissions}。";
        operator_only: "Only users of the operator’s own company can have “Run the installation”.", "「システム全体の運営」は運営会社のユーザーだけが持てます。", "只有运营商公司的用户才能拥有“管理整个系统”。";
        kind_not_allowed_here: "A company of this kind cannot stand under that one.", "この種別の会社はその会社の下に置けません。", "此类公司不能置于该公司之下。";
        would_be_a_cycle: "A company cannot move into itself or one of its subsidiaries.", "会社を自分自身や子会社の下に移動することはできません。", "公司不能移动到自身或其子公司之下。";
        guessable_password: "This password is easy to guess. Use a longer phrase that does not contain your names.", "推測されやすいパスワードです。名前を含まない、より長い語句にしてください。", "此密码容易被猜到，请使用更长且不含您姓名的短语。";
        same_password: "Choose a password other than the present one.", "現在とは別のパスワードにしてください。", "请使用与当前密码不同的密码。";
        used_before: "You have used this password before. Choose one that you have not had yet.", "以前に使用したパスワードです。使用したことのないパスワードにしてください。", "您以前用过此密码，请使用从未用过的密码。";
        wrong_password: "The current password is not right.", "現在のパスワードが正しくありません。", "当前密码不正确。";
        not_one_of(allowed: &str): "Write one of these: {allowed}.", "{allowed} のいずれかを記入してください。", "请填写以下值之一：{allowed}。";
        not_a_number: "Write the number, in digits only.", "番号を数字だけで記入してください。", "请填写编号，只能包含数字。";
        other_company_name(name: &str): "The company of this number is called “{name}”. Correct the number, or leave one of the two empty.", "この番号の会社は「{name}」です。番号を直すか、どちらか一方を空欄にしてください。", "此编号对应的公司是“{name}”。请更正编号，或将其中一项留空。";
        company_name_not_unique: "Several companies have this name. Write the number of the company into the column company.", "同じ名前の会社が複数あります。company 列に会社の番号を記入してください。", "有多家公司使用此名称，请在 company 列填写公司编号。";
        no_such_role(name: &str): "No role that can be used in this company is called “{name}”.", "この会社で使える「{name}」というロールはありません。", "没有可在该公司使用的名为“{name}”的角色。";
        role_name_not_unique(name: &str): "Several roles are called “{name}”. Write # and the number of the role instead.", "「{name}」という名前のロールが複数あります。# とロールの番号で指定してください。", "有多个名为“{name}”的角色，请改用 # 加角色编号。";
        unreadable(expected: &str): "This could not be read: {expected}.", "読み取れませんでした: {expected}", "无法读取：{expected}";
    }
}

impl Problem {
    /// What is wrong, in words for a person.
    pub fn words(&self, language: Language) -> String {
        let t = ProblemWords(language);
        let plain = match self {
            Problem::TooShort { min } => return t.too_short(*min),
            Problem::TooLong { max } => return t.too_long(*max),
            Problem::OutOfRange { min, max } => return t.out_of_range(*min, *max),
            Problem::Unreadable { expected } => return t.unreadable(expected),
            Problem::TokenTooLong { latest } => return t.token_too_long(&latest.to_minute()),
            Problem::BeyondOnesOwn { latest } => return t.beyond_ones_own(&latest.to_minute()),
            Problem::NotANetmask { netmask } => return t.not_a_netmask(netmask),
            Problem::PrefixTooLong { longest } => return t.prefix_too_long(*longest),
            Problem::TooMany { max } => return t.too_many(*max),
            Problem::NotOneOf { allowed } => return t.not_one_of(allowed),
            Problem::OtherCompanyName { name } => return t.other_company_name(name),
            Problem::NoSuchRole { name } => return t.no_such_role(name),
            Problem::RoleNameNotUnique { name } => return t.role_name_not_unique(name),
            Problem::NotAPattern(flaw) => return flaw.words(language),
            Problem::WrittenOtherwise { example } => return t.written_otherwise(example),
            Problem::SkippedTime { before, after } => return t.skipped_time(before, after),
            Problem::NoSuchDate => t.no_such_date(),
            Problem::NotANumber => t.not_a_number(),
            Problem::CompanyNameNotUnique => t.company_name_not_unique(),
            Problem::Missing => t.missing(),
            Problem::NothingChosen => t.nothing_chosen(),
            Problem::ControlCharacter => t.control_character(),
            Problem::LoginIdCharacters => t.login_id_characters(),
            Problem::NotAnEmail => t.not_an_email(),
            Problem::SameEmail => t.same_email(),
            Problem::NotACode => t.not_a_code(),
            Problem::NotARecoveryCode => t.not_a_recovery_code(),
            Problem::WrongCode => t.wrong_code(),
            Problem::NotAnEmailCode => t.not_an_email_code(),
            Problem::WrongEmailCode => t.wrong_email_code(),
            Problem::EmailCodeOver => t.email_code_over(),
            Problem::Taken => t.taken(),
            Problem::NameTaken => t.name_taken(),
            Problem::RoleNameTaken => t.role_name_taken(),
            Problem::ClassNameTaken => t.class_name_taken(),
            Problem::NotATime => t.not_a_time(),
            Problem::InThePast => t.in_the_past(),
            Problem::OnlyRefreshTokensRotate => t.only_refresh_tokens_rotate(),
            Problem::NotATimeZone => t.not_a_time_zone(),
            Problem::NotOneAddress => t.not_one_address(),
            Problem::NotAnAddress => t.not_an_address(),
            Problem::NotFound => t.not_found(),
            Problem::NotHeld { permissions } => return t.not_held(permissions),
            Problem::RoleNotGrantable => t.role_not_grantable(),
            Problem::DefaultRoleNotGrantable => t.default_role_not_grantable(),
            Problem::RoleNotEverywhere => t.role_not_everywhere(),
            Problem::OperatorOnly => t.operator_only(),
            Problem::KindNotAllowedHere => t.kind_not_allowed_here(),
            Problem::WouldBeACycle => t.would_be_a_cycle(),
            Problem::GuessablePassword => t.guessable_password(),
            Problem::SamePassword => t.same_password(),
            Problem::UsedBefore => t.used_before(),
            Problem::WrongPassword => t.wrong_password(),
        };
        plain.to_owned()
    }
}

/// Collects the problems of a form's fields, so that all are told at once.
#[derive(Debug, Default)]
pub struct Problems(Vec<FieldProblem>);

impl Problems {
    /// The value, or none and its problem noted under `field`.
    pub fn take<T>(&mut self, field: &str, value: Result<T, Problem>) -> Option<T> {
        value.map_err(|problem| self.add(field, problem)).ok()
    }

    /// Notes `problem` under `field`.
    pub fn add(&mut self, field: &str, problem: Problem) {
        self.0.push(FieldProblem::new(field, problem));
    }

    /// The noted problems.
    pub fn into_vec(self) -> Vec<FieldProblem> {
        self.0
    }
}
