#[derive(Plugin)]
#[plugin(manual, hookspecs(GatewayHooks))]
pub struct Recorder<T: Clone> {
    sink: T,
}

#[hookimpl]
impl<T: Sink> GatewayHooks for Recorder<T> {
    fn on_startup(&self) {
        self.sink.write("startup");
    }
}
