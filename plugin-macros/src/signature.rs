//! The rules for the signature of a hook, and the return type of a call.

pub(crate) mod next;

mod output;

pub(crate) mod types;

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{FnArg, GenericParam, Lifetime, Pat, Receiver, ReceiverKind, Safety, Type};

pub(crate) use self::output::{Output, Shape, returning};
use self::types::{Scan, peel};
use crate::diagnostics::Errors;
use crate::syntax::{Body, Method};

/// A valid signature of a hook.
pub(crate) struct HookSignature {
    pub(crate) ident: Ident,
    /// `<'a, 'b: 'a>`: lifetimes only.
    pub(crate) generics: syn::Generics,
    /// The `'a` of `&'a self`.
    pub(crate) receiver: Option<Lifetime>,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) output: Output,
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

/// How an argument is passed to several plugins.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Passing {
    /// `&T`: every plugin gets the same reference.
    Shared,
    /// `&mut T`: one plugin after the other borrows it.
    Exclusive,
    /// Any other type: every plugin gets a clone.
    Value,
}

/// Reads the signature of a hook. Rejects signatures that cannot be called through `dyn Trait` or on
/// several plugins.
pub(crate) fn check(errors: &mut Errors, method: &Method) -> Option<HookSignature> {
    let sig = &method.sig;
    let mut signature = None;
    let is_valid = errors.unchanged_by(|errors| {
        check_qualifiers(errors, method);
        check_generics(errors, sig);
        let receiver = check_receiver(errors, sig);
        let parameters = check_parameters(errors, sig);
        let output = Output::new(&sig.output);
        check_types(errors, sig, &parameters, &output);
        signature = Some(HookSignature {
            ident: sig.ident.clone(),
            generics: sig.generics.clone(),
            receiver,
            parameters,
            output,
        });
    });
    signature.filter(|_| is_valid)
}

fn check_qualifiers(errors: &mut Errors, method: &Method) {
    let (sig, name) = (&method.sig, &method.sig.ident);
    if let Some(token) = &sig.constness {
        errors.add(
            token,
            format!("hook `{name}` must not be `const`: it is called at run time; remove `const`"),
        );
    }
    if let Some(token) = &sig.asyncness {
        errors.add(
            token,
            format!(
                "hook `{name}` must not be `async`: a call runs every hookimpl to completion; \
                 return a boxed future, which the host can await"
            ),
        );
    }
    if let Safety::Unsafe(token) = &sig.safety {
        errors.add(
            token,
            format!("hook `{name}` must not be `unsafe`: callers cannot know the safety conditions of every plugin; remove `unsafe`"),
        );
    }
    if let Some(abi) = &sig.abi {
        errors.add(
            abi,
            format!("hook `{name}` must not be `extern`: plugins are Rust code; remove `extern`"),
        );
    }
    if let Body::Unread(body) = &method.body {
        errors.add(
            body,
            format!(
                "hook `{name}` must not have a body: it would never run, because only hookimpls are \
                 called; end the signature with `;`"
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
                "hook `{name}` must not have a `where` clause; write lifetime bounds in `<..>`"
            ),
        );
    }
}

fn check_receiver(errors: &mut Errors, sig: &syn::Signature) -> Option<Lifetime> {
    let name = &sig.ident;
    let message = || format!("hook `{name}` must take `&self`: all calls share the plugin");
    match sig.receiver() {
        Some(Receiver { kind: ReceiverKind::Reference(_, lifetime, None), .. }) => lifetime.clone(),
        Some(receiver) => {
            let is_exclusive = matches!(receiver.kind, ReceiverKind::Reference(_, _, Some(_)));
            let state =
                if is_exclusive { "; change state through a `Mutex` or an atomic" } else { "" };
            errors.add(receiver, message() + state);
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
        errors.add(variadic, format!("hook `{name}` must not be variadic; use a slice"));
    }
    if let Some(next) = next::next_of(sig) {
        errors.add(
            &next.pat,
            format!(
                "the last parameter of hook `{name}` must not be named `next`: a hookimpl with a \
                 `next` of this type is a wrapper; rename the parameter"
            ),
        );
    }
    let mut parameters = Vec::new();
    for input in &sig.inputs {
        let FnArg::Typed(typed) = input else { continue };
        for attr in &typed.attrs {
            errors.add(
                attr,
                format!("parameters of hook `{name}` must not have attributes; remove them"),
            );
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
                        "parameters of hook `{name}` must be plain names; write a name here, \
                         and the pattern in the hookimpl"
                    ),
                );
                continue;
            }
        };
        let passing = match peel(&typed.ty) {
            Type::Reference(reference) if reference.mutability.is_some() => Passing::Exclusive,
            // A historic hook can store it as it is.
            Type::Reference(reference) if is_static(reference.lifetime.as_ref()) => Passing::Value,
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
    output: &Output,
) {
    let name = &sig.ident;
    let types = parameters.iter().map(|parameter| &parameter.ty).chain(&output.ty);
    for ty in types {
        let found = Scan::new(ty);
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
                format!("hook `{name}` must not use `Self`: it is a different type in each plugin; name one type"),
            ));
        }
    }
    if let Some(ty) = output.ty.as_ref().filter(|_| output.is_bare()) {
        errors.add(
            ty,
            format!(
                "hook `{name}` must spell out its return type as `Option<T>` or `Result<T, E>`: the \
                 macro derives the type of a call from it, and cannot look into an alias"
            ),
        );
    }
    for parameter in parameters.iter().filter(|it| it.passing == Passing::Exclusive) {
        let Type::Reference(reference) = peel(&parameter.ty) else { continue };
        if let Some(lifetime) = &reference.lifetime {
            errors.add(
                lifetime,
                format!(
                    "parameter `{}` of hook `{name}` must be `&mut T` without a named lifetime: each \
                     hookimpl borrows it in turn; remove the lifetime",
                    parameter.ident
                ),
            );
        }
    }
}

impl ToTokens for Parameter {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { ident, ty, .. } = self;
        tokens.extend(quote!(#ident: #ty));
    }
}

fn is_static(lifetime: Option<&Lifetime>) -> bool {
    lifetime.is_some_and(|lifetime| lifetime.ident == "static")
}
