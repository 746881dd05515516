//! What a hook's signature may look like, and what a call of the hook returns.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{
    FnArg, GenericArgument, GenericParam, Lifetime, Pat, PathArguments, Receiver, ReceiverKind,
    ReturnType, Safety, Type,
};

use crate::diagnostics::Errors;
use crate::syntax::{Body, Method};

/// A signature that a hook may have.
pub(crate) struct HookSignature {
    pub(crate) ident: Ident,
    /// `<'a, 'b: 'a>`: lifetimes only.
    pub(crate) generics: syn::Generics,
    /// The `'a` of `&'a self`.
    pub(crate) receiver: Option<Lifetime>,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) answer: Answer,
}

impl HookSignature {
    /// The names of the parameters.
    pub(crate) fn names(&self) -> Vec<String> {
        self.parameters.iter().map(|parameter| parameter.ident.unraw().to_string()).collect()
    }
}

pub(crate) struct Parameter {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    pub(crate) passing: Passing,
}

/// How a parameter reaches several plugins.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Passing {
    /// `&T`: as it is.
    Shared,
    /// `&mut T`: one after the other.
    Exclusive,
    /// Anything else: a clone for each.
    Value,
}

/// What a hookimpl returns.
pub(crate) struct Answer {
    /// `None` stands for `()`.
    pub(crate) ty: Option<Type>,
    pub(crate) shape: Shape,
}

/// The kind of a return type, recognised by the last segment of its path.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// `()`
    Unit,
    /// `T`
    Plain,
    /// `Option<T>`
    Optional,
    /// `Result<(), E>`
    FallibleUnit,
    /// `Result<T, E>`
    Fallible,
    /// `Result<Option<T>, E>`
    FallibleOptional,
}

/// Reads the signature of a hook and refuses what cannot be called through `dyn Trait`, or on
/// several plugins.
pub(crate) fn check(errors: &mut Errors, method: &Method) -> Option<HookSignature> {
    let sig = &method.sig;
    let mut signature = None;
    let is_fit = errors.unchanged_by(|errors| {
        check_qualifiers(errors, method);
        check_generics(errors, sig);
        let receiver = check_receiver(errors, sig);
        let parameters = check_parameters(errors, sig);
        let answer = Answer::of(&sig.output);
        check_types(errors, sig, &parameters, &answer);
        signature = Some(HookSignature {
            ident: sig.ident.clone(),
            generics: sig.generics.clone(),
            receiver,
            parameters,
            answer,
        });
    });
    signature.filter(|_| is_fit)
}

fn check_qualifiers(errors: &mut Errors, method: &Method) {
    let (sig, name) = (&method.sig, &method.sig.ident);
    if let Some(token) = &sig.constness {
        errors.add(token, format!("hook `{name}` must not be `const`: it is called at run time"));
    }
    if let Some(token) = &sig.asyncness {
        errors.add(
            token,
            format!(
                "hook `{name}` must not be `async`: a call runs all plugins to their end; have \
                 it return a boxed future, which the host awaits"
            ),
        );
    }
    if let Safety::Unsafe(token) = &sig.safety {
        errors.add(
            token,
            format!("hook `{name}` must not be `unsafe`: no caller knows all its plugins"),
        );
    }
    if let Some(abi) = &sig.abi {
        errors.add(abi, format!("hook `{name}` must not be `extern`: plugins are Rust code"));
    }
    if let Body::Unread(body) = &method.body {
        errors.add(
            body,
            format!(
                "hook `{name}` must not have a body: a plugin that leaves it out is not called; \
                 end it with `;`"
            ),
        );
    }
}

fn check_generics(errors: &mut Errors, sig: &syn::Signature) {
    let name = &sig.ident;
    for parameter in &sig.generics.params {
        if !matches!(parameter, GenericParam::Lifetime(_)) {
            errors.add(
                parameter,
                format!(
                    "hook `{name}` must not be generic: it is called through `dyn Trait`; use a \
                     reference to a trait object, or an enum"
                ),
            );
        }
    }
    if let Some(clause) = &sig.generics.where_clause {
        errors.add(
            clause,
            format!(
                "hook `{name}` must not have a `where` clause; write bounds of lifetimes in `<..>`"
            ),
        );
    }
}

