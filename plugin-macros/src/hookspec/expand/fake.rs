//! Writes the fake of a hookspec: a plugin made of closures, for tests.
//!
//! ```text
//! pub struct GatewayHooksFake { authenticate: Option<Box<dyn Fn(&str) -> Option<User> + ..>> }
//!
//! impl GatewayHooksFake {
//!     pub fn authenticate(mut self, fake: impl Fn(&str) -> Option<User> + ..) -> Self { .. }
//! }
//!
//! impl GatewayHooks for GatewayHooksFake {
//!     fn authenticate(&self, token: &str) -> Option<User> {
//!         match &self.authenticate { Some(fake) => fake(token), None => not_implemented() }
//!     }
//! }
//! ```

use heck::ToKebabCase;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Lifetime;
use syn::ext::IdentExt;

use super::{hook_cfgs, ident, quiet, quiet_item, spec_cfgs, vis};
use crate::hookspec::check::{Hook, Spec};
use crate::names;
use crate::paths::{attribute_ident, index_ident};
use crate::signature::returning;
use crate::signature::types::{name_elided, peel};
use crate::syntax::receiver_ident;

/// A `plugin_core` without such plugins drops it.
pub(super) fn fake(spec: &Spec) -> TokenStream {
    let private = &spec.private;
    let hooks = spec.hooks.iter().filter(|hook| can_be_faked(hook)).map(Faked::of).collect();
    let fake = Fake { spec, ident: fake_ident(spec), hooks };
    let (item, impls) = (fake.item(), fake.impls());
    quote!(#private::with_closures! { #item #impls })
}

struct Fake<'a> {
    spec: &'a Spec,
    ident: Ident,
    hooks: Vec<Faked<'a>>,
}

impl Fake<'_> {
    /// What is written for each hook, where the hook is.
    fn each(&self, write: impl Fn(&Faked<'_>) -> TokenStream) -> Vec<TokenStream> {
        let written = self.hooks.iter().map(|it| {
            let (cfgs, written) = (hook_cfgs(it.hook), write(it));
            quote!(#(#cfgs)* #written)
        });
        written.collect()
    }

    /// The type.
    fn item(&self) -> TokenStream {
        let Self { spec, ident: fake, .. } = self;
        let (private, vis, ident, cfgs) = (&spec.private, vis(spec), ident(spec), spec_cfgs(spec));
        let quiet = quiet_item(spec, None);
        let fields = self.each(|Faked { name, types, returning, .. }| {
            quote! {
                #name: #private::Option<#private::Box<
                    dyn #private::Send + #private::Sync + #private::Fn(#(#types),*) #returning
                >>,
            }
        });
        let doc = format!(
            "A plugin made of closures, for tests: it implements those hooks of [`{ident}`] for \
             which it is given one. `plugin_core::testing::fake` makes one."
        );
        quote! {
            #(#cfgs)*
            #[doc = #doc]
            #quiet
            #[allow(missing_debug_implementations)]
            #[derive(#private::Default)]
            #vis struct #fake { #(#fields)* }
        }
    }

    fn impls(&self) -> TokenStream {
        let Self { spec, ident: fake, .. } = self;
        let (private, ident, cfgs, quiet) =
            (&spec.private, ident(spec), spec_cfgs(spec), quiet(spec));
        let (setters, plugin, hookimpls) = (self.setters(), self.plugin(), self.hookimpls());
        quote! {
            #(#cfgs)*
            #quiet
            const _: () = {
                impl #private::FakeHookSpec for dyn #ident {
                    type Fake = #fake;
                }

                impl #fake { #(#setters)* }

                #plugin
                #hookimpls
            };
        }
    }

    /// How it is given closures.
    fn setters(&self) -> Vec<TokenStream> {
        let Self { spec, .. } = self;
        let (private, vis, ident) = (&spec.private, vis(spec), ident(spec));
        self.each(|Faked { name, types, returning, .. }| {
            let doc = format!("Implements the hook [`{0}`]({ident}::{0}).", name.unraw());
            quote_spanned! {Span::mixed_site()=>
                #[doc = #doc]
                #[must_use]
                #vis fn #name(
                    mut self,
                    fake: impl #private::Send + #private::Sync + 'static
                        + #private::Fn(#(#types),*) #returning,
                ) -> Self {
                    self.#name = #private::Some(#private::Box::new(fake));
                    self
                }
            }
        })
    }

    /// What is known of it. It is not in the registry.
    fn plugin(&self) -> TokenStream {
        let Self { spec, ident: fake, .. } = self;
        let (private, ident) = (&spec.private, ident(spec));
        let name = fake.to_string();
        let id = name.to_kebab_case();
        let id = if names::is_id(&id) { id } else { "fake".to_owned() };
        quote! {
            impl #private::Plugin for #fake {
                const __DERIVE_PLUGIN_WRITES_THIS: &'static #private::PluginInfo = &#private::new_plugin(
                        #id,
                        #name,
                        #private::None,
                        "",
                        #private::package!(),
                        #private::location!(),
                        true,
                    );

                fn listed() -> #private::Vec<#private::HookImplsEntry> {
                    <#private::Vec<_> as #private::From<_>>::from([
                        #private::hookimpls::<Self, dyn #ident>()
                    ])
                }
            }
        }
    }

    /// The impl of the hookspec, and the table.
    fn hookimpls(&self) -> TokenStream {
        let Self { spec, ident: fake, .. } = self;
        let (private, ident) = (&spec.private, ident(spec));
        let attribute = attribute_ident(Span::mixed_site());
        let methods = self.each(|Faked { name, hook, .. }| {
            let sig = &hook.method.sig;
            let parameters = hook.signature.parameters.iter().map(|it| &it.ident);
            let called = format!("{}::{}", ident.unraw(), name.unraw());
            let this = receiver_ident(sig);
            quote_spanned! {Span::mixed_site()=>
                #sig {
                    match &#this.#name {
                        #private::Some(fake) => fake(#(#parameters),*),
                        #private::None => #private::not_implemented(#called),
                    }
                }
            }
        });
        let table = self.each(|Faked { name, .. }| {
            let (text, index) = (name.unraw().to_string(), index_ident(name));
            quote_spanned! {Span::mixed_site()=>
                #private::Decl {
                    info: #private::new_hookimpl(
                        #text,
                        <dyn #ident>::#index,
                        #text,
                        #private::Precedence::Normal,
                        #private::Kind::Plain,
                        here,
                    ),
                    number: 0,
                    implementation: __own,
                },
            }
        });
        let locals = quote_spanned! {Span::mixed_site()=>
            fn __own(instance: &#private::Instance) -> #private::Arc<dyn #ident> {
                #private::plugin::<#fake>(instance)
            }
            let here = #private::location!();
        };
        let arms = self.each(|Faked { name, .. }| {
            let index = index_ident(name);
            quote!(<dyn #ident>::#index => #private::Option::is_none(&__fake.#name),)
        });
        quote! {
            impl #ident for #fake {
                fn #attribute() {}
                #(#methods)*
            }

            impl #private::HookImpls<dyn #ident> for #fake {
                const TABLE: &'static [#private::Decl<dyn #ident>] = {
                    #locals
                    &[#(#table)*]
                };

                const OMITS_HOOK: #private::Option<#private::OmitsHook> =
                    #private::Some(|__fake, __hook| {
                        let __fake = #private::typed::<Self>(__fake);
                        match __hook {
                            #(#arms)*
                            _ => true,
                        }
                    });
            }
        }
    }
}

