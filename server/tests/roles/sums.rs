//! What is reported of somebody's rights is what is enforced: the sum of their roles and of what was given to them.

use app::{
    RoleId,
    roles::{Channel, Permission, Permissions},
    sign_in::Me,
    users::UserAccess,
};
use serde_json::json;

use super::catalogue::created;
use crate::util::{Dice, Siblings};

/// What needs which permission and nothing else.
const READS: [(&str, Permission); 4] = [
    ("/api/v1/users", Permission::UsersRead),
    ("/api/v1/companies", Permission::CompaniesRead),
    ("/api/v1/audit-events", Permission::AuditRead),
    ("/api/v1/mails", Permission::MailRead),
];

#[tokio::test]
async fn reported_is_enforced_is_the_sum_whatever_the_roles_and_permissions() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let mut dice = Dice::new(20_261_122);
    let mut roles: Vec<(RoleId, Permissions)> = Vec::new();
    for number in 0..6 {
        let permissions = dice.permissions(25);
        let role = created(&scene.root, scene.acme, &format!("Role {number}"), &[]).await;
        let path = format!("/api/v1/roles/{}", role.role.id);
        let change = json!({ "permissions": permissions });
        scene.root.patch(&path, 1, change).await.ok();
        roles.push((role.role.id, permissions));
    }
    let (user, client) = scene.user("hana.sato", scene.acme, "user").await;
    let path = format!("/api/v1/users/{}/permissions", user.id);
    for round in 0..25 {
        let some = 1 + dice.next(3);
        let chosen: Vec<_> = (0..some).map(|_| roles[dice.next(roles.len())]).collect();
        let grants = dice.permissions(8);
        let sum = chosen
            .iter()
            .fold(grants, |sum, (_, role)| sum.union(*role));
        let ids: Vec<RoleId> = chosen.iter().map(|(id, _)| *id).collect();
        let version = app.shown(&scene.root, user.id).await.version;
        let change = json!({ "roles": ids, "grants": grants });
        scene.root.put_at(&path, version, change).await.ok();
        let access: UserAccess = scene.root.get(&path).await.ok().read();
        assert_eq!(access.effective, sum, "round {round}");
        assert_eq!(access.sum(&access.held(), access.grants), sum);
        for &permission in Permission::ALL {
            for channel in Channel::ALL {
                let sources = access.giving(permission, channel).count() > 0
                    || access.grants.allows(permission, channel);
                assert_eq!(
                    sources,
                    sum.allows(permission, channel),
                    "{permission:?} {channel:?}"
                );
            }
        }
        let me: Me = client.get("/api/v1/me").await.ok().read();
        assert_eq!(me.held, sum);
        // Programs and this client's sign-in are of one channel; what is refused and what is not says which rights hold.
        for (read, permission) in READS {
            let answered = client.get(read).await.status.as_u16();
            let expected = if me.permissions.contains(&permission) {
                200
            } else {
                403
            };
            assert_eq!(answered, expected, "{read} in round {round}");
        }
        let channel = Channel::ALL
            .into_iter()
            .find(|&channel| sum.on(channel) == me.permissions);
        assert!(
            channel.is_some(),
            "what one may do is what one holds on a channel"
        );
    }
}
