//! Rejects relations to other plugins that cannot hold.
//!
//! ```text
//! relation    = id [ whitespace version ]
//! requires, optional, conflicts   the version is a requirement, as in Cargo: `^1.2`, `>=2, <4`
//! provides                        the version is a single one, possibly shortened: `1.0`
//! contract                        a version requirement without an id
//! ```

use semver::{Version, VersionReq};
use syn::LitStr;

use crate::diagnostics::Errors;
use crate::names;
use crate::options::Options;

/// The valid relations of a plugin to other plugins.
#[derive(Default)]
pub(crate) struct Relations {
    pub(crate) requires: Vec<Related>,
    pub(crate) optional: Vec<Related>,
    pub(crate) conflicts: Vec<Related>,
    pub(crate) provides: Vec<Related>,
    pub(crate) contract: Option<String>,
}

/// A relation to one id: `"session ^1.2"`.
pub(crate) struct Related {
    literal: LitStr,
    pub(crate) id: String,
    pub(crate) version: Option<String>,
}

/// `id` is the id of the plugin itself.
pub(crate) fn check(errors: &mut Errors, options: &Options, id: &str) -> Relations {
    let mut list = |key, form, version: fn(&str) -> Result<String, String>| {
        let literals = options.texts(errors, key, form);
        let named = literals.into_iter().filter_map(|it| named(errors, it, version)).collect();
        deduplicate(errors, key, named)
    };
    let mut requires = list("requires", "\"session ^1.2\"", requirement);
    let mut optional = list("optional", "\"metrics ^0.5\"", requirement);
    let mut conflicts = list("conflicts", "\"legacy-auth\"", requirement);
    let mut provides = list("provides", "\"auth-api 1.0\"", version);
    let itself = format!("plugin `{id}` must not");
    without(errors, &mut requires, id, &format!("{itself} require itself; remove the entry"));
    without(errors, &mut optional, id, &format!("{itself} require itself; remove the entry"));
    without(
        errors,
        &mut conflicts,
        id,
        &format!("{itself} conflict with itself; remove the entry"),
    );
    without(
        errors,
        &mut provides,
        id,
        &format!(
            "plugin `{id}` must not list its own id in `provides`: a plugin always provides its id, in \
             its own version; remove the entry"
        ),
    );
    let relations = Relations { requires, optional, conflicts, provides, contract: None };
    check_provided(errors, &relations, id);
    check_contradictions(errors, &relations);
    Relations { contract: contract(errors, options), ..relations }
}

fn named(
    errors: &mut Errors,
    literal: LitStr,
    version: fn(&str) -> Result<String, String>,
) -> Option<Related> {
    let text = literal.value();
    let text = text.trim();
    let (id, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    if !names::is_id(id) {
        let hint = if id.contains(['^', '=', '<', '>', '~', '@']) {
            "; separate the id and the version with a space"
        } else {
            ""
        };
        errors.add(literal, names::not_an_id(id) + hint);
        return None;
    }
    let id = id.to_owned();
    match rest.trim() {
        "" => Some(Related { literal, id, version: None }),
        rest => match version(rest) {
            Ok(version) => Some(Related { literal, id, version: Some(version) }),
            Err(message) => {
                errors.add(literal, message);
                None
            }
        },
    }
}

fn requirement(text: &str) -> Result<String, String> {
    match VersionReq::parse(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(error) => Err(format!("`{text}` is not a version requirement: {error}")),
    }
}

/// Completes and checks a version. The minor and patch numbers may be missing, as is usual for versions
/// of interfaces.
fn version(text: &str) -> Result<String, String> {
    let complete = match text.matches('.').count() {
        _ if text.contains(['-', '+']) => text.to_owned(),
        0 => format!("{text}.0.0"),
        1 => format!("{text}.0"),
        _ => text.to_owned(),
    };
    match Version::parse(&complete) {
        Ok(_) => Ok(complete),
        Err(_) if VersionReq::parse(text).is_ok() => Err(format!(
            "`{text}` is a version requirement: `provides` must name a single version, such as `1.0`"
        )),
        Err(error) => Err(format!("`{text}` is not a SemVer version: {error}")),
    }
}

fn contract(errors: &mut Errors, options: &Options) -> Option<String> {
    let literal: LitStr = options.value(errors, "contract", "\"^2.1\"")?;
    errors
        .keep(requirement(literal.value().trim()).map_err(|it| syn::Error::new(literal.span(), it)))
}

/// Rejects repeated ids.
fn deduplicate(errors: &mut Errors, key: &str, named: Vec<Related>) -> Vec<Related> {
    let mut kept: Vec<Related> = Vec::with_capacity(named.len());
    for it in named {
        if kept.iter().any(|kept| kept.id == it.id) {
            let hint = if key == "provides" {
                "; remove one"
            } else {
                "; combine the requirements, as in `>=1.2, <3`"
            };
            errors.add(it.literal, format!("`{}` is listed twice in `{key}`{hint}", it.id));
        } else {
            kept.push(it);
        }
    }
    kept
}

/// Rejects every relation to this id.
fn without(errors: &mut Errors, named: &mut Vec<Related>, id: &str, message: &str) {
    named.retain(|it| {
        if it.id == id {
            errors.add(&it.literal, message);
        }
        it.id != id
    });
}

fn check_provided(errors: &mut Errors, relations: &Relations, id: &str) {
    let Relations { requires, optional, provides, .. } = relations;
    for it in requires.iter().chain(optional) {
        if provides.iter().any(|provided| provided.id == it.id) {
            errors.add(
                &it.literal,
                format!(
                    "plugin `{id}` must not require `{}`, which it provides itself; remove one",
                    it.id
                ),
            );
        }
    }
}

fn check_contradictions(errors: &mut Errors, relations: &Relations) {
    let Relations { requires, optional, conflicts, .. } = relations;
    for it in optional {
        if requires.iter().any(|required| required.id == it.id) {
            errors.add(&it.literal, format!("`{}` is already in `requires`; keep one", it.id));
        }
    }
    for it in conflicts.iter().filter(|it| it.version.is_none()) {
        if requires.iter().chain(optional).any(|wanted| wanted.id == it.id) {
            errors.add(
                &it.literal,
                format!(
                    "`{}` is required, so `conflicts` must name only some of its versions, as in \
                     `conflicts(\"{} =1.2.3\")`",
                    it.id, it.id
                ),
            );
        }
    }
}
