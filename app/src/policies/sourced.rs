//! A value in force together with where it was decided.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{CompanyId, Language, PolicyClassId};

/// Enough of a policy class to name it and link to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PolicyClassRef {
    /// Its identifier.
    pub id: PolicyClassId,
    /// Its name.
    pub name: String,
}

/// The company that points to a class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Via {
    /// Its identifier.
    pub id: CompanyId,
    /// Its name.
    pub name: String,
}

/// Where a value was decided.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum Origin {
    /// No class says anything: Doorward's own default.
    #[default]
    Default,
    /// A policy class says so.
    Class {
        /// Which class.
        class: PolicyClassRef,
        /// The company that points to it; absent when that company is above the reader's scope.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        via: Option<Via>,
    },
}

crate::words! {
    struct OriginWords {
        default: "Doorward’s default", "Doorward の既定値", "Doorward 默认值";
        class(class: &str, company: &str): "from class {class}, via {company}", "クラス「{class}」（{company} で指定）", "来自策略类“{class}”（由 {company} 指定）";
        above(class: &str): "from class {class}, from above", "クラス「{class}」（上位の会社で指定）", "来自上级公司指定的策略类“{class}”";
    }
}

impl Origin {
    /// Where, as it follows a value: "from class Reseller standard, via Acme".
    pub fn words(&self, language: Language) -> String {
        let t = OriginWords(language);
        match self {
            Origin::Default => t.default().to_owned(),
            Origin::Class {
                class,
                via: Some(via),
            } => t.class(&class.name, &via.name),
            Origin::Class { class, via: None } => t.above(&class.name),
        }
    }

    /// The same, without the name of a company that `may_see` denies.
    pub fn seen(self, may_see: impl Fn(CompanyId) -> bool) -> Self {
        match self {
            Origin::Default => Origin::Default,
            Origin::Class { class, via } => Origin::Class {
                class,
                via: via.filter(|via| may_see(via.id)),
            },
        }
    }
}

/// A value in force and where it was decided: the two travel together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Sourced<T> {
    /// What holds.
    pub value: T,
    /// Where it was decided.
    pub origin: Origin,
}

impl<T> Sourced<T> {
    /// Doorward's own default.
    pub const fn default_of(value: T) -> Self {
        Self {
            value,
            origin: Origin::Default,
        }
    }

    /// The same origin with the value turned into something else.
    pub fn map<U>(self, turn: impl FnOnce(T) -> U) -> Sourced<U> {
        Sourced {
            value: turn(self.value),
            origin: self.origin,
        }
    }
}
