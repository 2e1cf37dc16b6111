//! Who is meant by a selection, kept as the rows of a job.

use std::collections::{HashMap, HashSet};

use app::{
    JobId, Refusal, Timestamp, UserId,
    field::Problem,
    jobs::{JobAction, JobDraft, Selection},
};

use super::rows::{self, Meant};
use crate::{actor::Scope, db::Tx, error::Result, users};

/// Makes the rows of a new job.
pub(super) async fn keep(
    tx: &Tx,
    scope: &Scope,
    job: JobId,
    draft: &JobDraft,
    now: Timestamp,
) -> Result<()> {
    match &draft.selection {
        Selection::Users(ids) => {
            let mut seen = HashSet::with_capacity(ids.len());
            let ids: Vec<UserId> = ids.iter().copied().filter(|id| seen.insert(*id)).collect();
            let there = users::store::within(&**tx, scope, &ids).await?;
            if let Some(index) = ids.iter().position(|id| !there.contains(id)) {
                // Elsewhere, or nowhere: the two look alike.
                let field = format!("selection.users[{index}]");
                return Err(Refusal::field(&field, Problem::NotFound).into());
            }
            rows::insert(tx, job, &alone(&ids)).await?;
        }
        Selection::Matching(query) => {
            let found = users::found(&**tx, scope, query, now).await?;
            rows::insert_found(tx, job, &found.sql, found.values).await?;
        }
    }
    if draft.action == JobAction::Delete {
        add_families(tx, scope, job).await?;
    }
    match rows::count(tx, job).await? {
        0 => Err(Refusal::field("selection", Problem::Missing).into()),
        _ => Ok(()),
    }
}

fn alone(ids: &[UserId]) -> Vec<Meant> {
    ids.iter()
        .map(|&user| Meant {
            user,
            along_with: None,
            followers: 0,
        })
        .collect()
}

/// Puts behind each user those who go along when they are deleted.
async fn add_families(tx: &Tx, scope: &Scope, job: JobId) -> Result<()> {
    let selected = rows::users(tx, job).await?;
    // What is elsewhere is not there, and neither is anybody below it.
    let mut parents = users::bin::parents(&**tx, scope, &selected).await?;
    let mut frontier: Vec<UserId> = parents.keys().copied().collect();
    while !frontier.is_empty() {
        let below = users::bin::children(&**tx, &frontier).await?;
        frontier = below
            .into_iter()
            .filter(|(child, parent)| parents.insert(*child, Some(*parent)).is_none())
            .map(|(child, _)| child)
            .collect();
    }
    let mut families: HashMap<UserId, Vec<UserId>> = HashMap::new();
    for &user in parents.keys() {
        let head = head(&parents, user);
        if head != user {
            families.entry(head).or_default().push(user);
        }
    }
    let mut meant = Vec::with_capacity(selected.len());
    for user in selected {
        if parents.contains_key(&user) && head(&parents, user) != user {
            continue;
        }
        let mut along = families.remove(&user).unwrap_or_default();
        along.sort_unstable();
        meant.push(Meant {
            user,
            along_with: None,
            followers: i64::try_from(along.len()).unwrap_or(i64::MAX),
        });
        meant.extend(along.into_iter().map(|member| Meant {
            user: member,
            along_with: Some(user),
            followers: 0,
        }));
    }
    rows::clear(tx, job).await?;
    rows::insert(tx, job, &meant).await
}

/// With whose deletion `user` goes along: the topmost above them who is meant, or themselves.
fn head(parents: &HashMap<UserId, Option<UserId>>, user: UserId) -> UserId {
    let mut head = user;
    // Bounded, should somebody be their own parent in the end.
    for _ in 0..parents.len() {
        match parents.get(&head).copied().flatten() {
            Some(parent) if parents.contains_key(&parent) => head = parent,
            _ => break,
        }
    }
    head
}

#[cfg(test)]
mod tests {
    use super::head;
    use app::UserId;
    use std::collections::HashMap;

    #[test]
    fn one_goes_along_with_the_topmost_who_is_meant() {
        let parents = HashMap::from([
            (UserId(2), Some(UserId(1))),
            (UserId(3), Some(UserId(2))),
            (UserId(4), None),
        ]);
        assert_eq!(head(&parents, UserId(3)), UserId(2));
        assert_eq!(head(&parents, UserId(2)), UserId(2));
        assert_eq!(head(&parents, UserId(4)), UserId(4));
    }
}
