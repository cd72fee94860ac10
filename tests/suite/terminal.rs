mod role;

#[test]
fn quit_restores() {
    let mut person = role::launch().start();
    person.wait_for("READY");
    let name = std::thread::current().name().map(str::to_owned);
    person.keys("q");
    assert_eq!(person.exit_code(), 0, "{name:?}");
    assert_eq!(person.state(), person.before());
}
#[test]
fn flood_of_keys() {
    let mut person = role::launch().start();
    person.wait_for("READY");
    person.keys(&"a".repeat(3000));
    person.keys("b");
    person.wait_for("KEY b");
    let stat =
        std::fs::read_to_string(format!("/proc/{}/stat", person.pid().as_raw_nonzero())).unwrap();
    person.look(std::time::Duration::from_millis(20));
    std::thread::sleep(std::time::Duration::from_secs(1));
    let stat2 =
        std::fs::read_to_string(format!("/proc/{}/stat", person.pid().as_raw_nonzero())).unwrap();
    panic!("{stat}{stat2}");
}
