//! What can be wrong with one field of a form or a request, named so that it can be shown beside it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Language, Timestamp};

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
pub enum Problem {
    /// Nothing was given where something is needed.
    Missing,
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
    /// A control character or line break where text of one line is needed.
    ControlCharacter,
    /// A login ID with a character that login IDs cannot have.
    LoginIdCharacters,
    /// Not an e-mail address.
    NotAnEmail,
    /// Not six digits.
    NotACode,
    /// Not a recovery code.
    NotARecoveryCode,
    /// The one-time code is not the one of this moment, or was used already.
    WrongCode,
    /// Somebody has this login ID, perhaps in the bin.
    Taken,
    /// A company of this name exists beside it.
    NameTaken,
    /// Not an RFC 3339 date and time.
    NotATime,
    /// A moment in the past where one to come is needed.
    InThePast,
    /// Later than the caller's own account ends: nobody gives more time than they have.
    BeyondOnesOwn {
        /// The latest moment that can be given.
        latest: Timestamp,
    },
    /// Not one of the IANA time zones.
    NotATimeZone,
    /// The thing named is not there, or not for you.
    NotFound,
    /// The role cannot be given here, or by you.
    RoleNotGrantable,
    /// This kind of company cannot stand there.
    KindNotAllowedHere,
    /// A company cannot move into itself or its subsidiaries.
    WouldBeACycle,
    /// The password is among those everybody tries, or says one's own name.
    GuessablePassword,
    /// The password is the present one.
    SamePassword,
    /// The current password is not right.
    WrongPassword,
    /// The value could not be read.
    Unreadable {
        /// What the reader expected, in English, from the parser.
        expected: String,
    },
}

crate::words! {
    /// What is wrong with a field, in words.
    struct ProblemWords {
        missing: "Fill in this field.", "入力してください。";
        too_short(min: usize): "Use at least {min} characters.", "{min} 文字以上で入力してください。";
        too_long(max: usize): "Use at most {max} characters.", "{max} 文字以内で入力してください。";
        control_character: "Use one line of plain text, without control characters.", "改行や制御文字を含めずに入力してください。";
        login_id_characters: "Use letters a–z, digits and . _ - @ +, beginning with a letter or digit.", "半角英数字と . _ - @ + が使えます。先頭は英数字にしてください。";
        not_an_email: "Enter an e-mail address such as name@example.com.", "name@example.com のようなメールアドレスを入力してください。";
        not_a_code: "Enter the 6 digits shown in the authenticator.", "認証アプリに表示された 6 桁の数字を入力してください。";
        not_a_recovery_code: "Enter a recovery code such as abcd-efgh-jkmn.", "abcd-efgh-jkmn のようなリカバリーコードを入力してください。";
        wrong_code: "That code is not right, or was used already. Wait for the next one and try again.", "コードが正しくないか、使用済みです。次のコードが表示されてから入力してください。";
        taken: "This login ID is taken. Choose another.", "このログイン ID は使われています。別の ID を入力してください。";
        name_taken: "A company of this name is there already. Choose another name.", "同じ名前の会社がすでにあります。別の名前を入力してください。";
        not_a_time: "Enter a date and time such as 2027-03-31T23:59:59Z.", "2027-03-31T23:59:59Z のような日時を入力してください。";
        in_the_past: "Choose a moment that is still to come.", "これから先の日時を指定してください。";
        beyond_ones_own(latest: &str): "Choose {latest} at the latest: your own account ends then, and you cannot give others more time.", "{latest} までの日時を指定してください。あなたのアカウントの有効期限より後には設定できません。";
        not_a_time_zone: "Choose a time zone such as Asia/Tokyo.", "Asia/Tokyo のようなタイムゾーンを選んでください。";
        not_found: "There is no such thing here. Choose one from the list.", "見つかりません。一覧から選んでください。";
        role_not_grantable: "You cannot give this role: it holds rights that you do not have, or does not belong to this company.", "このロールは付与できません。自分にない権限を含むか、この会社では使えません。";
        kind_not_allowed_here: "A company of this kind cannot stand under that one.", "この種別の会社はその会社の下に置けません。";
        would_be_a_cycle: "A company cannot move into itself or one of its subsidiaries.", "会社を自分自身や子会社の下に移動することはできません。";
        guessable_password: "This password is easy to guess. Use a longer phrase that does not contain your names.", "推測されやすいパスワードです。名前を含まない、より長い語句にしてください。";
        same_password: "Choose a password other than the present one.", "現在とは別のパスワードにしてください。";
        wrong_password: "The current password is not right.", "現在のパスワードが正しくありません。";
        unreadable(expected: &str): "This could not be read: {expected}.", "読み取れませんでした: {expected}";
    }
}

impl Problem {
    /// What is wrong, in words for a person.
    pub fn words(&self, language: Language) -> String {
        let t = ProblemWords(language);
        let plain = match self {
            Problem::TooShort { min } => return t.too_short(*min),
            Problem::TooLong { max } => return t.too_long(*max),
            Problem::Unreadable { expected } => return t.unreadable(expected),
            Problem::BeyondOnesOwn { latest } => return t.beyond_ones_own(&latest.to_minute()),
            Problem::Missing => t.missing(),
            Problem::ControlCharacter => t.control_character(),
            Problem::LoginIdCharacters => t.login_id_characters(),
            Problem::NotAnEmail => t.not_an_email(),
            Problem::NotACode => t.not_a_code(),
            Problem::NotARecoveryCode => t.not_a_recovery_code(),
            Problem::WrongCode => t.wrong_code(),
            Problem::Taken => t.taken(),
            Problem::NameTaken => t.name_taken(),
            Problem::NotATime => t.not_a_time(),
            Problem::InThePast => t.in_the_past(),
            Problem::NotATimeZone => t.not_a_time_zone(),
            Problem::NotFound => t.not_found(),
            Problem::RoleNotGrantable => t.role_not_grantable(),
            Problem::KindNotAllowedHere => t.kind_not_allowed_here(),
            Problem::WouldBeACycle => t.would_be_a_cycle(),
            Problem::GuessablePassword => t.guessable_password(),
            Problem::SamePassword => t.same_password(),
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
