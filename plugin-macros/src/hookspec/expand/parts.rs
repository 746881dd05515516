//! The parts of the expansion of one hook that several items share.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Lifetime, Type, Visibility};

use super::{deprecated, hook_cfgs, ident, item_allow_attr, vis};
use crate::hookspec::check::{Hook, HookKind, Spec, shared_attrs};
use crate::paths::Private;
use crate::signature::types::name_elided;
use crate::signature::{Parameter, Passing, Shape, returning};

/// The parts of the expansion of one hook that several items share.
pub(super) struct HookParts<'a> {
    /// The hookspec of the hook.
    owner: &'a Spec,
    pub(super) spec: &'a Ident,
    pub(super) private: &'a Private,
    pub(super) vis: &'a Visibility,
    pub(super) hook: &'a Hook,
    pub(super) name: &'a Ident,
    /// The attributes of generated methods: documentation, `#[cfg]`, `#[deprecated]`.
    pub(super) attrs: TokenStream,
    pub(super) cfgs: Vec<syn::Attribute>,
    /// `#[deprecated]`, if the hook is deprecated: the methods that call it are deprecated too.
    pub(super) deprecated: Option<&'a syn::Attribute>,
    pub(super) parameters: &'a [Parameter],
    /// The names of the parameters, as strings.
    pub(super) names: Vec<String>,
    /// The parameters as arguments that are moved into a call.
    pub(super) arguments: Vec<&'a Ident>,
    /// The parameters as arguments that remain usable after a call.
    pub(super) copies: Vec<TokenStream>,
    /// `<'plugin, ..>`: includes a lifetime for the borrow of the plugin if the result borrows it.
    pub(super) generics: TokenStream,
    pub(super) receiver: TokenStream,
    /// The lifetime of the receiver, if it has a name, or needs one because the result borrows it.
    pub(super) lifetime: Option<Lifetime>,
    /// The return type of a call, with that lifetime.
    pub(super) call_type: Option<Type>,
    /// The return type of a hookimpl, with that lifetime.
    pub(super) result_type: Option<Type>,
}

