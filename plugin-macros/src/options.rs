//! The grammar of options, shared by all attributes.
//!
//! ```text
//! options = [ option { "," option } [ "," ] ]
//! option  = key                    firstresult
//!         | key "=" value          id = "auth"
//!         | key "(" values ")"     hookspecs(GatewayHooks)
//! ```
//!
//! A list of names is written as `before = "cache"` or as `before("cache", "log")`.
//!
//! A parsed option keeps the span of its key, so that an error points at the word that the user wrote.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{LitStr, Token, token};

use crate::diagnostics::Errors;
use crate::syntax::is_ours;

#[derive(Default)]
pub(crate) struct Options(Vec<Opt>);

struct Opt {
    key: Ident,
    value: Value,
}

enum Value {
    None,
    Equals(TokenStream),
    List(TokenStream),
}

impl Parse for Options {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let options = Punctuated::<Opt, Token![,]>::parse_terminated(input)?;
        Ok(Self(options.into_iter().collect()))
    }
}

impl Parse for Opt {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        // The key `crate` is also a keyword.
        let key = input.call(Ident::parse_any)?;
        let value = if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            Value::Equals(parse_value(input)?)
        } else if input.peek(token::Paren) {
            let content;
            syn::parenthesized!(content in input);
            Value::List(content.parse()?)
        } else {
            Value::None
        };
        Ok(Self { key, value })
    }
}

/// Reads up to the next comma outside of angle brackets, so `HashMap<String, u8>` is one value.
fn parse_value(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut value = TokenStream::new();
    let mut depth = 0_u32;
    while !input.is_empty() && (depth > 0 || !input.peek(Token![,])) {
        if input.peek(Token![->]) {
            value.extend(input.parse::<Token![->]>()?.into_token_stream());
            continue;
        }
        let token = input.parse::<TokenTree>()?;
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == '<' => depth += 1,
            TokenTree::Punct(punct) if punct.as_char() == '>' => depth = depth.saturating_sub(1),
            _ => {}
        }
        value.extend([token]);
    }
    Ok(value)
}

impl Options {
    /// Collects the options of every `#[name]` and `#[name(..)]` among the attributes of an item.
    /// Returns `None` if the item has no such attribute.
    pub(crate) fn from_attributes(
        errors: &mut Errors,
        attrs: &[syn::Attribute],
        name: &str,
    ) -> Option<Self> {
        let mut all = None;
        for attr in attrs.iter().filter(|attr| is_ours(attr, name)) {
            let all = all.get_or_insert_with(|| Self(Vec::new()));
            let options = match &attr.meta {
                syn::Meta::Path(_) => Ok(Self(Vec::new())),
                syn::Meta::List(list) => syn::parse2(list.tokens.clone()),
                syn::Meta::NameValue(value) => Err(syn::Error::new_spanned(
                    value,
                    format!("options of `#[{name}]` must be in parentheses: `#[{name}(..)]`"),
                )),
            };
            all.0.extend(errors.keep(options).map(|options| options.0).unwrap_or_default());
        }
        all
    }

    /// Rejects unknown and repeated options. `elsewhere` names a location and the options that belong
    /// there.
    pub(crate) fn check_keys(
        &mut self,
        errors: &mut Errors,
        attribute: &str,
        known: &[&str],
        elsewhere: (&str, &[&str]),
    ) {
        let mut seen: Vec<String> = Vec::new();
        self.0.retain(|option| {
            let key = option.key.to_string();
            if !known.contains(&key.as_str()) {
                let (location, keys) = elsewhere;
                let message = if keys.contains(&key.as_str()) {
                    format!("option `{key}` belongs {location}")
                } else {
                    unknown(&key, attribute, known)
                };
                errors.add(&option.key, message);
                return false;
            }
            if seen.contains(&key) {
                errors.add(&option.key, format!("option `{key}` is repeated; keep one"));
                return false;
            }
            seen.push(key);
            true
        });
    }

    /// The key of an option, if the user wrote it, whatever its value.
    pub(crate) fn key(&self, key: &str) -> Option<&Ident> {
        self.find(key).map(|option| &option.key)
    }

    /// The key of an option without a value, if the user wrote it.
    pub(crate) fn flag(&self, errors: &mut Errors, key: &str) -> Option<Ident> {
        let option = self.find(key)?;
        if !matches!(option.value, Value::None) {
            errors.add(&option.key, format!("option `{key}` takes no value; write `{key}`"));
        }
        Some(option.key.clone())
    }

    /// The value of `key = value`, if the user wrote it in the right form.
    pub(crate) fn value<T: Parse>(&self, errors: &mut Errors, key: &str, form: &str) -> Option<T> {
        let option = self.find(key)?;
        let expected = || format!("option `{key}` must have the form `{key} = {form}`");
        let Value::Equals(value) = &option.value else {
            errors.add(&option.key, expected());
            return None;
        };
        let parsed = syn::parse2(value.clone());
        if parsed.is_err() {
            if value.is_empty() {
                errors.add(&option.key, expected());
            } else {
                errors.add(value, expected());
            }
        }
        parsed.ok()
    }

    /// The key and the values of `key(a, b)`, if the user wrote it in the right form.
    pub(crate) fn list<T: Parse>(
        &self,
        errors: &mut Errors,
        key: &str,
        form: &str,
    ) -> Option<(Ident, Vec<T>)> {
        let option = self.find(key)?;
        let Value::List(values) = &option.value else {
            errors.add(&option.key, format!("option `{key}` must have the form `{key}({form})`"));
            return None;
        };
        let values = Punctuated::<T, Token![,]>::parse_terminated.parse2(values.clone());
        let values = errors.keep(values)?;
        Some((option.key.clone(), values.into_iter().collect()))
    }

    /// The strings of `key = "text"` or `key("text", "text")`, if the user wrote it in the right form.
    pub(crate) fn texts(&self, errors: &mut Errors, key: &str, form: &str) -> Vec<LitStr> {
        match self.find(key) {
            None => Vec::new(),
            Some(Opt { value: Value::Equals(_), .. }) => {
                self.value(errors, key, form).into_iter().collect()
            }
            Some(_) => self.list(errors, key, form).map(|(_, texts)| texts).unwrap_or_default(),
        }
    }

    fn find(&self, key: &str) -> Option<&Opt> {
        self.0.iter().find(|option| option.key == key)
    }
}

fn unknown(key: &str, attribute: &str, known: &[&str]) -> String {
    let near = known
        .iter()
        .map(|known| (strsim::damerau_levenshtein(key, known), known))
        .filter(|(distance, known)| *distance <= 2.max(known.len() / 3))
        .min();
    if let Some((_, near)) = near {
        return format!("unknown option `{key}`; did you mean `{near}`?");
    }
    let known: Vec<_> = known.iter().map(|known| format!("`{known}`")).collect();
    format!("unknown option `{key}`; `{attribute}` accepts {}", known.join(", "))
}
