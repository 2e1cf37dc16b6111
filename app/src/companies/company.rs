//! A company: a node of the tenant tree.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    CompanyId, Language, Refusal, Timestamp,
    field::{Problem, Problems},
    text::line_of_text,
};

/// What a company is to the operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CompanyKind {
    /// Who runs Doorward: the root, exactly one.
    Operator,
    /// Sells on, and may have resellers, partners and customers below.
    Reseller,
    /// Works with the operator or a reseller.
    Partner,
    /// Uses what is sold.
    Customer,
}

crate::words! {
    /// The kinds of company in words.
    struct KindWords {
        operator: "Operator", "運営会社", "运营商";
        reseller: "Reseller", "リセラー", "经销商";
        partner: "Partner", "パートナー", "合作伙伴";
        customer: "Customer", "顧客", "客户";
    }
}

impl CompanyKind {
    /// Every kind, from the root down.
    pub const ALL: [CompanyKind; 4] = [
        CompanyKind::Operator,
        CompanyKind::Reseller,
        CompanyKind::Partner,
        CompanyKind::Customer,
    ];

    /// The name under which it is stored and sent.
    pub const fn code(self) -> &'static str {
        match self {
            CompanyKind::Operator => "operator",
            CompanyKind::Reseller => "reseller",
            CompanyKind::Partner => "partner",
            CompanyKind::Customer => "customer",
        }
    }

    /// The kind of a stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether a company of the kind `child` may stand directly under one of this kind.
    pub const fn may_contain(self, child: CompanyKind) -> bool {
        match (self, child) {
            (_, CompanyKind::Operator) => false,
            (CompanyKind::Operator | CompanyKind::Reseller, _) => true,
            (CompanyKind::Partner, CompanyKind::Partner | CompanyKind::Customer) => true,
            (CompanyKind::Customer, CompanyKind::Customer) => true,
            (CompanyKind::Partner | CompanyKind::Customer, _) => false,
        }
    }

    /// The kind in words.
    pub fn words(self, language: Language) -> &'static str {
        let t = KindWords(language);
        match self {
            CompanyKind::Operator => t.operator(),
            CompanyKind::Reseller => t.reseller(),
            CompanyKind::Partner => t.partner(),
            CompanyKind::Customer => t.customer(),
        }
    }
}

/// A company's name: one line of 1 to 100 characters, trimmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct CompanyName(String);

impl CompanyName {
    /// Reads a name.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        line_of_text(text, 1, 100).map(Self)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Enough of a company to name it and link to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CompanyRef {
    /// Its identifier.
    pub id: CompanyId,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: CompanyKind,
}

/// One company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Company {
    /// Its identifier.
    pub id: CompanyId,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: CompanyKind,
    /// The companies above it that the caller may see, from the top.
    pub path: Vec<CompanyRef>,
    /// Users in this company itself, without the bin.
    pub users: u64,
    /// Companies directly below.
    pub subsidiaries: u64,
    /// When it was created.
    pub created_at: Timestamp,
    /// Counts the changes; a write names the one it was based on.
    pub version: i64,
}

impl Company {
    /// Enough to name it and link to it.
    pub fn to_ref(&self) -> CompanyRef {
        CompanyRef {
            id: self.id,
            name: self.name.clone(),
            kind: self.kind,
        }
    }
}

/// A company as the tree shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CompanyNode {
    /// Its identifier.
    pub id: CompanyId,
    /// The company above, if the caller may see it.
    pub parent: Option<CompanyId>,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: CompanyKind,
    /// Users in this company itself, without the bin.
    pub users: u64,
    /// Counts the changes.
    pub version: i64,
}

impl CompanyNode {
    /// Enough to name it and link to it.
    pub fn to_ref(&self) -> CompanyRef {
        CompanyRef {
            id: self.id,
            name: self.name.clone(),
            kind: self.kind,
        }
    }
}

/// The companies of a scope.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CompanyTree {
    /// Parents before children, siblings by name.
    pub companies: Vec<CompanyNode>,
    /// Whether there are more than were sent; search to narrow.
    pub more: bool,
}

/// Which companies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CompanyQuery {
    /// Only those whose name contains this, and what stands above them.
    #[serde(default)]
    pub search: String,
    /// At most so many, what stands above those that a search finds not counted: 1 to 5,000; 5,000 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// Only those under which this company may stand: of a kind that may hold it, neither itself nor below it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place_for: Option<CompanyId>,
}

/// A company to be, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CompanyDraft {
    /// Its name, 1 to 100 characters.
    pub name: String,
    /// Its kind.
    pub kind: CompanyKind,
    /// The company above.
    pub parent: CompanyId,
}

/// A company to be, understood.
#[derive(Clone, Debug)]
pub struct NewCompany {
    /// Its name.
    pub name: CompanyName,
    /// Its kind.
    pub kind: CompanyKind,
    /// The company above.
    pub parent: CompanyId,
}

impl CompanyDraft {
    /// Understands the draft, or tells what is wrong with it.
    pub fn check(&self) -> Result<NewCompany, Refusal> {
        let mut problems = Problems::default();
        let name = problems.take("name", CompanyName::parse(&self.name));
        match name {
            Some(name) => Ok(NewCompany {
                name,
                kind: self.kind,
                parent: self.parent,
            }),
            None => Err(Refusal::Malformed(problems.into_vec())),
        }
    }
}

/// What changes about a company; what is absent stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CompanyChange {
    /// A new name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Another company to stand under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<CompanyId>,
}

#[cfg(test)]
mod tests {
    use super::{CompanyKind, CompanyName};
    use crate::field::Problem;

    #[test]
    fn there_is_one_operator_and_nothing_contains_it() {
        for kind in CompanyKind::ALL {
            assert!(!kind.may_contain(CompanyKind::Operator));
            assert!(CompanyKind::Operator.may_contain(kind) || kind == CompanyKind::Operator);
            assert_eq!(CompanyKind::from_code(kind.code()), Some(kind));
        }
        assert!(!CompanyKind::Customer.may_contain(CompanyKind::Reseller));
    }

    #[test]
    fn whatever_may_stand_above_a_place_is_a_place_too() {
        for above in CompanyKind::ALL {
            for place in CompanyKind::ALL {
                for kind in CompanyKind::ALL {
                    let placed = above.may_contain(place) && place.may_contain(kind);
                    assert!(!placed || above.may_contain(kind), "{above:?} {kind:?}");
                }
            }
        }
    }

    #[test]
    fn a_name_is_trimmed_and_has_one_line() {
        assert_eq!(
            CompanyName::parse("  Acme  ").map(|name| name.as_str().to_owned()),
            Ok("Acme".to_owned())
        );
        assert_eq!(CompanyName::parse("  "), Err(Problem::Missing));
        assert_eq!(CompanyName::parse("a\nb"), Err(Problem::ControlCharacter));
    }
}
