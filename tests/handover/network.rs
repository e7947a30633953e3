//! The program sends nothing anywhere: no part of it can, and the system sees no attempt.

use std::path::Path;

/// Crates that speak to a network, or are there for those that do.
const NETWORK: &[&str] = &[
    "actix-web",
    "async-net",
    "async-std",
    "attohttpc",
    "awc",
    "axum",
    "curl",
    "curl-sys",
    "dns-lookup",
    "git2",
    "h2",
    "h3",
    "hickory-resolver",
    "http",
    "http-body",
    "httparse",
    "hyper",
    "if-addrs",
    "ipnet",
    "isahc",
    "lapin",
    "lettre",
    "libp2p",
    "minreq",
    "native-tls",
    "netlink-sys",
    "openssl",
    "openssl-sys",
    "quinn",
    "reqwest",
    "rouille",
    "rustls",
    "rustls-pki-types",
    "schannel",
    "security-framework",
    "sentry",
    "smol",
    "socket2",
    "ssh2",
    "suppaftp",
    "surf",
    "tiny_http",
    "tokio",
    "tokio-rustls",
    "tonic",
    "trust-dns-resolver",
    "tungstenite",
    "ureq",
    "warp",
    "webpki",
    "websocket",
    "zmq",
];

#[test]
fn no_dependency_speaks_to_a_network() {
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock");
    let lock = std::fs::read_to_string(lock).unwrap();
    let names: Vec<&str> = lock
        .lines()
        .filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'))
        .collect();
    assert!(names.len() > 50 && names.contains(&"crossterm"));
    let found: Vec<&&str> = names.iter().filter(|name| NETWORK.contains(name)).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn no_source_of_ours_names_a_network() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut count = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            count += 1;
            let text = std::fs::read_to_string(&path).unwrap();
            for word in ["std::net", "TcpStream", "UdpSocket", "rustix::net"] {
                assert!(!text.contains(word), "{}: {word}", path.display());
            }
        }
    }
    assert!(count > 100);
}

/// Returns whether a traced call speaks to anything but the program itself.
fn is_network(call: &str) -> bool {
    let named = |names: &[&str]| names.iter().any(|name| call.contains(&format!("{name}(")));
    let local = call.contains("AF_UNIX") || call.contains("AF_LOCAL");
    call.contains("AF_INET")
        || call.contains("AF_NETLINK")
        || call.contains("AF_PACKET")
        || (named(&["socket", "connect", "bind", "listen", "accept", "accept4"]) && !local)
}

#[test]
fn a_traced_call_is_told_from_a_harmless_one() {
    for call in [
        "12 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 3",
        "socket(AF_INET6, SOCK_DGRAM, 0) = 3",
        "socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE) = 3",
        "connect(3, {sa_family=AF_INET, sin_port=htons(53)}, 16) = 0",
        "sendto(3, \"x\", 1, 0, {sa_family=AF_INET6}, 28) = 1",
        "bind(3, {sa_family=AF_PACKET}, 20) = 0",
    ] {
        assert!(is_network(call), "{call}");
    }
    for call in [
        "socketpair(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0, [3, 4]) = 0",
        "12 sendto(4, \"\\0\", 1, MSG_NOSIGNAL, NULL, 0) = 1",
        "execve(\"/x/tenken\", [\"tenken\"], 0x7ffd) = 0",
        "recvfrom(3, \"\\0\", 1, 0, NULL, NULL) = 1",
    ] {
        assert!(!is_network(call), "{call}");
    }
}

#[cfg(target_os = "linux")]
mod traced {
    use std::process::{Command, Stdio};

    use super::is_network;
    use crate::program::{Folder, NAME, NOW, PROGRAM};
    use crate::screen::{CTRL_Q, ENTER, Terminal};
    use crate::{BOOK, begin};

    const TRACER: [&str; 6] = ["strace", "-f", "-qq", "-e", "trace=%network,execve", "-o"];

    fn can_trace(folder: &Folder) -> bool {
        let log = folder.path("try.trace");
        let ran = Command::new(TRACER[0])
            .args(&TRACER[1..])
            .arg(&log)
            .arg(PROGRAM)
            .arg("--version")
            .stdin(Stdio::null())
            .output();
        ran.is_ok_and(|ran| ran.status.success())
            && std::fs::read_to_string(log).is_ok_and(|text| text.contains("execve("))
    }

    fn assert_silent(folder: &Folder, log: &str) {
        let text = String::from_utf8(folder.read(log)).unwrap();
        assert!(text.contains("execve("), "{log}: nothing was traced");
        let calls: Vec<&str> = text.lines().filter(|call| is_network(call)).collect();
        assert!(calls.is_empty(), "{log}: {calls:#?}");
    }

    #[test]
    fn nothing_is_sent_anywhere() {
        let folder = Folder::new();
        if !can_trace(&folder) {
            println!("strace is not here or may not trace: the calls were not watched");
            return;
        }
        begin(&folder, &["済み"]);
        folder.write("phrase.txt", crate::PHRASE);
        let summary = "exports/2026_odawara_0420_summary.csv.age";
        let answers = "exports/2026_odawara_0420_answers.csv.age";
        let commands = [
            "new --checklist tsukubamirai --department 0421 --name 課 --year 2026".to_owned(),
            format!("fill {BOOK} --from fill.csv"),
            format!("show {BOOK}"),
            format!("confirm {BOOK} --title 課長"),
            "key new --to division".to_owned(),
            format!("export {BOOK} --encrypt-to division.pub"),
            format!("verify {summary} {answers} --identity division"),
            format!("export {BOOK} --to other --passphrase-file phrase.txt"),
            format!("decrypt {summary} {answers} --identity division --to opened"),
            "check".to_owned(),
            "list".to_owned(),
        ];
        for (number, command) in commands.iter().enumerate() {
            let log = format!("{number}.trace");
            let ran = Command::new(TRACER[0])
                .args(&TRACER[1..])
                .arg(folder.path(&log))
                .args([PROGRAM, "--by", NAME, "--now", NOW])
                .args(command.split_whitespace())
                .current_dir(folder.path(""))
                .stdin(Stdio::null())
                .output()
                .unwrap();
            // Confirming is refused, for answers are missing; all others are done.
            let done = ran.status.success() || command.starts_with("confirm");
            assert!(done, "{command}: {}", String::from_utf8_lossy(&ran.stderr));
            assert_silent(&folder, &log);
        }
        let log = folder.path("screens.trace");
        // The terminal's program is not looked for; the shell does that.
        let mut words = vec!["/bin/sh", "-c", "exec \"$@\"", "sh"];
        words.extend(TRACER);
        words.extend([log.to_str().unwrap(), PROGRAM, "--by", NAME, "--now", NOW]);
        let mut terminal = Terminal::start_with(&folder, (80, 24), &words);
        terminal.wait_for("下水道整備課");
        terminal.press(ENTER);
        terminal.wait_for("保存済");
        terminal.press("1");
        terminal.wait(|screen| screen.contains("Q05-03") && screen.contains("保存済"));
        terminal.press(CTRL_Q);
        terminal.wait(|screen| screen.contains("終わりますか"));
        terminal.press("\x1b[B");
        terminal.press(ENTER);
        assert_eq!(terminal.exit_code(), 0);
        drop(terminal);
        assert_silent(&folder, "screens.trace");
    }
}
