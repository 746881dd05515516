//! What the signature of a method shows about `next`, the last parameter of a wrapper. A macro sees names
//! and not types, so a type alias is believed, and rustc checks it.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{
    FnArg, GenericArgument, Pat, PatType, PathArguments, ReturnType, Signature, Type,
    TypeParamBound,
};

use super::types::{Scan, is_unit, last_segment, peel, show};
use crate::syntax::{Body, Method};

/// The last parameter of a method.
pub(crate) enum Last<'a> {
    /// It is not `next`.
    Other,
    /// It is a function, but not `&dyn Fn(..)`.
    OtherFunction(&'a Type),
    /// `&dyn Fn(..)`, with another number of arguments than there are parameters before it.
    OtherArguments(&'a Type),
    /// `&dyn Fn(..)`, with a return type that is not that of the method, such as `Vec<u8>`.
    OtherResult(String),
    /// It may be `next`, as far as a macro can see.
    Next,
}

/// Classifies the last parameter of a wrapper.
pub(crate) fn last(method: &Method) -> Last<'_> {
    let Some(FnArg::Typed(last)) = method.sig.inputs.last() else { return Last::Other };
    if Scan::new(&last.ty).has_impl_trait() {
        return Last::OtherFunction(&last.ty);
    }
    let is_named = is_named_next(last);
    if let Some(function) = visible(&last.ty) {
        if function.inputs != parameters(&method.sig).len() - 1 {
            return if is_named { Last::OtherArguments(&last.ty) } else { Last::Next };
        }
        let fits = !differ(returned(&method.sig.output), function.output);
        return if fits { Last::Next } else { Last::OtherResult(shown(function.output)) };
    }
    if is_function(&last.ty) {
        return if is_named { Last::OtherFunction(&last.ty) } else { Last::Other };
    }
    let may_be_alias = match peel(&last.ty) {
        Type::Reference(reference) => is_alias(&reference.elem),
        ty => is_alias(ty),
    };
    if may_be_alias && (is_named || is_called(method, last)) { Last::Next } else { Last::Other }
}

/// The last parameter, if it is named `next` and has the type that it has in a wrapper.
pub(crate) fn next_of(sig: &Signature) -> Option<&PatType> {
    let Some(FnArg::Typed(last)) = sig.inputs.last() else { return None };
    let function = visible(&last.ty).filter(|_| is_named_next(last))?;
    let fits = function.inputs == parameters(sig).len() - 1
        && !differ(returned(&sig.output), function.output);
    fits.then_some(last)
}

/// `next: &dyn Fn(&str) -> Vec<u8>`, for a method with these parameters before `next`. Returns `None` if
/// the return type borrows from the plugin without naming the lifetime, which means something else in the
/// type of `next`.
pub(crate) fn written(method: &Method, has_last: bool) -> Option<String> {
    let mut types = parameters(&method.sig);
    if has_last {
        types.pop();
    }
    let types: Vec<_> = types.iter().map(|it| show(&it.ty)).collect();
    let output = match returned(&method.sig.output) {
        Some(ty) if Scan::new(ty).elides() => return None,
        Some(ty) => format!(" -> {}", show(ty)),
        None => String::new(),
    };
    Some(format!("next: &dyn Fn({}){output}", types.join(", ")))
}

/// The return type for a message.
pub(crate) fn shown(ty: Option<&Type>) -> String {
    ty.map_or_else(|| "()".to_owned(), show)
}

/// The return type, if it is not `()`.
pub(crate) fn returned(output: &ReturnType) -> Option<&Type> {
    match output {
        ReturnType::Type(_, ty) if !is_unit(ty) => Some(ty),
        _ => None,
    }
}

fn parameters(sig: &Signature) -> Vec<&PatType> {
    let typed = sig.inputs.iter().filter_map(|input| match input {
        FnArg::Typed(typed) => Some(typed),
        FnArg::Receiver(_) => None,
    });
    typed.collect()
}

fn ident(parameter: &PatType) -> Option<&Ident> {
    match &*parameter.pat {
        Pat::Ident(pat) => Some(&pat.ident),
        _ => None,
    }
}

fn is_named_next(parameter: &PatType) -> bool {
    ident(parameter)
        .is_some_and(|ident| ident.unraw().to_string().trim_start_matches('_') == "next")
}

struct Function<'a> {
    inputs: usize,
    output: Option<&'a Type>,
}

