//! The deliberate differences from pluggy, as data: scenarios with another outcome here, and
//! scenarios that cannot be written here.

/// A step of a scenario whose outcome differs from that in pluggy.
pub(super) struct Deviation {
    pub(super) id: &'static str,
    /// The position in the scenario's steps, as a JSON pointer.
    pub(super) at: &'static str,
    /// As JSON.
    pub(super) pluggy: &'static str,
    pub(super) here: &'static str,
    pub(super) why: &'static str,
}

const fn deviation(
    id: &'static str,
    at: &'static str,
    pluggy: &'static str,
    here: &'static str,
    why: &'static str,
) -> Deviation {
    Deviation { id, at, pluggy, here, why }
}

const CALL_ORDER: &str = "hookimpls are listed in call order, where pluggy lists its own storage";
const RETURN_TYPE: &str = "what a wrapper returns has the type that the call returns, so a single \
                           value is a list that holds it";
const NO_FALLING_OFF: &str = "a wrapper cannot end without a value of the type that the call \
                              returns, so nothing is the empty list";
const SUBSET: &str = "a subset also excludes its ids when they are registered later";
const MONITORS: &str = "monitors are removed by their guards, in any order";
const ALL_OR_NOTHING: &str = "a plugin that fails in a replay is not registered at all";

