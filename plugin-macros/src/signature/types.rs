//! Helpers for types: lifetimes, arguments and display.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{GenericArgument, Lifetime, PathArguments, Type};

/// Replaces elided lifetimes in a return type, which borrow from the plugin, by a named one. In a type
/// like `dyn Fn(&str) -> &str`, rustc would elide them to the lifetime of the argument. Returns whether
/// there was one.
pub(crate) fn name_elided(ty: &mut Type, lifetime: &Lifetime) -> bool {
    let mut name = NameElided { lifetime, found: false };
    name.visit_type_mut(ty);
    name.found
}

struct NameElided<'a> {
    lifetime: &'a Lifetime,
    found: bool,
}

impl VisitMut for NameElided<'_> {
    fn visit_type_reference_mut(&mut self, reference: &mut syn::TypeReference) {
        if reference.lifetime.is_none() {
            reference.lifetime = Some(self.lifetime.clone());
            self.found = true;
        }
        visit_mut::visit_type_reference_mut(self, reference);
    }

    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            *lifetime = self.lifetime.clone();
            self.found = true;
        }
    }

    // Elided lifetimes in function types have their own meaning.
    fn visit_parenthesized_generic_arguments_mut(
        &mut self,
        _: &mut syn::ParenthesizedGenericArguments,
    ) {
    }

    fn visit_type_fn_ptr_mut(&mut self, _: &mut syn::TypeFnPtr) {}
}

/// The parts of a type that the checks look for.
#[derive(Default)]
pub(crate) struct Scan {
    pub(super) impl_trait: Option<Span>,
    pub(super) self_ty: Option<Span>,
    pub(super) lifetimes: Vec<Lifetime>,
    elided: bool,
}

impl Scan {
    pub(crate) fn new(ty: &Type) -> Self {
        let mut found = Self::default();
        found.visit_type_mut(&mut ty.clone());
        found
    }

    /// Whether the type contains `impl Trait`.
    pub(crate) fn has_impl_trait(&self) -> bool {
        self.impl_trait.is_some()
    }

    /// Whether the type contains a lifetime without a name.
    pub(crate) fn elides(&self) -> bool {
        self.elided || self.lifetimes.iter().any(|lifetime| lifetime.ident == "_")
    }

    pub(crate) fn borrows(&self) -> bool {
        self.elided || self.lifetimes.iter().any(|lifetime| lifetime.ident != "static")
    }
}

impl VisitMut for Scan {
    fn visit_type_impl_trait_mut(&mut self, ty: &mut syn::TypeImplTrait) {
        self.impl_trait = Some(ty.span());
    }

    fn visit_path_mut(&mut self, path: &mut syn::Path) {
        if let Some(first) = path.segments.first().filter(|segment| segment.ident == "Self") {
            self.self_ty = Some(first.ident.span());
        }
        visit_mut::visit_path_mut(self, path);
    }

    fn visit_type_reference_mut(&mut self, reference: &mut syn::TypeReference) {
        self.elided |= reference.lifetime.is_none();
        visit_mut::visit_type_reference_mut(self, reference);
    }

    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        self.lifetimes.push(lifetime.clone());
    }

    fn visit_parenthesized_generic_arguments_mut(
        &mut self,
        _: &mut syn::ParenthesizedGenericArguments,
    ) {
    }

    fn visit_type_fn_ptr_mut(&mut self, _: &mut syn::TypeFnPtr) {}
}

/// A type without the invisible groups and the parentheses around it.
pub(crate) fn peel(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => peel(&group.elem),
        Type::Paren(paren) => peel(&paren.elem),
        ty => ty,
    }
}

pub(super) fn is_unit(ty: &Type) -> bool {
    matches!(peel(ty), Type::Tuple(tuple) if tuple.elems.is_empty())
}

pub(super) fn last_segment(ty: &Type) -> Option<String> {
    let Type::Path(path) = peel(ty) else { return None };
    Some(path.path.segments.last()?.ident.to_string())
}

pub(super) fn first_argument(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = peel(ty) else { return None };
    let PathArguments::AngleBracketed(arguments) = &path.path.segments.last()?.arguments else {
        return None;
    };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

pub(super) fn first_argument_mut(ty: &mut Type) -> Option<&mut Type> {
    match ty {
        Type::Group(group) => first_argument_mut(&mut group.elem),
        Type::Paren(paren) => first_argument_mut(&mut paren.elem),
        Type::Path(path) => {
            let PathArguments::AngleBracketed(arguments) =
                &mut path.path.segments.last_mut()?.arguments
            else {
                return None;
            };
            arguments.args.iter_mut().find_map(|argument| match argument {
                GenericArgument::Type(ty) => Some(ty),
                _ => None,
            })
        }
        _ => None,
    }
}

/// A type with the usual spacing, for documentation.
pub(crate) fn show(tokens: impl ToTokens) -> String {
    let mut text = String::new();
    show_tokens(tokens.to_token_stream(), &mut text);
    text
}

fn show_tokens(tokens: TokenStream, text: &mut String) {
    let mut after_word = false;
    let mut after_lifetime = false;
    let mut in_lifetime = false;
    for token in tokens {
        let is_word = matches!(token, TokenTree::Ident(_) | TokenTree::Literal(_));
        let starts_word = is_word || matches!(&token, TokenTree::Punct(it) if it.as_char() == '\'');
        if starts_word && !in_lifetime && (after_word || after_lifetime) {
            text.push(' ');
        }
        match &token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::None => ("", ""),
                };
                text.push_str(open);
                show_tokens(group.stream(), text);
                text.push_str(close);
            }
            TokenTree::Punct(punct) => match (punct.as_char(), text.ends_with('-')) {
                (',' | ';', _) => text.extend([punct.as_char(), ' ']),
                ('-' | '+' | '=', _) => text.extend([' ', punct.as_char()]),
                ('>', true) => text.push_str("> "),
                (other, _) => text.push(other),
            },
            word => text.push_str(&word.to_string()),
        }
        if matches!(&token, TokenTree::Punct(it) if matches!(it.as_char(), '+' | '=')) {
            text.push(' ');
        }
        after_lifetime = in_lifetime;
        in_lifetime = matches!(&token, TokenTree::Punct(it) if it.as_char() == '\'');
        after_word = is_word && !after_lifetime;
    }
}
