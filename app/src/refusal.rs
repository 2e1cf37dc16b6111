//! Why something was refused: one type for every door, with its words in each language.

use leptos::server_fn::{
    codec::JsonEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    Language,
    account::AccountRefusal,
    companies::CompanyRefusal,
    field::FieldProblem,
    invitations::InvitationRefusal,
    jobs::{ImportRefusal, JobRefusal},
    mail::MailRefusal,
    policies::PolicyRefusal,
    roles::{Permission, RoleRefusal},
    sessions::{ActingRefusal, Ending, ProofKind},
    sign_in::SignInRefusal,
    tokens::TokenRefusal,
    users::UserRefusal,
};

/// Why something was not done. Nothing was changed when one of these is the answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, ToSchema)]
#[serde(tag = "refusal", content = "about", rename_all = "snake_case")]
#[error("{}", self.words(Language::English))]
pub enum Refusal {
    /// Nobody is signed in.
    NotSignedIn,
    /// Nobody is signed in any more: the session that was presented has ended, and this is why.
    SessionEnded(Ending),
    /// This account may not be used from the caller's address.
    AddressNotTrusted,
    /// The caller lacks this permission.
    NotAllowed(Permission),
    /// There is no such thing, or it is outside the caller's scope: the two look alike.
    NotFound,
    /// Fields are missing or wrong.
    Malformed(Vec<FieldProblem>),
    /// Somebody else has changed the thing since it was read.
    Stale,
    /// A write lacks the version it was based on (RFC 6585 §3).
    VersionMissing,
    /// The same idempotency key came with another request.
    KeyReused,
    /// Too many tries.
    Throttled {
        /// Seconds until another try is looked at.
        retry_after: u32,
    },
    /// The request came from another site.
    CrossSite,
    /// The server cannot answer now; nothing is wrong with the request.
    Unavailable,
    /// The server could not be reached (said by the browser's side only).
    Unreachable,
    /// About signing in.
    SignIn(SignInRefusal),
    /// The caller has to prove first that it is still they, by this.
    ProofNeeded(ProofKind),
    /// About logging in as somebody else.
    Acting(ActingRefusal),
    /// About tokens.
    Token(TokenRefusal),
    /// About one's own account.
    Account(AccountRefusal),
    /// About users.
    User(UserRefusal),
    /// About companies.
    Company(CompanyRefusal),
    /// About roles.
    Role(RoleRefusal),
    /// About invitations.
    Invitation(InvitationRefusal),
    /// About a file to be imported, or one of its rows.
    Import(ImportRefusal),
    /// About jobs.
    Job(JobRefusal),
    /// About mail.
    Mail(MailRefusal),
    /// About policy classes.
    Policy(PolicyRefusal),
}

crate::words! {
    /// The refusals that belong to no room, in words.
    struct RefusalWords {
        not_signed_in: "Sign in to go on.", "続けるにはサインインしてください。", "请登录后继续。";
        address_not_trusted: "This account cannot be used from where you are. Go on from one of its trusted addresses, or ask your administrator.", "このアカウントは現在のアドレスからは利用できません。許可されたアドレスから接続するか、管理者に問い合わせてください。", "不能从您当前的地址使用此账户。请改用受信任的地址，或联系管理员。";
        not_allowed(permission: &str): "You do not have the permission “{permission}”.", "権限「{permission}」がありません。", "您没有“{permission}”权限。";
        not_found: "There is no such thing, or you may not see it.", "見つからないか、閲覧する権限がありません。", "该内容不存在，或您无权查看。";
        malformed: "Some fields need attention.", "入力内容を確認してください。", "部分字段需要更正。";
        stale: "Somebody has changed this since you opened it. Compare and save again.", "開いたあとに別の人が変更しました。内容を確認して保存し直してください。", "您打开之后，已有其他人做了更改。请核对后重新保存。";
        version_missing: "Send the version you read in If-Match.", "読み込んだ版を If-Match で指定してください。", "请在 If-Match 中发送您读取的版本。";
        key_reused: "This Idempotency-Key was used for another request.", "この Idempotency-Key は別のリクエストで使用済みです。", "此 Idempotency-Key 已用于其他请求。";
        throttled(seconds): "Too many tries. Wait {seconds} second and try again." | "Too many tries. Wait {seconds} seconds and try again.", "試行回数が多すぎます。{seconds} 秒待ってからもう一度お試しください。", "尝试次数过多，请等待 {seconds} 秒后重试。";
        cross_site: "This request came from another site and was not carried out.", "別のサイトからのリクエストのため実行しませんでした。", "此请求来自其他网站，未执行。";
        unavailable: "Doorward cannot answer just now. Nothing was changed. Try again shortly.", "現在応答できません。変更は行われていません。しばらくしてからもう一度お試しください。", "Doorward 暂时无法响应，未做任何更改，请稍后重试。";
        unreachable: "The server could not be reached. Check the connection and try again.", "サーバーに接続できません。接続を確認してもう一度お試しください。", "无法连接到服务器，请检查网络连接后重试。";
    }
}

