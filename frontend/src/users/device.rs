//! What a browser says it is, for who administers it.

use app::sessions::known_device;

/// "Firefox · Windows" for what a browser sends as its user agent; the text itself where it is unknown.
pub(super) fn device_name(user_agent: &str) -> String {
    match known_device(user_agent) {
        Some(name) => name,
        None if user_agent.trim().is_empty() => "?".to_owned(),
        None => user_agent.chars().take(40).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::device_name;

    #[test]
    fn a_browser_is_not_taken_for_the_one_it_imitates() {
        let edge =
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0";
        assert_eq!(device_name(edge), "Microsoft Edge · Windows");
        let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1";
        assert_eq!(device_name(phone), "Safari · iPhone");
        assert_eq!(device_name("curl/8.5"), "curl/8.5");
    }
}
