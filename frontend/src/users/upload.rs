//! Sends a file of users to the server, straight from where it lies, and tells how far that has come.

use app::{Language, jobs::Job};
use serde::Deserialize;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, ProgressEvent, XmlHttpRequest};

/// Why the server did not take a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NotTaken {
    /// The file has changed since it was chosen, or is gone.
    Changed,
    /// The server could not be reached, or its answer could not be read.
    Unreachable,
    /// The server says why.
    Told(Problem),
}

/// Problem details (RFC 9457), as far as they are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub(super) struct Problem {
    /// What happened, in the reader's language.
    pub detail: String,
    /// The name by which programs know it.
    refusal: String,
    #[serde(default)]
    status: u16,
}

impl Problem {
    /// Whether it is about the session, of which the page around tells more.
    pub fn is_about_the_session(&self) -> bool {
        self.status == 401 || self.refusal == "acting.over"
    }
}

/// A file on its way. `fetch` would not tell how far it has come.
#[derive(Clone, Debug)]
pub(super) struct Upload(XmlHttpRequest);

impl Upload {
    /// Nothing is on its way yet.
    pub fn new() -> Option<Self> {
        XmlHttpRequest::new().ok().map(Self)
    }

    /// Sends `file`; tells `on_sent` how many bytes have gone, of how many.
    pub async fn send(
        &self,
        file: &File,
        issue_credentials: bool,
        language: Language,
        on_sent: impl Fn(u64, u64) + 'static,
    ) -> Result<Job, NotTaken> {
        if !can_be_read(file).await {
            return Err(NotTaken::Changed);
        }
        let answered = self.start(file, issue_credentials, language, on_sent);
        let answered = answered.map_err(|_| NotTaken::Unreachable)?;
        answered.await;
        let text = self.0.response_text().ok().flatten().unwrap_or_default();
        match self.0.status() {
            Ok(201) => serde_json::from_str(&text).map_err(|_| NotTaken::Unreachable),
            _ => Err(serde_json::from_str(&text).map_or(NotTaken::Unreachable, NotTaken::Told)),
        }
    }

    /// Gives it up.
    pub fn abort(&self) {
        let _ = self.0.abort();
    }

    fn start(
        &self,
        file: &File,
        issue_credentials: bool,
        language: Language,
        on_sent: impl Fn(u64, u64) + 'static,
    ) -> Result<impl Future<Output = ()>, JsValue> {
        let request = &self.0;
        let address = format!("/api/v1/users/import?issue_credentials={issue_credentials}");
        request.open("POST", &address)?;
        request.set_request_header("Content-Type", "text/csv")?;
        request.set_request_header("Accept-Language", language.tag())?;
        let on_progress = Closure::<dyn Fn(ProgressEvent)>::new(move |event: ProgressEvent| {
            on_sent(event.loaded() as u64, event.total() as u64);
        });
        request
            .upload()?
            .set_onprogress(Some(on_progress.as_ref().unchecked_ref()));
        let ended = js_sys::Promise::new(&mut |resolve, _| request.set_onloadend(Some(&resolve)));
        request.send_with_opt_blob(Some(file))?;
        Ok(async move {
            let _ = JsFuture::from(ended).await;
            drop(on_progress);
        })
    }
}

/// Whether the file is still as it was when it was chosen: the browser refuses to read one that is not.
async fn can_be_read(file: &File) -> bool {
    let Ok(first) = file.slice_with_i32_and_i32(0, 1) else {
        return false;
    };
    JsFuture::from(first.array_buffer()).await.is_ok()
}

#[cfg(test)]
mod tests {
    use super::Problem;

    #[test]
    fn a_problem_of_the_session_is_told_from_one_of_the_file() {
        let problem = |json: &str| serde_json::from_str::<Problem>(json).unwrap();
        let file = r#"{"status":422,"refusal":"import.empty","detail":"There is nothing in it."}"#;
        assert!(!problem(file).is_about_the_session());
        assert_eq!(problem(file).detail, "There is nothing in it.");
        for session in [
            r#"{"status":401,"refusal":"session_ended","detail":""}"#,
            r#"{"status":409,"refusal":"acting.over","detail":""}"#,
        ] {
            assert!(problem(session).is_about_the_session());
        }
    }
}