fn check_receiver(errors: &mut Errors, sig: &syn::Signature) -> Option<Lifetime> {
    let name = &sig.ident;
    let message = || format!("hook `{name}` must take `&self`: all plugins are shared");
    match sig.receiver() {
        Some(Receiver { kind: ReceiverKind::Reference(_, lifetime, None), .. }) => lifetime.clone(),
        Some(receiver) => {
            errors.add(receiver, message());
            None
        }
        None => {
            errors.add(name, message());
            None
        }
    }
}

fn check_parameters(errors: &mut Errors, sig: &syn::Signature) -> Vec<Parameter> {
    let name = &sig.ident;
    if let Some(variadic) = &sig.variadic {
        errors.add(variadic, format!("hook `{name}` must not be variadic"));
    }
    let mut parameters = Vec::new();
    for input in &sig.inputs {
        let FnArg::Typed(typed) = input else { continue };
        for attr in &typed.attrs {
            errors.add(attr, format!("parameters of hook `{name}` must not have attributes"));
        }
        let ident = match &*typed.pat {
            Pat::Ident(pat)
                if pat.by_ref.is_none() && pat.mutability.is_none() && pat.subpat.is_none() =>
            {
                pat.ident.clone()
            }
            pattern => {
                errors.add(
                    pattern,
                    format!(
                        "parameters of hook `{name}` must be plain names; patterns are for \
                         hookimpls"
                    ),
                );
                continue;
            }
        };
        let passing = match peel(&typed.ty) {
            Type::Reference(reference) if reference.mutability.is_some() => Passing::Exclusive,
            Type::Reference(_) => Passing::Shared,
            _ => Passing::Value,
        };
        parameters.push(Parameter { ident, ty: (*typed.ty).clone(), passing });
    }
    parameters
}

fn check_types(
    errors: &mut Errors,
    sig: &syn::Signature,
    parameters: &[Parameter],
    answer: &Answer,
) {
    let name = &sig.ident;
    let types = parameters.iter().map(|parameter| &parameter.ty).chain(&answer.ty);
    for ty in types {
        let found = Scan::of(ty);
        if let Some(span) = found.impl_trait {
            errors.push(syn::Error::new(
                span,
                format!(
                    "hook `{name}` must not use `impl Trait`: it is called through `dyn Trait`; \
                     use `&dyn Trait` or `Box<dyn Trait>`"
                ),
            ));
        }
        if let Some(span) = found.self_ty {
            errors.push(syn::Error::new(
                span,
                format!("hook `{name}` must not name `Self`: it is another type in each plugin"),
            ));
        }
    }
    let returned = answer.ty.as_ref().map(|ty| Scan::of(ty).lifetimes).unwrap_or_default();
    for parameter in parameters.iter().filter(|it| it.passing == Passing::Exclusive) {
        let Type::Reference(reference) = peel(&parameter.ty) else { continue };
        if reference.lifetime.as_ref().is_some_and(|lifetime| returned.contains(lifetime)) {
            errors.add(
                &reference.lifetime,
                format!(
                    "hook `{name}` must not return what it borrows from `&mut`: the next plugin \
                     gets it too"
                ),
            );
        }
    }
}

impl Answer {
    fn of(output: &ReturnType) -> Self {
        let ty = match output {
            ReturnType::Default => None,
            ReturnType::Type(_, ty) if is_unit(ty) => None,
            ReturnType::Type(_, ty) => Some((**ty).clone()),
        };
        let shape = match &ty {
            None => Shape::Unit,
            Some(ty) => match (last_segment(ty).as_deref(), first_argument(ty)) {
                (Some("Option"), _) => Shape::Optional,
                (Some("Result"), Some(ok)) if is_unit(ok) => Shape::FallibleUnit,
                (Some("Result"), Some(ok)) if last_segment(ok).as_deref() == Some("Option") => {
                    Shape::FallibleOptional
                }
                (Some("Result"), Some(_)) => Shape::Fallible,
                _ => Shape::Plain,
            },
        };
        Self { ty, shape }
    }

    /// Whether a lifetime other than `'static` is in it.
    pub(crate) fn borrows(&self) -> bool {
        self.ty.as_ref().is_some_and(|ty| Scan::of(ty).borrows())
    }

