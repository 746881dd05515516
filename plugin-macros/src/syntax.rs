//! Items as the macros parse them. Function bodies are not parsed, so incomplete code passes through.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt, quote};
use syn::parse::discouraged::Speculative;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{
    Attribute, GenericParam, Generics, ItemImpl, ItemTrait, Meta, Signature, Token, Visibility,
    token,
};

use crate::diagnostics::Errors;

/// A trait or an impl: everything before the braces, and the items in them.
pub(crate) struct Block<H, I> {
    pub(crate) head: H,
    pub(crate) items: Vec<I>,
}

/// A method of a trait or an impl.
#[derive(Clone)]
pub(crate) struct Method {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) defaultness: Option<Token![default]>,
    pub(crate) sig: Signature,
    pub(crate) body: Body,
}

#[derive(Clone)]
pub(crate) enum Body {
    None(Token![;]),
    Unread(TokenTree),
}

/// One item of a trait or an impl. `Other` is any item that is not a method.
#[derive(Clone)]
pub(crate) enum Member {
    Method(Box<Method>),
    Other(TokenStream),
}

/// A trait, with its items apart from its head.
pub(crate) type Trait = Block<ItemTrait, Member>;

/// An impl, with its items apart from its head.
pub(crate) type Impl = Block<ItemImpl, Member>;

impl Parse for Trait {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        split(input)
    }
}

impl Parse for Impl {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        split(input)
    }
}

/// Parses the item with empty braces, then the items in them.
fn split<H: Parse>(input: ParseStream<'_>) -> syn::Result<Block<H, Member>> {
    let mut head: Vec<TokenTree> = input.parse::<TokenStream>()?.into_iter().collect();
    // The braces come last; others may come before, as in `impl Spec for Plugin<{ 3 }>`.
    let items = match head.last_mut() {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
            let items = group.stream();
            let span = group.span();
            *group = Group::new(Delimiter::Brace, TokenStream::new());
            group.set_span(span);
            items
        }
        // syn reports what is missing.
        _ => TokenStream::new(),
    };
    let head = syn::parse2(head.into_iter().collect())?;
    Ok(Block { head, items: members.parse2(items)? })
}

fn members(input: ParseStream<'_>) -> syn::Result<Vec<Member>> {
    let mut members = Vec::new();
    while !input.is_empty() {
        members.push(input.parse()?);
    }
    Ok(members)
}

/// Puts items between the empty braces of an item.
fn refill(head: &impl ToTokens, items: TokenStream) -> TokenStream {
    let mut tokens: Vec<TokenTree> = head.to_token_stream().into_iter().collect();
    if let Some(TokenTree::Group(braces)) = tokens.last_mut() {
        let span = braces.span();
        *braces = Group::new(Delimiter::Brace, items);
        braces.set_span(span);
    }
    tokens.into_iter().collect()
}

impl Parse for Member {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let fork = input.fork();
        if let Ok(method) = fork.parse() {
            input.advance_to(&fork);
            return Ok(Self::Method(Box::new(method)));
        }
        // The grammar of trait items includes most impl items, because a body is optional in it.
        let fork = input.fork();
        if let Ok(item) = fork.parse::<syn::TraitItem>() {
            input.advance_to(&fork);
            return Ok(Self::Other(item.into_token_stream()));
        }
        Ok(Self::Other(input.parse::<syn::ImplItem>()?.into_token_stream()))
    }
}

impl Parse for Method {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        Ok(Self {
            attrs: input.call(Attribute::parse_outer)?,
            vis: input.parse()?,
            defaultness: input.parse()?,
            sig: input.parse()?,
            body: if input.peek(token::Brace) {
                Body::Unread(input.parse()?)
            } else {
                Body::None(input.parse()?)
            },
        })
    }
}

impl ToTokens for Method {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append_all(&self.attrs);
        self.vis.to_tokens(tokens);
        self.defaultness.to_tokens(tokens);
        self.sig.to_tokens(tokens);
        match &self.body {
            Body::None(semi) => semi.to_tokens(tokens),
            Body::Unread(body) => body.to_tokens(tokens),
        }
    }
}

impl ToTokens for Member {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Method(method) => method.to_tokens(tokens),
            Self::Other(item) => item.to_tokens(tokens),
        }
    }
}

impl<H: ToTokens, I> Block<H, I> {
    /// The trait or impl with other items instead of its own.
    pub(crate) fn with_items(&self, items: TokenStream) -> TokenStream {
        refill(&self.head, items)
    }
}