impl<'a> HookParts<'a> {
    pub(super) fn new(spec: &'a Spec, hook: &'a Hook) -> Self {
        let signature = &hook.signature;
        let private = &spec.private;
        let first = hook.kind == HookKind::FirstResult;
        let vec = quote!(#private::Vec);
        let mut call_type = signature.output.call_type(&vec, first);
        let mut result_type = signature.output.ty.clone();

        let plugin = Lifetime::new("'__plugin", Span::mixed_site());
        let named = signature.receiver.clone().unwrap_or(plugin.clone());
        let found = [&mut call_type, &mut result_type].into_iter().flatten();
        let borrows = found.fold(false, |found, ty| name_elided(ty, &named) | found);
        let lifetime = signature.receiver.clone().or(borrows.then_some(named));
        let parameters = &signature.generics.params;
        let generics = match &lifetime {
            Some(lifetime) if signature.receiver.is_none() => quote!(<#lifetime, #parameters>),
            _ if parameters.is_empty() => TokenStream::new(),
            _ => quote!(<#parameters>),
        };
        Self {
            owner: spec,
            spec: ident(spec),
            private,
            vis: vis(spec),
            hook,
            name: &signature.ident,
            attrs: documented(ident(spec), hook),
            cfgs: hook_cfgs(hook),
            deprecated: deprecated(hook),
            parameters: &signature.parameters,
            names: signature.names(),
            arguments: signature.parameters.iter().map(|parameter| &parameter.ident).collect(),
            copies: signature.parameters.iter().map(|it| copy(private, it)).collect(),
            generics,
            receiver: quote_spanned!(Span::mixed_site()=> &#lifetime self),
            lifetime,
            call_type,
            result_type,
        }
    }

    /// The `#[allow(..)]` of an item that is written for this hook alone.
    pub(super) fn allow_attr(&self) -> TokenStream {
        item_allow_attr(self.owner, Some(self.hook))
    }

    /// The generics of the hook and an unused type parameter. A method that has it is compiled in the
    /// crate that calls it.
    pub(super) fn generic(&self) -> TokenStream {
        let Self { lifetime, hook, .. } = self;
        let parameters = hook.signature.generics.params.iter();
        let lifetime = lifetime.as_ref().filter(|_| hook.signature.receiver.is_none()).into_iter();
        quote_spanned!(Span::mixed_site()=> <#(#lifetime,)* #(#parameters,)* __L>)
    }

    /// `GatewayHooks::authenticate`
    pub(super) fn path(&self) -> String {
        format!("{}::{}", self.spec.unraw(), self.name.unraw())
    }

    /// The call of the hook on one implementation.
    pub(super) fn call_on(
        &self,
        implementation: &TokenStream,
        arguments: &[TokenStream],
    ) -> TokenStream {
        // A method call could find a method of the same name in another trait.
        let (spec, name) = (self.spec, self.name);
        quote!(#spec::#name(#implementation, #(#arguments),*))
    }

    /// The loop in the module `call` of `plugin_core` for the return type of the hook.
    pub(super) fn collect(&self) -> Ident {
        let first = self.hook.kind == HookKind::FirstResult;
        let collect = match (self.hook.signature.output.shape, first) {
            (Shape::Unit, _) => "every",
            (Shape::Plain, _) => "collect",
            (Shape::Optional, false) => "collect_some",
            (Shape::Optional, true) => "first",
            (Shape::FallibleUnit, _) => "try_every",
            (Shape::Fallible, _) => "try_collect",
            (Shape::FallibleOptional, false) => "try_collect_some",
            (Shape::FallibleOptional, true) => "try_first",
        };
        Ident::new(collect, Span::mixed_site())
    }

    /// The keyword of `observed!` for the return type of a call.
    pub(super) fn outcome(&self) -> Ident {
        let fallible = self.hook.signature.output.shape.is_fallible();
        Ident::new(if fallible { "fallible" } else { "plain" }, Span::mixed_site())
    }

    pub(super) fn call_output(&self) -> TokenStream {
        returning(self.call_type.as_ref())
    }

    pub(super) fn result_output(&self) -> TokenStream {
        returning(self.result_type.as_ref())
    }

    /// The type of a callback for results, if hookimpls return values.
    pub(super) fn callback_type(&self) -> Option<TokenStream> {
        let private = self.private;
        let item = self.hook.signature.output.item()?;
        Some(quote! {
            #private::Arc<dyn #private::Fn(#item) + #private::Send + #private::Sync>
        })
    }

    /// The type behind a wrapper's `next`: `dyn Fn(arguments..) -> T` with the return type of a call.
    pub(super) fn next(&self) -> TokenStream {
        self.function_type(self.call_type.as_ref())
    }

    /// `dyn Fn(arguments..) -> T`
    pub(super) fn function_type(&self, returned: Option<&Type>) -> TokenStream {
        let (private, returning) = (self.private, returning(returned));
        let types = self.parameters.iter().map(|parameter| &parameter.ty);
        quote!(dyn #private::Fn(#(#types),*) #returning)
    }
}

/// An argument that remains usable for the next plugin.
fn copy(private: &Private, parameter: &Parameter) -> TokenStream {
    let Parameter { ident, ty, passing } = parameter;
    match passing {
        Passing::Shared => quote!(#ident),
        Passing::Exclusive => quote!(&mut *#ident),
        Passing::Value => {
            let private = private.at(ty.span());
            quote_spanned!(ty.span()=> #private::Duplicable::copy(&#ident))
        }
    }
}

/// The attributes of the relay's method, with default documentation if the hook has none.
fn documented(spec: &Ident, hook: &Hook) -> TokenStream {
    let attrs = &hook.method.attrs;
    let shared = shared_attrs(attrs);
    if attrs.iter().any(|attr| attr.path().is_ident("doc")) {
        return shared;
    }
    let doc = format!("Calls the hook [`{spec}::{}`].", hook.signature.ident.unraw());
    quote!(#[doc = #doc] #shared)
}