/// Each deviation must be necessary: a scenario is compared only with the adapted outcome.
pub(super) const DEVIATIONS: &[Deviation] = &[
    deviation(
        "O1",
        "/9/expect/result",
        r#"["l3","l2","l1","n1","n2","f1","f2"]"#,
        r#"["f2","f1","n2","n1","l1","l2","l3"]"#,
        CALL_ORDER,
    ),
    deviation(
        "O3",
        "/14/expect/result",
        r#"["m9","m3","m2","m7","m13","m6","m10","m11","m1","m4","m8","m12","m5"]"#,
        r#"["m5","m12","m8","m4","m1","m11","m10","m6","m13","m7","m2","m3","m9"]"#,
        CALL_ORDER,
    ),
    deviation("O21", "/4/expect/result", r#"["ghost","a"]"#, r#"["a"]"#, SUBSET),
    deviation("O21", "/4/expect/log", r#"["ghost","a"]"#, r#"["a"]"#, SUBSET),
    deviation(
        "O25",
        "/5/expect/log/0",
        r#""m2:before h [a,b]""#,
        r#""m2:before h [b,a]""#,
        CALL_ORDER,
    ),
    deviation(
        "O25",
        "/5/expect/log/1",
        r#""m1:before h [a,b]""#,
        r#""m1:before h [b,a]""#,
        CALL_ORDER,
    ),
    deviation(
        "O25",
        "/7/expect/log/0",
        r#""m1:before h [a,b]""#,
        r#""m1:before h [b,a]""#,
        CALL_ORDER,
    ),
    deviation(
        "O26",
        "/5/expect/log",
        r#"["a"]"#,
        r#"["m2:before h [a]","a","m2:after ok [\"a\"]"]"#,
        MONITORS,
    ),
    deviation(
        "O26",
        "/7/expect/log",
        r#"["m1:before h [a]","a","m1:after ok [\"a\"]"]"#,
        r#"["a"]"#,
        MONITORS,
    ),
    deviation("E3", "/4/expect/result", "22", "[22]", RETURN_TYPE),
    deviation(
        "E3",
        "/4/expect/log/4",
        r#""outer:post ok 22""#,
        r#""outer:post ok [22]""#,
        RETURN_TYPE,
    ),
    deviation("E5", "/3/expect/result", "null", "[]", NO_FALLING_OFF),
    deviation("E7", "/4/expect/result", "7", "[7]", RETURN_TYPE),
    deviation(
        "E7",
        "/4/expect/log/4",
        r#""outer:post ok 7""#,
        r#""outer:post ok [7]""#,
        RETURN_TYPE,
    ),
    deviation("E18", "/4/expect/result", r#""new""#, r#"["new"]"#, RETURN_TYPE),
    deviation(
        "E18",
        "/4/expect/log/4",
        r#""outer:post ok \"new\"""#,
        r#""outer:post ok [\"new\"]""#,
        RETURN_TYPE,
    ),
    deviation("E19", "/4/expect/result", "null", "[]", NO_FALLING_OFF),
    deviation(
        "E19",
        "/4/expect/log/4",
        r#""outer:post ok null""#,
        r#""outer:post ok []""#,
        NO_FALLING_OFF,
    ),
    deviation("E20", "/4/expect/result", r#""saved""#, r#"["saved"]"#, RETURN_TYPE),
    deviation("E21", "/5/expect/result", r#""R""#, r#"["R"]"#, RETURN_TYPE),
    deviation("E30", "/3/expect/result", "true", "false", ALL_OR_NOTHING),
    deviation("E32", "/7/expect/result", r#""S5""#, r#"["S5"]"#, RETURN_TYPE),
    deviation(
        "E32",
        "/7/expect/log/8",
        r#""w3:post ok \"R2\"""#,
        r#""w3:post ok [\"R2\"]""#,
        RETURN_TYPE,
    ),
    deviation(
        "E32",
        "/7/expect/log/9",
        r#""o4:post ok \"R2\"""#,
        r#""o4:post ok [\"R2\"]""#,
        RETURN_TYPE,
    ),
    deviation("E34", "/4/expect/result", r#""saved""#, r#"["saved"]"#, RETURN_TYPE),
    deviation(
        "E34",
        "/4/expect/log/0",
        r#""m:before h [boom,w]""#,
        r#""m:before h [w,boom]""#,
        CALL_ORDER,
    ),
    deviation(
        "E34",
        "/4/expect/log/4",
        r#""m:after ok \"saved\"""#,
        r#""m:after ok [\"saved\"]""#,
        RETURN_TYPE,
    ),
];

/// A scenario that cannot be written here.
pub(super) struct RuledOut {
    pub(super) id: &'static str,
    pub(super) why: &'static str,
    /// The compile-fail cases under `tests/ui` that demonstrate this. Empty if there is no code
    /// that could be written wrong.
    pub(super) cases: &'static [&'static str],
}

const fn ruled_out(
    id: &'static str,
    why: &'static str,
    cases: &'static [&'static str],
) -> RuledOut {
    RuledOut { id, why, cases }
}

pub(super) const RULED_OUT: &[RuledOut] = &[
    ruled_out(
        "O12",
        "a hookimpl is tryfirst or trylast, not both",
        &["hookimpl/tryfirst_and_trylast.rs"],
    ),
    ruled_out(
        "O15",
        "a hookimpl does not compile without its hookspec",
        &["hookimpl/unknown_hook.rs", "call/unknown_hook.rs"],
    ),
    ruled_out(
        "O24",
        "a hookimpl has all parameters of its hook, and a call all arguments and no more",
        &["hookimpl/missing_parameter.rs", "call/extra_argument.rs"],
    ),
    ruled_out(
        "O27",
        "parameters have no defaults: a hookimpl has all parameters of its hook",
        &["hookimpl/missing_parameter.rs"],
    ),
    ruled_out(
        "O28",
        "parameters have no defaults: a call has all arguments",
        &["call/missing_argument.rs"],
    ),
    ruled_out(
        "E13",
        "a wrapper is not a generator: if it does not call `next`, its result replaces the others'",
        &[],
    ),
    ruled_out("E14", "as E13; there is only one style of wrapper", &[]),
    ruled_out(
        "E15",
        "a wrapper is not a generator: if it calls `next` again, the others are called again",
        &[],
    ),
    ruled_out("E16", "as E15", &[]),
    ruled_out("E17", "as E15; there is only one style of wrapper", &[]),
    ruled_out("E22", "a call has all arguments", &["call/missing_argument.rs"]),
    ruled_out("E23", "a call has all arguments", &["call/missing_argument.rs"]),
    ruled_out("E24", "a call has all arguments", &["call/missing_argument.rs"]),
    ruled_out(
        "E31",
        "a hookimpl cannot have a parameter that its hook lacks",
        &["hookimpl/extra_parameter.rs"],
    ),
    ruled_out(
        "E33",
        "a wrapper has a parameter `next` of the right type",
        &["hookimpl/wrapper_without_next.rs", "hookimpl/wrapper_with_wrong_next.rs"],
    ),
    ruled_out(
        "E35",
        "a historic hook has no wrappers and no `call_extra`; to call it by its name is to make a \
         historic call",
        &["hookimpl/wrapper_on_historic.rs", "call/call_extra_on_historic.rs"],
    ),
    ruled_out(
        "E36",
        "no hookimpl is pending: it names a hook that exists, or does not compile",
        &["hookimpl/unknown_hook.rs"],
    ),
];
