//! Files that are broken, huge, sealed or something else altogether: each is told, none stops the
//! others.

use std::io::Write as _;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::offices::Offices;
use crate::table;

#[test]
fn none_stops_the_others() {
    let offices = Offices::new();
    offices.hand_in("0420", &[]);
    let folder = offices.folder();
    let good = std::fs::read(offices.answers("0420")).unwrap();
    let hostile: Vec<(&str, Vec<u8>)> = vec![
        ("empty.csv", Vec::new()),
        ("heading.csv", b"item_id,mark\n".to_vec()),
        ("nul.csv", b"item_id,mark\nQ05-01,\0\n".to_vec()),
        ("binary.csv", (0..=255).cycle().take(4_000).collect()),
        (
            "quote.csv",
            b"item_id,mark\n\"Q05-01,implemented\n".to_vec(),
        ),
        ("wide.csv", ",".repeat(100_000).into_bytes()),
        ("cut.csv", good[..good.len() / 2].to_vec()),
        ("twice.csv", b"item_id,item_id\na,b\n".to_vec()),
        ("other.csv", b"a,b\n1,2\n".to_vec()),
        (
            "sealed.csv.age",
            b"age-encryption.org/v1\n-> X25519 x\n".to_vec(),
        ),
        ("broken.zip", b"PK\x03\x04 and no more".to_vec()),
    ];
    for (name, bytes) in &hostile {
        folder.write(&format!("in/{name}"), bytes);
    }
    folder
        .call("collect in --year 2026 --to desk --header en")
        .run()
        .code(1);
    let ledger = table(folder, "ledger");
    assert_eq!(
        ledger.all(("department_code", "0420"), "state")[0],
        "submitted"
    );
    let told = std::fs::read_to_string(folder.path("desk/ledger.csv")).unwrap();
    for (name, _) in &hostile {
        let stem = name.split('.').next().unwrap();
        let line = told.lines().find(|line| line.contains(stem));
        let line = line.unwrap_or_else(|| panic!("{name} is not in\n{told}"));
        assert!(!line.contains(",submitted,"), "{line}");
    }
    // What could be read once is kept, so it is told again without being handed in again.
    folder
        .call("collect --year 2026 --to desk --header en")
        .run()
        .code(1);
}

#[test]
fn a_zip_is_taken_apart_and_a_bomb_is_told() {
    let offices = Offices::new();
    offices.hand_in("0420", &[]);
    let folder = offices.folder();
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for name in ["summary", "answers"] {
        let file = format!("in/0420/2026_odawara_0420_{name}.csv");
        zip.start_file(format!("提出/{name}.csv"), SimpleFileOptions::default())
            .unwrap();
        zip.write_all(&folder.read(&file)).unwrap();
    }
    zip.start_file("bomb.csv", SimpleFileOptions::default())
        .unwrap();
    let zeros = vec![b' '; 1024 * 1024];
    for _ in 0..40 {
        zip.write_all(&zeros).unwrap();
    }
    zip.start_file("../../climb.csv", SimpleFileOptions::default())
        .unwrap();
    zip.write_all(b"a,b\n").unwrap();
    let bytes = zip.finish().unwrap().into_inner();
    folder.write("zips/0420.zip", bytes);
    folder
        .call("collect zips --year 2026 --to desk --header en")
        .run()
        .code(1)
        .out("bomb.csv");
    let ledger = table(folder, "ledger");
    assert_eq!(
        ledger.all(("department_code", "0420"), "state"),
        ["submitted"]
    );
    assert!(!folder.path("climb.csv").exists());
}
