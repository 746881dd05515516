//! One hook, with everything about it that is written more than once.

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

/// One hook, with everything about it that is written more than once.
pub(super) struct HookParts<'a> {
    /// The hookspec that it is of.
    of: &'a Spec,
    pub(super) spec: &'a Ident,
    pub(super) private: &'a Private,
    pub(super) vis: &'a Visibility,
    pub(super) hook: &'a Hook,
    pub(super) name: &'a Ident,
    /// The attributes of generated methods: documentation, `#[cfg]`, `#[deprecated]`.
    pub(super) attrs: TokenStream,
    pub(super) cfgs: Vec<syn::Attribute>,
    /// `#[deprecated]`, if the hook is: what calls it is as well.
    pub(super) deprecated: Option<&'a syn::Attribute>,
    pub(super) parameters: &'a [Parameter],
    /// Their names, as text.
    pub(super) names: Vec<String>,
    /// Their names, as arguments that are passed on whole.
    pub(super) arguments: Vec<&'a Ident>,
    /// Their names, as arguments that are needed again.
    pub(super) copies: Vec<TokenStream>,
    /// `<'plugin, ..>`: with a name for what a result borrows from the plugin, if it does.
    pub(super) generics: TokenStream,
    pub(super) receiver: TokenStream,
    /// The lifetime of the receiver, if it has a name.
    pub(super) lifetime: Option<Lifetime>,
    /// What a call returns, with that name.
    pub(super) call_type: Option<Type>,
    /// What one hookimpl returns, with that name.
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
            of: spec,
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

    /// What an item that is written for it, and stands alone, must not warn of.
    pub(super) fn allow_attr(&self) -> TokenStream {
        item_allow_attr(self.of, Some(self.hook))
    }

    /// Its generics, and a parameter that means nothing: what has it is compiled where it is called.
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
        // Not in the form of a method call: others may have a method of that name.
        let (spec, name) = (self.spec, self.name);
        quote!(#spec::#name(#implementation, #(#arguments),*))
    }

    /// The loop in `plugin_core`'s `call`, by the kind of answer.
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

    /// The word of `observed!` for what a call returns.
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

    /// The type of a callback for answers, if hookimpls answer.
    pub(super) fn callback_type(&self) -> Option<TokenStream> {
        let private = self.private;
        let item = self.hook.signature.output.item()?;
        Some(quote! {
            #private::Arc<dyn #private::Fn(#item) + #private::Send + #private::Sync>
        })
    }

    /// What a wrapper gets: `dyn Fn(arguments..) -> T` with what a call returns.
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

/// An argument that is needed again for the next plugin.
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

/// The attributes of the relay's method: a hook without documentation gets some.
fn documented(spec: &Ident, hook: &Hook) -> TokenStream {
    let attrs = &hook.method.attrs;
    let shared = shared_attrs(attrs);
    if attrs.iter().any(|attr| attr.path().is_ident("doc")) {
        return shared;
    }
    let doc = format!("Calls the hook [`{spec}::{}`].", hook.signature.ident.unraw());
    quote!(#[doc = #doc] #shared)
}
