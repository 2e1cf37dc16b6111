//! The yardstick: bare axum routes that do the least one could do, with the same hash and plain sqlx on SQLite.

use std::sync::Arc;

use app::credentials::Password;
use axum::{
    Json, Router,
    extract::State,
    http::{HeaderMap, StatusCode},
    routing::{get, post},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use sea_orm::sqlx::{
    self, SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use serde_json::{Value, json};
use server::{
    credentials::hasher::{Hasher, Verdict},
    deps::SystemRandomness,
    secret::{Secret, SecretHash},
};
use tempfile::TempDir;

use crate::portal::PASSWORD;

type Failure = Box<dyn std::error::Error>;

struct Bare {
    read: SqlitePool,
    write: SqlitePool,
    hasher: Hasher,
    key: Ed25519KeyPair,
}

/// The running yardstick.
pub struct Yardstick {
    /// Its address.
    pub base: String,
    /// A refresh token of the first user.
    pub refresh_token: String,
    _folder: TempDir,
}

/// Starts it with a hundred users who have the password.
pub async fn start() -> Result<Yardstick, Failure> {
    let folder = TempDir::new()?;
    let options = SqliteConnectOptions::new()
        .filename(folder.path().join("bare.db"))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let write = SqlitePoolOptions::new()
        .max_connections(1)
        .connect_with(options.clone())
        .await?;
    let read = SqlitePoolOptions::new()
        .max_connections(8)
        .connect_with(options)
        .await?;
    let hasher = Hasher::start(std::thread::available_parallelism()?.get())?;
    sqlx::query(
        "CREATE TABLE users (id INTEGER PRIMARY KEY, login_id TEXT UNIQUE, name TEXT, hash TEXT)",
    )
    .execute(&write)
    .await?;
    sqlx::query(
        "CREATE TABLE sessions (secret_hash TEXT PRIMARY KEY, user_id INTEGER, expires_at INTEGER)",
    )
    .execute(&write)
    .await?;
    let hash = hasher
        .hash(&Password::new(PASSWORD), &SystemRandomness)
        .await?;
    for number in 0..100 {
        sqlx::query("INSERT INTO users (login_id, name, hash) VALUES ($1, 'Hana Sato', $2)")
            .bind(format!("user{number}"))
            .bind(&hash)
            .execute(&write)
            .await?;
    }
    sqlx::query("CREATE TABLE tokens (secret_hash TEXT PRIMARY KEY, user_id INTEGER)")
        .execute(&write)
        .await?;
    let refresh_token = Secret::generate(&SystemRandomness);
    sqlx::query("INSERT INTO tokens (secret_hash, user_id) VALUES ($1, 1)")
        .bind(refresh_token.hash().as_str())
        .execute(&write)
        .await?;
    let key = Ed25519KeyPair::from_seed_unchecked(&[7; 32]).map_err(|_| "no key")?;
    let router = Router::new()
        .route("/login", post(login))
        .route("/me", get(me))
        .route("/token", post(token))
        .route("/bearer", get(bearer))
        .with_state(Arc::new(Bare {
            read,
            write,
            hasher,
            key,
        }));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let base = format!("http://{}", listener.local_addr()?);
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(Yardstick {
        base,
        refresh_token: refresh_token.reveal().to_owned(),
        _folder: folder,
    })
}

async fn login(
    State(bare): State<Arc<Bare>>,
    Json(start): Json<Value>,
) -> Result<Json<Value>, StatusCode> {
    let broken = |_| StatusCode::INTERNAL_SERVER_ERROR;
    let (id, hash): (i64, String) =
        sqlx::query_as("SELECT id, hash FROM users WHERE login_id = $1")
            .bind(start["login_id"].as_str())
            .fetch_one(&bare.read)
            .await
            .map_err(broken)?;
    let password = Password::new(start["password"].as_str().unwrap_or_default());
    let verdict = bare.hasher.verify(&password, Some(&hash)).await;
    if !matches!(verdict, Ok(Verdict::Right)) {
        return Err(StatusCode::UNAUTHORIZED);
    }
    let secret = Secret::generate(&SystemRandomness);
    sqlx::query(
        "INSERT INTO sessions (secret_hash, user_id, expires_at) VALUES ($1, $2, 9000000000)",
    )
    .bind(secret.hash().as_str())
    .bind(id)
    .execute(&bare.write)
    .await
    .map_err(broken)?;
    Ok(Json(json!({ "session": secret.reveal() })))
}

async fn me(State(bare): State<Arc<Bare>>, headers: HeaderMap) -> Result<Json<Value>, StatusCode> {
    let secret = headers
        .get("cookie")
        .and_then(|cookie| cookie.to_str().ok())
        .unwrap_or_default();
    let (login_id, name): (String, String) = sqlx::query_as(
        "SELECT u.login_id, u.name FROM sessions s JOIN users u ON u.id = s.user_id
         WHERE s.secret_hash = $1 AND s.expires_at > 1",
    )
    .bind(SecretHash::of(secret).as_str())
    .fetch_one(&bare.read)
    .await
    .map_err(|_| StatusCode::UNAUTHORIZED)?;
    Ok(Json(json!({ "login_id": login_id, "name": name })))
}

/// A signed token of somebody whose refresh token is known.
async fn token(State(bare): State<Arc<Bare>>, form: String) -> Result<Json<Value>, StatusCode> {
    let refresh_token = form.rsplit('=').next().unwrap_or_default();
    let (id,): (i64,) = sqlx::query_as(
        "SELECT u.id FROM tokens t JOIN users u ON u.id = t.user_id WHERE t.secret_hash = $1",
    )
    .bind(SecretHash::of(refresh_token).as_str())
    .fetch_one(&bare.read)
    .await
    .map_err(|_| StatusCode::UNAUTHORIZED)?;
    let claims = URL_SAFE_NO_PAD.encode(json!({ "sub": id, "exp": 9_000_000_000_i64 }).to_string());
    let signature = URL_SAFE_NO_PAD.encode(bare.key.sign(claims.as_bytes()));
    Ok(Json(
        json!({ "access_token": format!("{claims}.{signature}") }),
    ))
}

/// Who bears a token that was signed here.
async fn bearer(
    State(bare): State<Arc<Bare>>,
    headers: HeaderMap,
) -> Result<Json<Value>, StatusCode> {
    let id = bearer_of(&bare, &headers).ok_or(StatusCode::UNAUTHORIZED)?;
    let (login_id, name): (String, String) =
        sqlx::query_as("SELECT login_id, name FROM users WHERE id = $1")
            .bind(id)
            .fetch_one(&bare.read)
            .await
            .map_err(|_| StatusCode::UNAUTHORIZED)?;
    Ok(Json(json!({ "login_id": login_id, "name": name })))
}

fn bearer_of(bare: &Bare, headers: &HeaderMap) -> Option<i64> {
    let line = headers.get("authorization")?.to_str().ok()?;
    let (claims, signature) = line.strip_prefix("Bearer ")?.split_once('.')?;
    let signature = URL_SAFE_NO_PAD.decode(signature).ok()?;
    UnparsedPublicKey::new(&ED25519, bare.key.public_key())
        .verify(claims.as_bytes(), &signature)
        .ok()?;
    let claims: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(claims).ok()?).ok()?;
    claims["sub"].as_i64()
}
