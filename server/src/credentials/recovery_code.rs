//! Recovery codes: ten single-use codes in place of the authenticator.

use app::{UserId, credentials::RecoveryCode};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, Set, sea_query::Expr,
};

use crate::{
    db::Tx,
    deps::{Deps, Randomness},
    error::Result,
};

/// How many are made at enrolment.
pub const COUNT: usize = 10;

mod entity {
    //! A recovery code's hash.
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "recovery_codes")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub user_id: i64,
        pub code_hash: String,
        pub used_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What is stored of a code. 60 random bits with five tries per flow need no slow hash; the key keeps a
/// stolen table from being searched through.
fn hash(deps: &Deps, user: UserId, code: &RecoveryCode) -> String {
    deps.sealer
        .keyed_hash(&format!("recovery_codes.code_hash:{user}"), code.as_str())
}

/// Makes ten new codes for `user`; older ones are dead.
pub async fn replace(tx: &Tx, deps: &Deps, user: UserId) -> Result<Vec<RecoveryCode>> {
    forget(tx, user).await?;
    let codes: Vec<RecoveryCode> = std::iter::repeat_with(|| generate(&*deps.random))
        .take(COUNT)
        .collect();
    let rows = codes.iter().map(|code| entity::ActiveModel {
        user_id: Set(user.0),
        code_hash: Set(hash(deps, user, code)),
        used_at: Set(0),
        ..Default::default()
    });
    entity::Entity::insert_many(rows)
        .exec_without_returning(&**tx)
        .await?;
    Ok(codes)
}

fn generate(random: &dyn Randomness) -> RecoveryCode {
    let mut numbers = [0; 12];
    random.fill(&mut numbers);
    RecoveryCode::from_numbers(numbers)
}

/// Forgets the codes of `user`.
pub async fn forget(tx: &Tx, user: UserId) -> Result<()> {
    entity::Entity::delete_many()
        .filter(entity::Column::UserId.eq(user.0))
        .exec(&**tx)
        .await?;
    Ok(())
}

/// Whether `code` is one of `user`'s and was not used before; it is used by this.
pub async fn accept(tx: &Tx, deps: &Deps, user: UserId, code: &RecoveryCode) -> Result<bool> {
    let updated = entity::Entity::update_many()
        .col_expr(entity::Column::UsedAt, Expr::value(deps.now().millis()))
        .filter(entity::Column::UserId.eq(user.0))
        .filter(entity::Column::CodeHash.eq(hash(deps, user, code)))
        .filter(entity::Column::UsedAt.eq(0))
        .exec(&**tx)
        .await?;
    Ok(updated.rows_affected == 1)
}

/// How many unused codes `user` has.
pub async fn left(db: &impl ConnectionTrait, user: UserId) -> Result<u32> {
    let left = entity::Entity::find()
        .filter(entity::Column::UserId.eq(user.0))
        .filter(entity::Column::UsedAt.eq(0))
        .count(db)
        .await?;
    Ok(u32::try_from(left).unwrap_or(u32::MAX))
}
