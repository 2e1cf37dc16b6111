//! The languages Doorward speaks, and the `words!` macro that keeps every text complete in all of them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A language of the portal, its mails and its errors. On the wire: the BCP 47 tag.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
pub enum Language {
    /// English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// 日本語.
    #[serde(rename = "ja")]
    Japanese,
    /// 简体中文. The tag names the script, because that is what its readers, their fonts and their voices go by, not a country.
    #[serde(rename = "zh-Hans")]
    Chinese,
}

impl Language {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Language; 3] = [Language::English, Language::Japanese, Language::Chinese];

    /// The BCP 47 tag, as in `<html lang>`.
    pub const fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Japanese => "ja",
            Language::Chinese => "zh-Hans",
        }
    }

    /// The language's own name for itself.
    pub const fn name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::Japanese => "日本語",
            Language::Chinese => "简体中文",
        }
    }

    /// Whether names are written with the last name first.
    pub const fn last_name_first(self) -> bool {
        match self {
            Language::English => false,
            Language::Japanese | Language::Chinese => true,
        }
    }

    /// The language of a BCP 47 tag such as `ja`, `ja-JP` or `zh-CN`, if Doorward speaks it. Country and script are
    /// not looked at: who reads Chinese in traditional characters is nearer to simplified ones than to English.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let primary = primary(tag.trim());
        Language::ALL
            .into_iter()
            .find(|language| self::primary(language.tag()).eq_ignore_ascii_case(primary))
    }

    /// The first language of an `Accept-Language` list (RFC 9110 §12.5.4) that Doorward speaks, by weight.
    pub fn from_accept(header: &str) -> Option<Language> {
        let mut wanted: Vec<(f32, Language)> = header
            .split(',')
            .filter_map(|range| {
                let mut parts = range.split(';');
                let language = Language::from_tag(parts.next()?)?;
                let weight = parts
                    .find_map(|part| part.trim().strip_prefix("q="))
                    .map_or(Some(1.0), |q| q.trim().parse().ok())?;
                (weight > 0.0).then_some((weight, language))
            })
            .collect();
        wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
        wanted.first().map(|(_, language)| *language)
    }
}

/// The first subtag: `zh` of `zh-Hans-CN`.
fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or_default()
}

/// Declares a set of texts, each in every language; a text that lacks one does not compile.
///
/// Each text becomes a method of the struct, which holds the reader's language. A plain text is a
/// `&'static str`; one with parameters formats them, in the order each language likes. One that counts names
/// the number first and without a type, and has it written in groups of three. Where English has a singular, that
/// comes first, then a bar, then what holds for all other numbers; Japanese and
/// Chinese have one form:
///
/// ```
/// use app::Language;
/// app::words! {
///     /// What the list says.
///     pub struct ListWords {
///         title: "Users", "ユーザー", "用户";
///         deleted_by(login_id: &str): "Deleted by {login_id}", "{login_id} が削除", "由 {login_id} 删除";
///         deleted(count): "{count} user deleted" | "{count} users deleted", "{count} 人を削除しました", "已删除 {count} 个用户";
///     }
/// }
/// let t = ListWords(Language::Japanese);
/// assert_eq!(t.title(), "ユーザー");
/// assert_eq!(t.deleted(3), "3 人を削除しました");
/// assert_eq!(ListWords(Language::English).deleted(1), "1 user deleted");
/// assert_eq!(ListWords(Language::English).deleted(1200), "1,200 users deleted");
/// ```
#[macro_export]
macro_rules! words {
    (
        $(#[$meta:meta])*
        $vis:vis struct $name:ident {
            $( $key:ident $( ( $($arg:ident $(: $ty:ty)?),* $(,)? ) )? : $en:literal $(| $others:literal)?, $ja:literal, $zh:literal; )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $vis struct $name(
            /// The reader's language.
            pub $crate::Language,
        );
        impl $name {
            $( $crate::words!(@text $key $( ( $($arg $(: $ty)?),* ) )? : $en $(| $others)?, $ja, $zh); )*
        }
    };
    (@text $key:ident : $en:literal, $ja:literal, $zh:literal) => {
        #[doc = concat!("\"", $en, "\"")]
        pub const fn $key(self) -> &'static str {
            match self.0 {
                $crate::Language::English => $en,
                $crate::Language::Japanese => $ja,
                $crate::Language::Chinese => $zh,
            }
        }
    };
    (@text $key:ident ( $($arg:ident : $ty:ty),* ) : $en:literal, $ja:literal, $zh:literal) => {
        #[doc = concat!("\"", $en, "\"")]
        pub fn $key(self, $($arg: $ty),*) -> String {
            match self.0 {
                $crate::Language::English => format!($en),
                $crate::Language::Japanese => format!($ja),
                $crate::Language::Chinese => format!($zh),
            }
        }
    };
    (@text $key:ident ( $count:ident $(, $arg:ident : $ty:ty)* ) : $en:literal, $ja:literal, $zh:literal) => {
        $crate::words!(@text $key ( $count $(, $arg : $ty)* ) : $en | $en, $ja, $zh);
    };
    (@text $key:ident ( $count:ident $(, $arg:ident : $ty:ty)* ) : $one:literal | $others:literal, $ja:literal, $zh:literal) => {
        #[doc = concat!("\"", $others, "\"")]
        pub fn $key(self, $count: u64 $(, $arg: $ty)*) -> String {
            let is_one = $count == 1;
            let $count = $crate::grouped($count);
            match self.0 {
                $crate::Language::English if is_one => format!($one),
                $crate::Language::English => format!($others),
                $crate::Language::Japanese => format!($ja),
                $crate::Language::Chinese => format!($zh),
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn accept_language_is_read_by_weight() {
        assert_eq!(
            Language::from_accept("fr, en;q=0.5, ja-JP;q=0.8"),
            Some(Language::Japanese)
        );
        assert_eq!(Language::from_accept("ja;q=0, en"), Some(Language::English));
        assert_eq!(Language::from_accept("fr"), None);
    }

    #[test]
    fn every_kind_of_chinese_is_answered_in_simplified_characters() {
        for tag in ["zh", "zh-CN", "zh-Hans-SG", "zh_CN", "ZH-hans", "zh-TW"] {
            assert_eq!(Language::from_tag(tag), Some(Language::Chinese), "{tag}");
        }
        assert_eq!(
            Language::from_accept("fr-CH, zh-CN;q=0.9, en;q=0.8"),
            Some(Language::Chinese)
        );
    }

    #[test]
    fn a_language_is_known_by_its_own_tag() {
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
            let json = serde_json::to_value(language).unwrap();
            assert_eq!(json, language.tag());
        }
    }
}
