//! What is wrong with a file is told with its line, and nothing of the file stays; results come as files too.

use app::{
    JobId,
    jobs::{Job, JobState},
};
use serde_json::json;
use server::jobs::{service, worker};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use super::{done, dry_run, imported, send, shown, work_off};
use crate::util::{Answer, PASSWORD, Siblings};

#[tokio::test]
async fn a_file_that_cannot_be_read_is_refused_whole_and_leaves_nothing() {
    let scene = Siblings::start().await;
    let head = "login_id,email\n";
    let many = "aa,\n".repeat(600);
    let long = format!("{head}aa,\"{}", "x\n".repeat(40_000));
    let files: [(Vec<u8>, &str, &str); 9] = [
        ("".into(), "import.empty", "no users"),
        (head.into(), "import.empty", "no users"),
        ("email\na@b.cd\n".into(), "import.no_login_id", "login_id"),
        (
            "login_id,emial\nhana,\n".into(),
            "import.unknown_column",
            "“emial”",
        ),
        (
            "login_id,email,email\n".into(),
            "import.column_twice",
            "“email”",
        ),
        (
            [head.as_bytes(), b"aa,\nbb,\x93\xfa\n"].concat(),
            "import.not_utf8",
            "Line 3",
        ),
        (
            format!("{head}{many}\n\n")
                .into_bytes()
                .into_iter()
                .chain(*b"\xff")
                .collect(),
            "import.not_utf8",
            "Line 604",
        ),
        (long.into(), "import.row_too_long", "line 2"),
        (
            b"\xff\xfel\0o\0g\0".to_vec(),
            "import.not_utf8",
            "CSV UTF-8",
        ),
    ];
    for (file, code, words) in files {
        let answer = send(&scene.root, "", file).await.status(422);
        assert_eq!(answer.refusal(), code);
        assert!(answer.body.contains(words), "{}", answer.body);
    }
    for table in ["jobs", "job_rows", "import_rows"] {
        let count = format!("SELECT COUNT(*) FROM {table}");
        assert_eq!(scene.app.numbers(&count).await, [0], "{table}");
    }
}

#[tokio::test]
async fn only_csv_is_taken_and_not_more_than_there_can_be() {
    let scene = Siblings::start().await;
    let path = "/api/v1/users/import";
    let answer = scene.root.post(path, json!({})).await.status(415);
    assert_eq!(answer.refusal(), "not_csv");
    let mut file = b"login_id,email\n".to_vec();
    file.resize(65 * 1024 * 1024, b'\n');
    let answer = send(&scene.root, "", file).await.status(422);
    assert_eq!(answer.refusal(), "import.too_large");
    let mut rows = String::from("login_id\n");
    (0..200_001).for_each(|row| rows.push_str(&format!("u{row}\n")));
    let answer = send(&scene.root, "", rows).await.status(422);
    assert_eq!(answer.refusal(), "import.too_many_rows");
    assert_eq!(
        scene.app.numbers("SELECT COUNT(*) FROM job_rows").await,
        [0]
    );
}

#[tokio::test]
async fn rows_that_make_no_sense_are_refused_by_themselves() {
    let scene = Siblings::start().await;
    scene.quiet("plain", scene.acme).await;
    let file = "\u{feff}login_id\temail\r\nplain\t\r\n\r\nplain\tx\ty\r\n\t\r\nPlain\t\r\n\"pl\r\nain\"\t\r\nlast\r\n";
    let job = dry_run(&scene.app, &scene.root, file).await;
    assert_eq!(
        imported(&scene.root, job.id).await,
        [
            "2 nothing_to_do".to_owned(),
            "4 refused This row has 3 cells, but there are 2 columns.".to_owned(),
            "6 refused Line 2 is about the same login ID. Each user may stand in a file once.".to_owned(),
            "7 refused Login ID: Use letters a–z, digits and . _ - @ +, beginning with a letter or digit.".to_owned(),
            "9 refused This row has 1 cells, but there are 2 columns.".to_owned(),
        ]
    );
}