    /// What one answer is: the `T` in `T`, `Option<T>`, `Result<T, E>`, `Result<Option<T>, E>`.
    pub(crate) fn item(&self) -> Option<&Type> {
        let ty = self.ty.as_ref()?;
        match self.shape {
            Shape::Unit | Shape::FallibleUnit => None,
            Shape::Plain => Some(ty),
            Shape::Optional | Shape::Fallible => first_argument(ty),
            Shape::FallibleOptional => first_argument(first_argument(ty)?),
        }
    }

    /// What a call returns, by the table in the documentation of `#[hookspec]`. `vec` is how
    /// `Vec` is to be written.
    pub(crate) fn of_call(&self, vec: &TokenStream, firstresult: bool) -> Option<Type> {
        let ty = self.ty.as_ref()?;
        if firstresult {
            return Some(ty.clone());
        }
        let collected = self.item().map(|item| syn::parse_quote!(#vec<#item>));
        match self.shape {
            Shape::Unit | Shape::FallibleUnit => Some(ty.clone()),
            // `Option` without an argument is somebody's own type; rustc knows.
            Shape::Plain | Shape::Optional => Some(collected.unwrap_or_else(|| ty.clone())),
            Shape::Fallible | Shape::FallibleOptional => {
                let mut result = ty.clone();
                if let (Some(ok), Some(collected)) = (first_argument_mut(&mut result), collected) {
                    *ok = collected;
                }
                Some(result)
            }
        }
    }

    /// `Result<(), E>`, if hookimpls can fail.
    pub(crate) fn without_item(&self) -> Option<Type> {
        let mut ty = self.ty.clone().filter(|_| self.shape.is_fallible())?;
        *first_argument_mut(&mut ty)? = syn::parse_quote!(());
        Some(ty)
    }
}

impl Shape {
    pub(crate) fn is_fallible(self) -> bool {
        matches!(self, Self::FallibleUnit | Self::Fallible | Self::FallibleOptional)
    }

    pub(crate) fn is_optional(self) -> bool {
        matches!(self, Self::Optional | Self::FallibleOptional)
    }
}

/// A lifetime for what a result borrows from the plugin, where the signature leaves it out: in a
/// type like `dyn Fn(&str) -> &str` it would be read as that of the argument.
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

    // Lifetimes that are left out in these have a meaning of their own.
    fn visit_parenthesized_generic_arguments_mut(
        &mut self,
        _: &mut syn::ParenthesizedGenericArguments,
    ) {
    }

    fn visit_type_fn_ptr_mut(&mut self, _: &mut syn::TypeFnPtr) {}
}

/// What is in a type.
#[derive(Default)]
pub(crate) struct Scan {
    impl_trait: Option<Span>,
    self_ty: Option<Span>,
    lifetimes: Vec<Lifetime>,
    elided: bool,
}

impl Scan {
    pub(crate) fn of(ty: &Type) -> Self {
        let mut found = Self::default();
        found.visit_type_mut(&mut ty.clone());
        found
    }

    /// Whether `impl Trait` is in it.
    pub(crate) fn hides(&self) -> bool {
        self.impl_trait.is_some()
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

fn is_unit(ty: &Type) -> bool {
    matches!(peel(ty), Type::Tuple(tuple) if tuple.elems.is_empty())
}

fn last_segment(ty: &Type) -> Option<String> {
    let Type::Path(path) = peel(ty) else { return None };
    Some(path.path.segments.last()?.ident.to_string())
}

fn first_argument(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = peel(ty) else { return None };
    let PathArguments::AngleBracketed(arguments) = &path.path.segments.last()?.arguments else {
        return None;
    };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

fn first_argument_mut(ty: &mut Type) -> Option<&mut Type> {
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

/// A type as one would write it, for documentation.
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

/// `-> T`, or nothing for `()`.
pub(crate) fn returning(ty: Option<&Type>) -> TokenStream {
    ty.map(|ty| quote!(-> #ty)).unwrap_or_default()
}

impl ToTokens for Parameter {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { ident, ty, .. } = self;
        tokens.extend(quote!(#ident: #ty));
    }
}