/// A hook, as a closure that stands in for it.
struct Faked<'a> {
    hook: &'a Hook,
    name: &'a Ident,
    types: Vec<&'a syn::Type>,
    returning: TokenStream,
}

impl<'a> Faked<'a> {
    fn of(hook: &'a Hook) -> Self {
        let signature = &hook.signature;
        let mut answer = signature.answer.ty.clone();
        if let Some(answer) = &mut answer {
            // A closure cannot lend what is in it.
            name_elided(answer, &forever());
        }
        Self {
            hook,
            name: &signature.ident,
            types: signature.parameters.iter().map(|parameter| &parameter.ty).collect(),
            returning: returning(answer.as_ref()),
        }
    }
}

/// Lifetimes with names tie the answer to arguments or to the plugin, in ways that closures may not
/// be able to say. So do those that are left out, but in a reference that is the answer, or what
/// there is of an `Option`: what lives for ever will do for that.
fn can_be_faked(hook: &Hook) -> bool {
    let signature = &hook.signature;
    let answer = signature.answer.item().or(signature.answer.ty.as_ref());
    let lends = |ty: &syn::Type| name_elided(&mut ty.clone(), &forever());
    let can_answer = answer.is_none_or(|ty| match peel(ty) {
        syn::Type::Reference(reference) if reference.lifetime.is_none() => !lends(&reference.elem),
        _ => signature.answer.ty.as_ref().is_none_or(|whole| !lends(whole)),
    });
    signature.generics.params.is_empty() && signature.receiver.is_none() && can_answer
}

fn forever() -> Lifetime {
    Lifetime::new("'static", Span::mixed_site())
}

fn fake_ident(spec: &Spec) -> Ident {
    let ident = ident(spec);
    Ident::new(&format!("{}Fake", ident.unraw()), ident.span())
}
