#[derive(Plugin)]
#[plugin(init = Auth::open, needs(Pool, Arc<dyn Clock>), config = AuthConfig)]
pub struct Auth;

#[derive(Plugin)]
#[plugin(init = Log::open, needs(Pool))]
pub struct Log;
