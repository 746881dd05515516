//! The return type of a hookimpl, and that of a call.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{ReturnType, Type};

use super::types::{Scan, first_argument, first_argument_mut, is_unit, last_segment};

/// The return type of a hookimpl.
pub(crate) struct Output {
    /// `None` means `()`.
    pub(crate) ty: Option<Type>,
    pub(crate) shape: Shape,
}

/// The kind of a return type, recognized by the last segment of its path.
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

impl Output {
    pub(super) fn new(output: &ReturnType) -> Self {
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

    /// Whether the type is an `Option` or a `Result` without arguments, like `fmt::Result`.
    pub(super) fn is_bare(&self) -> bool {
        self.ty.as_ref().is_some_and(|ty| {
            matches!(last_segment(ty).as_deref(), Some("Option" | "Result"))
                && first_argument(ty).is_none()
        })
    }

    /// Whether the type contains a lifetime other than `'static`.
    pub(crate) fn borrows(&self) -> bool {
        self.ty.as_ref().is_some_and(|ty| Scan::new(ty).borrows())
    }

    /// The type of one value: the `T` in `T`, `Option<T>`, `Result<T, E>`, `Result<Option<T>, E>`.
    pub(crate) fn item(&self) -> Option<&Type> {
        let ty = self.ty.as_ref()?;
        match self.shape {
            Shape::Unit | Shape::FallibleUnit => None,
            Shape::Plain => Some(ty),
            Shape::Optional | Shape::Fallible => first_argument(ty),
            Shape::FallibleOptional => first_argument(first_argument(ty)?),
        }
    }

    /// The return type of a call, by the table in the documentation of `#[hookspec]`. `vec` is the path
    /// of `Vec`.
    pub(crate) fn call_type(&self, vec: &TokenStream, firstresult: bool) -> Option<Type> {
        let ty = self.ty.as_ref()?;
        if firstresult {
            return Some(ty.clone());
        }
        let collected = self.item().map(|item| syn::parse_quote!(#vec<#item>));
        match self.shape {
            Shape::Unit | Shape::FallibleUnit => Some(ty.clone()),
            // A type named `Option` without an argument is not that of std. It stays as it is.
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

/// `-> T`, or nothing for `()`.
pub(crate) fn returning(ty: Option<&Type>) -> TokenStream {
    ty.map(|ty| quote!(-> #ty)).unwrap_or_default()
}