/// A file whose first rows have arrived, and whose end is still to come.
async fn half_a_file(scene: &Siblings) -> TcpStream {
    let client = scene.app.client();
    let signed_in = client.sign_in("root", PASSWORD).await;
    let cookie = signed_in.session_cookie().expect("a session");
    let address = scene.app.base.strip_prefix("http://").expect("an address");
    let mut stream = TcpStream::connect(address).await.unwrap();
    let rows = "someone\n".repeat(700);
    let head = format!(
        "POST /api/v1/users/import HTTP/1.1\r\nhost: {address}\r\ncookie: {cookie}\r\ncontent-type: text/csv\r\n\
         content-length: 100000\r\n\r\nlogin_id\n{rows}"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    while kept(scene).await == 0 {
        tokio::task::yield_now().await;
    }
    stream
}

async fn kept(scene: &Siblings) -> i64 {
    scene.app.numbers("SELECT COUNT(*) FROM job_rows").await[0]
}

#[tokio::test]
async fn whoever_hangs_up_leaves_nothing() {
    let scene = Siblings::start().await;
    let stream = half_a_file(&scene).await;
    let states = scene.app.texts("SELECT state FROM jobs").await;
    assert_eq!(states, ["receiving"]);
    drop(stream);
    while kept(&scene).await > 0 {
        tokio::task::yield_now().await;
    }
    assert_eq!(scene.app.numbers("SELECT COUNT(*) FROM jobs").await, [0]);
}

#[tokio::test]
async fn a_file_is_not_looked_at_before_it_is_whole_and_can_be_cancelled() {
    let scene = Siblings::start().await;
    let mut stream = half_a_file(&scene).await;
    assert!(!worker::batch(&scene.app.deps).await.unwrap());
    let id = JobId(scene.app.numbers("SELECT id FROM jobs").await[0]);
    let job = shown(&scene.root, id).await;
    assert_eq!((job.state, job.counts.rows), (JobState::Receiving, 500));
    let path = format!("/api/v1/jobs/{id}");
    scene
        .root
        .post(&format!("{path}/start"), json!({}))
        .await
        .status(409);
    scene
        .root
        .post(&format!("{path}/cancel"), json!({}))
        .await
        .ok();
    stream
        .write_all("someone\n".repeat(700).as_bytes())
        .await
        .unwrap();
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).await.unwrap();
    assert_eq!(&answer, b"HTTP/1.1 422");
    assert_eq!(shown(&scene.root, id).await.state, JobState::Cancelled);
    assert_eq!(kept(&scene).await, 500);
}

#[tokio::test]
async fn what_nobody_receives_any_more_is_swept() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let _open = half_a_file(&scene).await;
    app.clock.advance(14 * 60);
    service::sweep(&app.deps).await.unwrap();
    assert_eq!(kept(&scene).await, 500);
    app.clock.advance(2 * 60);
    service::sweep(&app.deps).await.unwrap();
    assert_eq!(kept(&scene).await, 0);
}

#[tokio::test]
async fn results_can_be_corrected_and_imported_again() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let acme = scene.acme;
    let file = format!(
        "email,login_id,company,first_name,last_name\n\
         a@example.com,aa,{acme},'=A,A\n\
         wrong,bb,{acme},B,B\n"
    );
    let job = dry_run(app, &scene.root, &file).await;
    let job = done(app, &scene.root, &job).await;
    let results = async |query: &str| -> Answer {
        let path = format!("/api/v1/jobs/{}/results{query}", job.id);
        scene.root.get(&path).await.ok()
    };
    let told = results("").await;
    let disposition = format!("attachment; filename=\"job-{}.csv\"", job.id);
    assert_eq!(told.headers["content-disposition"], disposition);
    let why = "E-mail address: Enter an e-mail address such as name@example.com.";
    let head = "\u{feff}line,login_id,email,first_name,last_name,company,outcome,why\r\n";
    let bad = format!("3,bb,wrong,B,B,{acme},refused,{why}\r\n");
    let good = format!("2,aa,a@example.com,'=A,A,{acme},created,\r\n");
    assert_eq!(told.body, format!("{head}{good}{bad}"));
    let refused = results("?outcome=refused").await.body;
    assert_eq!(refused, format!("{head}{bad}"));

    let corrected = refused.replace("wrong", "b@example.com");
    let job = dry_run(app, &scene.root, &corrected).await;
    assert_eq!((job.counts.would_create, job.counts.rows), (1, 1));
}

#[tokio::test]
async fn results_of_other_jobs_name_those_who_can_be_seen() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (admin, client) = scene
        .user("admin.acme", scene.acme, "company_administrator")
        .await;
    let plain = scene.quiet("plain", scene.acme).await.id;
    let action = json!({ "kind": "disable" });
    let job = super::previewed(app, &client, action, &[plain, admin.id]).await;
    app.edit(&scene.root, plain, json!({ "company": scene.beta }))
        .await
        .ok();
    let path = format!("/api/v1/jobs/{}/results", job.id);
    let told = client.get(&path).await.ok().body;
    let own = format!(
        "{},admin.acme,refused,You cannot do this to your own account.",
        admin.id
    );
    assert!(
        told.contains(&format!("\r\n{plain},,would_change,\r\n{own}")),
        "{told}"
    );
}

#[tokio::test]
async fn of_somebody_who_was_purged_nothing_stays() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let gone = scene.quiet("gone", scene.acme).await.id;
    scene.quiet("there", scene.acme).await;
    let file = "login_id,first_name\ngone,Nina\nthere,Nina\nnobody,Nina\n";
    let job = dry_run(app, &scene.root, file).await;
    app.delete(&scene.root, gone).await.ok();
    let purge = format!("/api/v1/users/{gone}/purge");
    scene.root.delete_plain(purge).await.status(204);
    service::sweep(&app.deps).await.unwrap();
    let said = "SELECT login_id FROM import_rows ORDER BY position";
    assert_eq!(app.texts(said).await, ["there", "nobody"]);
    let job = done(app, &scene.root, &job).await;
    assert_eq!((job.counts.changed, job.counts.refused), (1, 2));
    work_off(app).await;
    let _: Job = shown(&scene.root, job.id).await;
}
