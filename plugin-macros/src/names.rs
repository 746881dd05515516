//! Plugin ids as users write them in literals.

/// Applies the rule of `plugin_core::info::PluginId`.
pub(crate) fn is_id(id: &str) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.".contains(c);
    let ends = |c: Option<char>| c.is_some_and(|c| !"-_.".contains(c));
    id.chars().all(allowed) && ends(id.chars().next()) && ends(id.chars().next_back())
}

pub(crate) fn not_an_id(id: &str) -> String {
    format!(
        "`{id}` is not a plugin id: use lowercase letters, digits and `-`, `_`, `.`, with a letter \
         or digit first and last"
    )
}
