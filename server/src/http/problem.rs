//! Problem details (RFC 9457): how a program is told that something was not done, and why.

use app::{Language, Refusal, field::Problem as FieldProblem, sessions::Ending};
use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{request::RequestInfo, status::code};

pub use super::status::status;

/// The media type of problem details.
pub const PROBLEM_JSON: &str = "application/problem+json";
/// How one proves who one is: by the session cookie that a sign-in at this path sets.
const SESSION: &str = "Session realm=\"Doorward\", sign_in=\"/api/v1/login\"";
/// How a program gets another access token (RFC 6750 §3).
const TOKEN: &str = "Bearer realm=\"Doorward\", error=\"invalid_token\"";
/// The header by which the browser app's calls tell a refusal from an answer.
pub const SERVER_FN_ERROR: &str = "serverfnerror";

/// Why something was not done, as a program reads it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Problem {
    /// Where this kind of problem is explained.
    #[serde(rename = "type")]
    pub kind: String,
    /// What kind of problem it is, in the caller's language.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What happened this time, in the caller's language.
    pub detail: String,
    /// The name by which programs know it.
    pub refusal: String,
    /// What is wrong with which field.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// Why the session that was presented has ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ending: Option<Ending>,
    /// The identifier of the request in the server's log.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub request_id: String,
}

/// What is wrong with one field.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct FieldError {
    /// The field's name in the request.
    pub field: String,
    /// What is wrong, in the caller's language.
    pub message: String,
    /// The name by which programs know it.
    pub code: String,
}

app::words! {
    struct TitleWords {
        not_signed_in: "Not signed in", "サインインしていません", "未登录";
        session_ended: "Signed out", "セッションは終了しました", "已退出登录";
        not_allowed: "Not allowed", "権限がありません", "没有权限";
        not_found: "Not found", "見つかりません", "未找到";
        malformed: "Malformed request", "リクエストの形式が正しくありません", "请求格式有误";
        stale: "Out of date", "古い版に基づく変更です", "版本已过时";
        throttled: "Too many tries", "試行回数が多すぎます", "尝试次数过多";
        unavailable: "Unavailable", "利用できません", "暂不可用";
        refused: "Refused", "実行できません", "已拒绝";
    }
}

/// What goes wrong before anything is asked of a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The request names a host that is not ours.
    WrongHost,
    /// A trusted proxy wrote something that is no address.
    UnreadableAddress,
    /// The body is larger than is read.
    TooLarge,
    /// The body is not JSON by its own word.
    NotJson,
    /// The body is not CSV by its own word.
    NotCsv,
    /// This method is not for this path.
    WrongMethod,
    /// It took too long.
    TooSlow,
    /// Something failed that should not.
    Crashed,
}

app::words! {
    struct TroubleWords {
        wrong_host: "Doorward is not at home under this host name. Use its public URL.", "このホスト名では利用できません。公開 URL を使ってください。", "Doorward 不能通过此主机名访问，请使用其公开 URL。";
        unreadable_address: "The proxy sent an X-Forwarded-For that is not a list of addresses.", "プロキシの X-Forwarded-For を読み取れません。", "代理发送的 X-Forwarded-For 不是地址列表。";
        too_large: "The request is larger than 1 MiB.", "リクエストが 1 MiB を超えています。", "请求大于 1 MiB。";
        not_json: "Send the request as application/json.", "application/json で送信してください。", "请以 application/json 发送请求。";
        not_csv: "Send the file as text/csv.", "text/csv で送信してください。", "请以 text/csv 发送文件。";
        wrong_method: "This method is not for this path.", "このパスでは使えないメソッドです。", "此路径不支持该方法。";
        too_slow: "It took too long and was given up.", "時間がかかりすぎたため中止しました。", "处理时间过长，已中止。";
        crashed: "Something failed inside Doorward. The request's identifier leads to it in the log.", "内部エラーが発生しました。リクエスト ID でログを確認できます。", "Doorward 内部出错，可凭请求 ID 在日志中查找。";
    }
}

impl Trouble {
    /// The trouble in words of `language`.
    pub fn problem(self, language: Language) -> Problem {
        let (status, code, detail) = self.parts(language);
        Problem {
            kind: kind(code),
            title: TitleWords(language).refused().to_owned(),
            status: status.as_u16(),
            detail: detail.to_owned(),
            refusal: code.to_owned(),
            errors: Vec::new(),
            ending: None,
            request_id: String::new(),
        }
    }

    fn parts(self, language: Language) -> (StatusCode, &'static str, &'static str) {
        let t = TroubleWords(language);
        match self {
            Trouble::WrongHost => (
                StatusCode::MISDIRECTED_REQUEST,
                "wrong_host",
                t.wrong_host(),
            ),
            Trouble::UnreadableAddress => (
                StatusCode::BAD_REQUEST,
                "unreadable_address",
                t.unreadable_address(),
            ),
            Trouble::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "too_large", t.too_large()),
            Trouble::NotJson => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "not_json", t.not_json()),
            Trouble::NotCsv => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "not_csv", t.not_csv()),
            Trouble::WrongMethod => (
                StatusCode::METHOD_NOT_ALLOWED,
                "wrong_method",
                t.wrong_method(),
            ),
            Trouble::TooSlow => (StatusCode::GATEWAY_TIMEOUT, "too_slow", t.too_slow()),
            Trouble::Crashed => (StatusCode::INTERNAL_SERVER_ERROR, "crashed", t.crashed()),
        }
    }

    /// The answer that tells it, in the form the caller reads.
    pub fn answer(self, info: &RequestInfo) -> Response {
        if info.from_app {
            let (status, _, detail) = self.parts(info.language);
            let refusal = match self {
                Trouble::TooLarge
                | Trouble::NotJson
                | Trouble::NotCsv
                | Trouble::WrongMethod
                | Trouble::UnreadableAddress => Refusal::field(
                    "body",
                    FieldProblem::Unreadable {
                        expected: detail.to_owned(),
                    },
                ),
                Trouble::WrongHost => Refusal::CrossSite,
                Trouble::TooSlow | Trouble::Crashed => Refusal::Unavailable,
            };
            return for_app(status, &refusal);
        }
        let problem = Problem {
            request_id: info.id.clone(),
            ..self.problem(info.language)
        };
        problem.into_response()
    }
}