impl Refusal {
    /// One field's problem.
    pub fn field(field: &str, problem: crate::field::Problem) -> Self {
        Refusal::Malformed(vec![FieldProblem::new(field, problem)])
    }

    /// Why, in words for a person.
    pub fn words(&self, language: Language) -> String {
        let t = RefusalWords(language);
        match self {
            Refusal::NotSignedIn => t.not_signed_in().to_owned(),
            Refusal::SessionEnded(ending) => ending.words(language),
            Refusal::AddressNotTrusted => t.address_not_trusted().to_owned(),
            Refusal::NotAllowed(permission) => t.not_allowed(permission.code()),
            Refusal::NotFound => t.not_found().to_owned(),
            Refusal::Malformed(_) => t.malformed().to_owned(),
            Refusal::Stale => t.stale().to_owned(),
            Refusal::VersionMissing => t.version_missing().to_owned(),
            Refusal::KeyReused => t.key_reused().to_owned(),
            Refusal::Throttled { retry_after } => t.throttled((*retry_after).into()),
            Refusal::CrossSite => t.cross_site().to_owned(),
            Refusal::Unavailable => t.unavailable().to_owned(),
            Refusal::Unreachable => t.unreachable().to_owned(),
            Refusal::SignIn(refusal) => refusal.words(language),
            Refusal::ProofNeeded(kind) => kind.words(language).to_owned(),
            Refusal::Acting(refusal) => refusal.words(language),
            Refusal::Token(refusal) => refusal.words(language),
            Refusal::Account(refusal) => refusal.words(language).to_owned(),
            Refusal::User(refusal) => refusal.words(language),
            Refusal::Company(refusal) => refusal.words(language),
            Refusal::Role(refusal) => refusal.words(language),
            Refusal::Invitation(refusal) => refusal.words(language),
            Refusal::Import(refusal) => refusal.words(language),
            Refusal::Job(refusal) => refusal.words(language),
            Refusal::Mail(refusal) => refusal.words(language),
            Refusal::Policy(refusal) => refusal.words(language),
        }
    }

    /// Whether it says that nobody is signed in, or not any more.
    pub fn nobody_signed_in(&self) -> bool {
        matches!(self, Refusal::NotSignedIn | Refusal::SessionEnded(_))
    }

    /// The problems beside the fields, if that is what was wrong.
    pub fn field_problems(&self) -> &[FieldProblem] {
        match self {
            Refusal::Malformed(problems) => problems,
            _ => &[],
        }
    }
}

impl FromServerFnError for Refusal {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Args(expected) | ServerFnErrorErr::MissingArg(expected) => {
                Refusal::field("body", crate::field::Problem::Unreadable { expected })
            }
            ServerFnErrorErr::Deserialization(expected) => {
                Refusal::field("body", crate::field::Problem::Unreadable { expected })
            }
            ServerFnErrorErr::Request(_) => Refusal::Unreachable,
            _ => Refusal::Unavailable,
        }
    }
}
