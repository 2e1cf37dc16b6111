//! The companies of a scope as a tree: nested, and in order.

use std::collections::{HashMap, HashSet};

use app::{CompanyId, companies::CompanyNode};

use crate::ui::TreeNode;

type Below<'a> = HashMap<Option<CompanyId>, Vec<&'a CompanyNode>>;

/// Which companies stand directly under which; those whose parent is not among them stand at the top.
fn below(companies: &[CompanyNode]) -> Below<'_> {
    let present: HashSet<CompanyId> = companies.iter().map(|company| company.id).collect();
    let mut below = Below::new();
    for company in companies {
        below
            .entry(company.parent.filter(|parent| present.contains(parent)))
            .or_default()
            .push(company);
    }
    below
}

/// The companies as nodes of a tree, with the number of their users.
pub fn nest(companies: &[CompanyNode]) -> Vec<TreeNode> {
    fn nodes(below: &Below<'_>, parent: Option<CompanyId>) -> Vec<TreeNode> {
        let node = |company: &&CompanyNode| TreeNode {
            id: company.id.to_string(),
            label: company.name.clone(),
            count: Some(company.users),
            children: nodes(below, Some(company.id)),
            more_below: false,
        };
        below
            .get(&parent)
            .map(|companies| companies.iter().map(node).collect())
            .unwrap_or_default()
    }
    nodes(&below(companies), None)
}

/// The companies from the top, each followed by those below it, with their depth.
pub fn in_order(companies: &[CompanyNode]) -> Vec<(usize, &CompanyNode)> {
    fn walk<'a>(
        below: &Below<'a>,
        parent: Option<CompanyId>,
        depth: usize,
        order: &mut Vec<(usize, &'a CompanyNode)>,
    ) {
        for &company in below.get(&parent).into_iter().flatten() {
            order.push((depth, company));
            walk(below, Some(company.id), depth + 1, order);
        }
    }
    let mut order = Vec::with_capacity(companies.len());
    walk(&below(companies), None, 0, &mut order);
    order
}

/// The companies above `id`, from the top.
pub fn path_to(companies: &[CompanyNode], id: CompanyId) -> Vec<&CompanyNode> {
    let of = |id: CompanyId| companies.iter().find(|company| company.id == id);
    let parent = |company: &&CompanyNode| company.parent.and_then(of);
    let start = of(id).as_ref().and_then(parent);
    // Never more steps than companies, should the tree be knotted.
    let mut path: Vec<_> = std::iter::successors(start, parent)
        .take(companies.len())
        .collect();
    path.reverse();
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::companies::CompanyKind;

    fn company(id: i64, parent: Option<i64>, name: &str) -> CompanyNode {
        CompanyNode {
            id: CompanyId(id),
            parent: parent.map(CompanyId),
            name: name.to_owned(),
            kind: CompanyKind::Reseller,
            users: 0,
            version: 1,
        }
    }

    #[test]
    fn a_company_whose_parent_is_hidden_stands_at_the_top() {
        let companies = [
            company(5, Some(1), "Acme"),
            company(6, Some(5), "Beta"),
            company(9, Some(2), "Delta"),
        ];
        let order: Vec<_> = in_order(&companies)
            .into_iter()
            .map(|(depth, company)| (depth, company.name.as_str()))
            .collect();
        assert_eq!(order, [(0, "Acme"), (1, "Beta"), (0, "Delta")]);
        assert_eq!(nest(&companies)[0].children[0].label, "Beta");
        assert_eq!(path_to(&companies, CompanyId(6)), [&companies[0]]);
    }
}