impl Problem {
    /// A refusal in words of `language`.
    pub fn of(refusal: &Refusal, language: Language) -> Self {
        let t = TitleWords(language);
        let title = match refusal {
            Refusal::NotSignedIn => t.not_signed_in(),
            Refusal::SessionEnded(_) => t.session_ended(),
            Refusal::NotAllowed(_) => t.not_allowed(),
            Refusal::NotFound => t.not_found(),
            Refusal::Malformed(_) => t.malformed(),
            Refusal::Stale => t.stale(),
            Refusal::Throttled { .. } => t.throttled(),
            Refusal::Unavailable | Refusal::Unreachable => t.unavailable(),
            _ => t.refused(),
        };
        let code = code(refusal);
        Self {
            kind: kind(&code),
            title: title.to_owned(),
            status: status(refusal).as_u16(),
            detail: refusal.words(language),
            refusal: code,
            errors: refusal
                .field_problems()
                .iter()
                .map(|problem| field_error(problem, language))
                .collect(),
            ending: match refusal {
                Refusal::SessionEnded(ending) => Some(ending.clone()),
                _ => None,
            },
            request_id: String::new(),
        }
    }
}

fn field_error(problem: &app::field::FieldProblem, language: Language) -> FieldError {
    let json = serde_json::to_value(&problem.problem).unwrap_or_default();
    FieldError {
        field: problem.field.clone(),
        message: problem.problem.words(language),
        code: json["kind"].as_str().unwrap_or_default().to_owned(),
    }
}

fn kind(code: &str) -> String {
    format!("/api/docs#problem-{}", code.replace(['_', '.'], "-"))
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&self).unwrap_or_default();
        let kind = HeaderValue::from_static(PROBLEM_JSON);
        (status, [(header::CONTENT_TYPE, kind)], body).into_response()
    }
}

/// The answer to a refusal, for REST.
pub fn refuse(refusal: &Refusal, language: Language) -> Response {
    with_advice(refusal, Problem::of(refusal, language).into_response())
}

/// The answer to a refusal by a layer, in the form the caller reads.
pub fn refuse_to(info: &RequestInfo, refusal: &Refusal) -> Response {
    if info.from_app {
        return for_app(status(refusal), refusal);
    }
    let problem = Problem {
        request_id: info.id.clone(),
        ..Problem::of(refusal, info.language)
    };
    with_advice(refusal, problem.into_response())
}

fn for_app(status: StatusCode, refusal: &Refusal) -> Response {
    let body = Body::from(serde_json::to_vec(refusal).unwrap_or_default());
    let mut response = (
        status,
        [(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/json"),
        )],
        body,
    )
        .into_response();
    response
        .headers_mut()
        .insert(SERVER_FN_ERROR, HeaderValue::from_static("layer"));
    with_advice(refusal, response)
}

/// Says what helps: when another try makes sense, or how to prove who one is (RFC 9110 §10.2.3 and §11.6.1).
pub fn with_advice(refusal: &Refusal, mut response: Response) -> Response {
    let (name, advice) = match refusal {
        Refusal::Throttled { retry_after } => {
            (header::RETRY_AFTER, HeaderValue::from(*retry_after))
        }
        Refusal::Unavailable => (header::RETRY_AFTER, HeaderValue::from(5)),
        Refusal::Token(_) if response.status() == StatusCode::UNAUTHORIZED => {
            (header::WWW_AUTHENTICATE, HeaderValue::from_static(TOKEN))
        }
        _ if response.status() == StatusCode::UNAUTHORIZED => {
            (header::WWW_AUTHENTICATE, HeaderValue::from_static(SESSION))
        }
        _ => return response,
    };
    response.headers_mut().insert(name, advice);
    response
}

#[cfg(test)]
mod tests {
    use super::{Problem, refuse};
    use app::{Language, Refusal, field::Problem as FieldProblem};
    use axum::http::header;

    #[test]
    fn a_problem_names_the_field_in_the_callers_language() {
        let problem = Problem::of(
            &Refusal::field("email", FieldProblem::Missing),
            Language::Japanese,
        );
        let json = serde_json::to_value(problem).unwrap();
        assert_eq!(json["type"], "/api/docs#problem-malformed");
        assert_eq!(json["errors"][0]["field"], "email");
        assert_eq!(json["errors"][0]["message"], "入力してください。");
        assert_eq!(json["errors"][0]["code"], "missing");
    }

    #[test]
    fn who_is_not_signed_in_learns_how_to_be() {
        let response = refuse(&Refusal::NotSignedIn, Language::English);
        assert_eq!(response.status(), 401);
        assert!(response.headers().contains_key(header::WWW_AUTHENTICATE));
    }

    #[test]
    fn who_is_throttled_learns_for_how_long() {
        let response = refuse(&Refusal::Throttled { retry_after: 7 }, Language::English);
        assert_eq!(response.status(), 429);
        assert_eq!(response.headers()[header::RETRY_AFTER], "7");
    }
}