/// Whether an attribute is `#[name]`, with any path before the name.
pub(crate) fn is_ours(attr: &syn::Attribute, name: &str) -> bool {
    attr.path().segments.last().is_some_and(|segment| segment.ident == name)
}

/// The attributes without those of the macro, which rustc does not know.
pub(crate) fn without_ours(attrs: &[Attribute], name: &str) -> Vec<Attribute> {
    attrs.iter().filter(|attr| !is_ours(attr, name)).cloned().collect()
}

/// The `#[cfg]` attributes of an item. Every item that the macro writes for it has them too.
pub(crate) fn cfgs(attrs: &[Attribute]) -> Vec<Attribute> {
    attrs.iter().filter(|attr| attr.path().is_ident("cfg")).cloned().collect()
}

/// The `#[allow(..)]` attributes for generated code about an item. They contain the lints that the user
/// allows or expects on it (an expected lint need not occur in generated code), and `deprecated` if the
/// item is deprecated.
pub(crate) fn allowed(attrs: &[Attribute]) -> Vec<Attribute> {
    lints(attrs).iter().map(|lints| syn::parse_quote!(#[allow(#lints)])).collect()
}

/// The same lints without `#[allow(..)]` around them.
pub(crate) fn lints(attrs: &[Attribute]) -> Vec<TokenStream> {
    let lints = attrs.iter().filter_map(|attr| match &attr.meta {
        Meta::List(list) if list.path.is_ident("allow") || list.path.is_ident("expect") => {
            without_reason(&list.tokens)
        }
        meta if meta.path().is_ident("deprecated") => Some(quote!(deprecated)),
        _ => None,
    });
    lints.collect()
}

/// The lints without `reason = ".."` and without a trailing comma, for use in a longer list.
fn without_reason(lints: &TokenStream) -> Option<TokenStream> {
    let lints = Punctuated::<Meta, Token![,]>::parse_terminated.parse2(lints.clone()).ok()?;
    let lints: Vec<_> = lints.iter().filter(|it| matches!(it, Meta::Path(_))).collect();
    (!lints.is_empty()).then(|| quote!(#(#lints),*))
}

/// Whether an item has generic parameters other than lifetimes.
pub(crate) fn is_generic(generics: &Generics) -> bool {
    generics.params.iter().any(|it| !matches!(it, GenericParam::Lifetime(_)))
}

/// Rejects and removes `cfg_attr` attributes around attributes that the macro must read now.
pub(crate) fn check_cfg_attrs(errors: &mut Errors, attrs: &mut Vec<Attribute>) {
    attrs.retain(|attr| {
        let Some(ident) = hidden_by(attr) else { return true };
        errors.add(
            attr,
            format!(
                "`cfg_attr` must not contain `{ident}` here: the macro runs before `cfg_attr` is \
                 evaluated; write the item twice, under opposite `#[cfg]`s"
            ),
        );
        false
    });
}

/// The attribute in a `cfg_attr`, if it is one that the macros read.
fn hidden_by(attr: &Attribute) -> Option<Ident> {
    if !attr.path().is_ident("cfg_attr") {
        return None;
    }
    let Meta::List(list) = &attr.meta else { return None };
    // The condition comes first. Its identifiers differ from these, or are inside a group.
    list.tokens.clone().into_iter().find_map(|token| match token {
        TokenTree::Ident(ident) => {
            let is_read =
                ["cfg", "hookspec", "hookimpl", "deprecated"].iter().any(|it| ident == it);
            is_read.then_some(ident)
        }
        _ => None,
    })
}

/// Whether the tokens are a function, which means that the attribute is on a method alone.
pub(crate) fn is_function(item: &TokenStream) -> bool {
    syn::parse2::<Method>(item.clone()).is_ok()
}

/// Whether an item contains a keyword at its top level, which shows its kind.
pub(crate) fn has_keyword(item: &TokenStream, keyword: &str) -> bool {
    let mut tokens = item.clone().into_iter();
    tokens.any(|token| matches!(token, TokenTree::Ident(ident) if ident == keyword))
}

/// The identifier `self` with the span that it has in the signature.
pub(crate) fn receiver_ident(sig: &syn::Signature) -> Ident {
    let span = sig.receiver().map_or_else(Span::mixed_site, |receiver| receiver.self_token.span);
    Ident::new("self", span)
}