/// The function in `&dyn Fn(..) -> T`.
fn visible(ty: &Type) -> Option<Function<'_>> {
    let Type::Reference(reference) = peel(ty) else { return None };
    let Type::TraitObject(object) = peel(&reference.elem) else { return None };
    if reference.mutability.is_some() {
        return None;
    }
    object.bounds.iter().find_map(|bound| {
        let TypeParamBound::Trait(bound) = bound else { return None };
        let segment = bound.path.segments.last().filter(|it| it.ident == "Fn")?;
        let PathArguments::Parenthesized(arguments) = &segment.arguments else { return None };
        Some(Function { inputs: arguments.inputs.len(), output: returned(&arguments.output) })
    })
}

/// Whether the type is visibly one of a function: `fn(..)`, `dyn FnMut(..)`, also behind a pointer.
fn is_function(ty: &Type) -> bool {
    match peel(ty) {
        Type::FnPtr(_) => true,
        Type::Reference(reference) => is_function(&reference.elem),
        Type::TraitObject(object) => object.bounds.iter().any(|bound| match bound {
            TypeParamBound::Trait(bound) => bound.path.segments.last().is_some_and(|segment| {
                matches!(segment.arguments, PathArguments::Parenthesized(_))
            }),
            _ => false,
        }),
        ty => {
            matches!(last_segment(ty).as_deref(), Some("Box" | "Arc" | "Rc"))
                && arguments(ty).first().is_some_and(|ty| is_function(ty))
        }
    }
}

/// Whether the name of a type may be that of an alias.
fn is_alias(ty: &Type) -> bool {
    match peel(ty) {
        Type::Path(_) => !is_std(ty),
        Type::Macro(_) => true,
        _ => false,
    }
}

/// Whether the body of a method calls its parameter.
fn is_called(method: &Method, parameter: &PatType) -> bool {
    let (Some(ident), Body::Unread(body)) = (ident(parameter), &method.body) else { return false };
    calls(body.to_token_stream(), ident)
}

fn calls(tokens: TokenStream, function: &Ident) -> bool {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let is_call = tokens.windows(2).any(|pair| match pair {
        [TokenTree::Ident(ident), TokenTree::Group(group)] => {
            ident == function && group.delimiter() == Delimiter::Parenthesis
        }
        _ => false,
    });
    is_call
        || tokens.into_iter().any(|token| match token {
            TokenTree::Group(group) => calls(group.stream(), function),
            _ => false,
        })
}

/// Whether two types are different, whatever the names in them mean. `None` is `()`.
fn differ(one: Option<&Type>, other: Option<&Type>) -> bool {
    match (one, other) {
        (None, None) => false,
        (Some(ty), None) | (None, Some(ty)) => is_reference(ty) || is_std(ty),
        (Some(one), Some(other)) => {
            // No type contains itself.
            if is_within(one, other) || is_within(other, one) {
                return true;
            }
            match (peel(one), peel(other)) {
                (Type::Reference(one), Type::Reference(other)) => {
                    one.mutability.is_some() != other.mutability.is_some()
                        || differ(Some(&one.elem), Some(&other.elem))
                }
                (Type::Reference(_), ty) | (ty, Type::Reference(_)) => is_std(ty),
                _ if is_std(one) && is_std(other) => {
                    let (ones, others) = (arguments(one), arguments(other));
                    last_segment(one) != last_segment(other)
                        || ones.len() == others.len()
                            && ones
                                .iter()
                                .zip(others)
                                .any(|(one, other)| differ(not_unit(one), not_unit(other)))
                }
                _ => false,
            }
        }
    }
}

fn is_reference(ty: &Type) -> bool {
    matches!(peel(ty), Type::Reference(_))
}

fn not_unit(ty: &Type) -> Option<&Type> {
    Some(ty).filter(|ty| !is_unit(ty))
}

/// Whether a type is an argument in another one, such as `T` in `Vec<Option<T>>`. In a type with another
/// name, the argument may mean anything.
fn is_within(inner: &Type, outer: &Type) -> bool {
    is_std(outer)
        && arguments(outer)
            .into_iter()
            .any(|ty| show(peel(ty)) == show(peel(inner)) || is_within(inner, ty))
}

/// The types in the angle brackets of a path.
fn arguments(ty: &Type) -> Vec<&Type> {
    let Type::Path(path) = peel(ty) else { return Vec::new() };
    let Some(PathArguments::AngleBracketed(arguments)) =
        path.path.segments.last().map(|segment| &segment.arguments)
    else {
        return Vec::new();
    };
    let types = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    types.collect()
}

/// Whether a type has one of the names that nobody gives to another type.
fn is_std(ty: &Type) -> bool {
    const NAMES: &[&str] = &[
        "Arc", "Box", "Option", "Rc", "Result", "String", "Vec", "bool", "char", "f32", "f64",
        "i128", "i16", "i32", "i64", "i8", "isize", "str", "u128", "u16", "u32", "u64", "u8",
        "usize",
    ];
    last_segment(ty).is_some_and(|name| NAMES.contains(&name.as_str()))
}
