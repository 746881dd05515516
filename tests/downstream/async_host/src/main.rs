//! An asynchronous host: tasks on several threads and handlers of a web framework hold hooks, and
//! whatever else a manager gives them, while they wait.

#![forbid(unsafe_code)]

use std::error::Error;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Path, State};
use axum::http::Request;
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::get;
use plugin_core::manager::Subset;
use plugin_core::{HookSpec, Hooks, Plugin, PluginManager, hookimpl, hookspec};
use tokio::task::{JoinSet, yield_now};
use tower::ServiceExt;

#[hookspec]
pub trait SiteHooks {
    fn slug(&self, title: &str) -> Option<String>;
    fn name(&self) -> &str;
}

#[derive(Plugin, Default)]
pub struct Lower;

#[hookimpl]
impl SiteHooks for Lower {
    fn slug(&self, title: &str) -> Option<String> {
        Some(title.to_lowercase())
    }

    fn name(&self) -> &str {
        "lower"
    }
}

#[derive(Plugin, Default)]
pub struct Dashes;

#[hookimpl]
impl SiteHooks for Dashes {
    #[hookimpl(wrapper)]
    fn slug(&self, title: &str, next: &dyn Fn(&str) -> Vec<String>) -> Vec<String> {
        next(title).into_iter().map(|slug| slug.replace(' ', "-")).collect()
    }

    fn name(&self) -> &str {
        "dashes"
    }
}

/// The state of the web server. It may be generic over the hookspec.
struct Site<S: HookSpec + ?Sized> {
    plugins: PluginManager,
    hooks: Hooks<S>,
    plain: Subset<S>,
}

type SharedSite = State<Arc<Site<dyn SiteHooks>>>;

async fn slug(State(site): SharedSite, Path(title): Path<String>) -> String {
    let hooks = site.plugins.hook::<dyn SiteHooks>();
    yield_now().await;
    hooks.slug(&title).concat()
}

async fn plain(State(site): SharedSite, Path(title): Path<String>) -> String {
    let plain = &site.plain;
    yield_now().await;
    let hooks = plain.hook();
    yield_now().await;
    hooks.slug(&title).concat()
}

/// A loop of the host's own, which waits between the hookimpls.
async fn names(State(hooks): State<Hooks<dyn SiteHooks>>) -> String {
    let mut names = Vec::new();
    for hookimpl in hooks.name.hookimpls() {
        yield_now().await;
        names.extend(hookimpl.implementation().map(|it| it.name()));
    }
    names.join(", ")
}

/// Holds hooks while the handler runs.
async fn count(State(site): SharedSite, request: Request<Body>, next: Next) -> Response {
    let hooks = site.hooks.clone();
    let mut response = next.run(request).await;
    response.headers_mut().insert("plugins", hooks.name().len().into());
    response
}

async fn body(router: &Router, path: &str) -> Result<String, Box<dyn Error>> {
    let request = Request::builder().uri(path).body(Body::empty())?;
    let response = router.clone().oneshot(request).await?;
    assert_eq!(response.headers()["plugins"], "2");
    Ok(String::from_utf8(to_bytes(response.into_body(), 1024).await?.to_vec())?)
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Result<(), Box<dyn Error>> {
    let plugins = PluginManager::discover::<dyn SiteHooks>()?;

    let mut tasks = JoinSet::new();
    for number in 0..100 {
        let plugins = plugins.clone();
        tasks.spawn(async move {
            let hooks = plugins.hook::<dyn SiteHooks>();
            let names = hooks.name();
            yield_now().await;
            let slugs = hooks.slug(&format!("Page {number}"));
            yield_now().await;
            (names.len(), slugs.concat())
        });
    }
    let mut slugs = tasks.join_all().await;
    slugs.sort();
    println!("tasks: {} {:?}", slugs.len(), slugs[0]);

    let hooks = plugins.hook::<dyn SiteHooks>();
    let plain_hooks = plugins.subset_hook_caller(["dashes"]);
    let site = Arc::new(Site { plugins, hooks: hooks.clone(), plain: plain_hooks });
    let router = Router::new()
        .route("/slug/{title}", get(slug))
        .route("/plain/{title}", get(plain))
        .with_state(Arc::clone(&site))
        .route("/names", get(names).with_state(hooks))
        .layer(middleware::from_fn_with_state(site, count));
    println!("slug: {}", body(&router, "/slug/My%20Page").await?);
    println!("plain: {}", body(&router, "/plain/My%20Page").await?);
    println!("names: {}", body(&router, "/names").await?);
    Ok(())
}
